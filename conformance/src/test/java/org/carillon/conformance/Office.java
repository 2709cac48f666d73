package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.chime.ChimeClient;
import software.amazon.awssdk.services.chime.model.PhoneNumber;
import software.amazon.awssdk.services.chime.model.PhoneNumberOrder;
import software.amazon.awssdk.services.chime.model.PhoneNumberOrderStatus;
import software.amazon.awssdk.services.chime.model.PhoneNumberProductType;

/**
 * What a story begins with: an account of its own, people in it and numbers of the inventory, got
 * through AWS's SDK from a server that others may have used before.
 */
final class Office {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final ChimeClient chime = RunningServer.chime();
  final String account = chime.createAccount(r -> r.name("Conformance")).account().accountId();

  /** A new user, who is known by this name and something that makes the e-mail address unique. */
  String user(String name) {
    return chime
        .createUser(r -> r.accountId(account).email(unique(name) + "@example.com"))
        .user()
        .userId();
  }

  /** A word that begins with this one and that nobody has used before. */
  static String unique(String word) {
    return word + "-" + UUID.randomUUID();
  }

  /** Up to this many numbers of the pool. */
  List<String> search(String areaCode, int count) {
    return chime
        .searchAvailablePhoneNumbers(r -> r.areaCode(areaCode).maxResults(count))
        .e164PhoneNumbers();
  }

  PhoneNumberOrder order(List<String> numbers) {
    return chime
        .createPhoneNumberOrder(
            r -> r.productType(PhoneNumberProductType.BUSINESS_CALLING).e164PhoneNumbers(numbers))
        .phoneNumberOrder();
  }

  /** The order once the supplier has answered. */
  PhoneNumberOrder settled(PhoneNumberOrder order) {
    Supplier<PhoneNumberOrder> current =
        () ->
            chime
                .getPhoneNumberOrder(r -> r.phoneNumberOrderId(order.phoneNumberOrderId()))
                .phoneNumberOrder();
    await(() -> current.get().status() != PhoneNumberOrderStatus.PROCESSING);
    return current.get();
  }

  /** This many numbers of the inventory, Unassigned, for people. */
  List<String> ordered(String areaCode, int count) {
    List<String> numbers = search(areaCode, count);
    assertEquals(count, numbers.size(), () -> "the pool is out of numbers of " + areaCode);
    assertEquals(PhoneNumberOrderStatus.SUCCESSFUL, settled(order(numbers)).status());
    return numbers;
  }

  void assign(String user, String... numbers) {
    for (String number : numbers) {
      chime.associatePhoneNumberWithUser(
          r -> r.accountId(account).userId(user).e164PhoneNumber(number));
    }
  }

  /** Turns calls in and out and text messages on or off. */
  void permit(String user, boolean permitted) {
    chime.updateUserSettings(r ->
        r.accountId(account)
            .userId(user)
            .userSettings(s ->
                s.telephony(
                    t -> t.inboundCalling(permitted).outboundCalling(permitted).sms(permitted))));
  }

  PhoneNumber get(String number) {
    return chime.getPhoneNumber(r -> r.phoneNumberId(number)).phoneNumber();
  }

  static void await(Supplier<Boolean> condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.get()) {
      assertTrue(System.nanoTime() < deadline, "waited too long");
      RunningServer.pause();
    }
  }
}
