package org.carillon.server.people.usernumbers;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.api.model.AssociatePhoneNumberWithUserInput;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.DisassociateAdditionalPhoneNumberFromUserInput;
import org.carillon.api.model.DisassociatePhoneNumberFromUserInput;
import org.carillon.api.model.GetPhoneNumberInput;
import org.carillon.api.model.GetUserTelephonyInput;
import org.carillon.api.model.ListUserPhoneNumbersInput;
import org.carillon.api.model.ListUserPhoneNumbersOutput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.ReportUserSignInInput;
import org.carillon.api.model.SwapPrimaryPhoneNumberInput;
import org.carillon.api.model.TelephonySettings;
import org.carillon.api.model.UpdateUserCallerIdInput;
import org.carillon.api.model.UpdateUserSettingsInput;
import org.carillon.api.model.UserPhoneNumber;
import org.carillon.api.model.UserSettings;
import org.carillon.api.model.UserTelephony;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;

/** An administrator's desk: one account with Jane and Joe, and what can be done for them. */
final class Desk implements AutoCloseable {

  static final String A = "+12065550100";
  static final String B = "+12065550101";
  static final String C = "+12065550102";

  final TestServer server;
  final Tenant bells;
  final String sales;
  final String jane;
  final String joe;

  Desk(Engine engine, Path folder) {
    server = new TestServer(engine, folder);
    bells = server.organization();
    sales = bells.account();
    jane = bells.user(sales, "jane@example.com");
    joe = bells.user(sales, "joe@example.com");
    List.of(A, B, C).forEach(e164 -> bells.stock(e164, PhoneNumberProductType.BUSINESS_CALLING));
    later();
  }

  /** Lets a minute go by. */
  Instant later() {
    server.pass(Duration.ofMinutes(1));
    return server.now();
  }

  void give(String user, String e164) {
    later();
    bells.call(
        Operations.ASSOCIATE_PHONE_NUMBER_WITH_USER,
        new AssociatePhoneNumberWithUserInput(sales, user, e164));
  }

  void unassignPrimary(String user) {
    later();
    bells.call(
        Operations.DISASSOCIATE_PHONE_NUMBER_FROM_USER,
        new DisassociatePhoneNumberFromUserInput(sales, user));
  }

  /** Allows everything or nothing. */
  void put(String user, boolean on) {
    bells.call(
        Operations.UPDATE_USER_SETTINGS,
        new UpdateUserSettingsInput(
            sales, user, new UserSettings(new TelephonySettings(on, on, on))));
  }

  UserTelephony unassignAdditional(String user, String e164) {
    later();
    return requireNonNull(
        bells
            .call(
                Operations.DISASSOCIATE_ADDITIONAL_PHONE_NUMBER_FROM_USER,
                new DisassociateAdditionalPhoneNumberFromUserInput(sales, user, e164))
            .userTelephony());
  }

  UserTelephony swap(String user, String e164) {
    later();
    return requireNonNull(
        bells
            .call(
                Operations.SWAP_PRIMARY_PHONE_NUMBER,
                new SwapPrimaryPhoneNumberInput(sales, user, e164))
            .userTelephony());
  }

  UserTelephony show(String user, @Nullable String e164) {
    later();
    return requireNonNull(
        bells
            .call(Operations.UPDATE_USER_CALLER_ID, new UpdateUserCallerIdInput(sales, user, e164))
            .userTelephony());
  }

  UserTelephony signIn(String user, @Nullable Instant at) {
    return requireNonNull(
        bells
            .call(Operations.REPORT_USER_SIGN_IN, new ReportUserSignInInput(sales, user, at))
            .userTelephony());
  }

  UserTelephony telephony(String user) {
    return requireNonNull(
        bells
            .call(Operations.GET_USER_TELEPHONY, new GetUserTelephonyInput(sales, user))
            .userTelephony());
  }

  @Nullable String callerId(String user) {
    var shown = telephony(user).callerId();
    return shown == null ? null : shown.shownPhoneNumber();
  }

  ListUserPhoneNumbersOutput page(String user, int size, @Nullable String token) {
    return bells.call(
        Operations.LIST_USER_PHONE_NUMBERS,
        new ListUserPhoneNumbersInput(sales, user, size, token));
  }

  List<UserPhoneNumber> numbers(String user) {
    return requireNonNull(page(user, 100, null).phoneNumbers());
  }

  /** Each number with its role, in the order of the list. */
  List<String> roles(String user) {
    return numbers(user).stream()
        .map(each -> each.e164PhoneNumber() + " " + each.role().value())
        .toList();
  }

  @Nullable PhoneNumberStatus status(String e164) {
    return requireNonNull(
            bells.call(Operations.GET_PHONE_NUMBER, new GetPhoneNumberInput(e164)).phoneNumber())
        .status();
  }

  String refused(Executable what) {
    return String.valueOf(assertThrows(BadRequestException.class, what).getMessage());
  }

  /** What a conflict says. */
  String conflict(Executable what) {
    return String.valueOf(assertThrows(ConflictException.class, what).getMessage());
  }

  @Override
  public void close() {
    server.close();
  }
}
