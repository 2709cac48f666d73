package org.carillon.server.inventory.history;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.ListHolderAssignmentsInput;
import org.carillon.api.model.ListHolderAssignmentsOutput;
import org.carillon.api.model.ListPhoneNumberAssignmentsInput;
import org.carillon.api.model.ListPhoneNumberAssignmentsOutput;
import org.carillon.api.model.ListPhoneNumbersAsOfInput;
import org.carillon.api.model.ListPhoneNumbersAsOfOutput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberAssignment;
import org.carillon.api.model.PhoneNumberSummary;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;

/** One organization with an account, asked about its past. */
record Histories(TestServer server, Tenant tenant, String account) {

  static Histories of(TestServer server) {
    Tenant tenant = server.organization();
    return new Histories(server, tenant, tenant.account());
  }

  /** The next instant at which something is done, a second later, as answers show it. */
  Instant tick() {
    server.pass(Duration.ofSeconds(1));
    return server.now().truncatedTo(MILLIS);
  }

  /** A new number of the inventory. */
  Instant acquire(String e164) {
    tick();
    tenant.order(e164);
    Instant acquired = tick();
    server.sweep();
    return acquired.plusMillis(1);
  }

  Instant assign(String user, String e164) {
    Instant now = tick();
    tenant.assign(account, user, e164);
    return now;
  }

  Instant unassign(String user) {
    Instant now = tick();
    tenant.unassign(account, user);
    return now;
  }

  String user(String email) {
    return tenant.user(account, email);
  }

  List<PhoneNumberAssignment> ofNumber(ListPhoneNumberAssignmentsInput.Builder input) {
    List<PhoneNumberAssignment> all = new ArrayList<>();
    @Nullable String token = null;
    do {
      ListPhoneNumberAssignmentsOutput page =
          tenant.call(Operations.LIST_PHONE_NUMBER_ASSIGNMENTS, input.nextToken(token).build());
      all.addAll(page.assignments());
      token = page.nextToken();
    } while (token != null);
    return all;
  }

  List<PhoneNumberAssignment> ofHolder(ListHolderAssignmentsInput.Builder input) {
    List<PhoneNumberAssignment> all = new ArrayList<>();
    @Nullable String token = null;
    do {
      ListHolderAssignmentsOutput page =
          tenant.call(Operations.LIST_HOLDER_ASSIGNMENTS, input.nextToken(token).build());
      all.addAll(page.assignments());
      token = page.nextToken();
    } while (token != null);
    return all;
  }

  List<PhoneNumberSummary> inventory(Instant at, int size) {
    List<PhoneNumberSummary> all = new ArrayList<>();
    @Nullable String token = null;
    do {
      ListPhoneNumbersAsOfOutput page =
          tenant.call(
              Operations.LIST_PHONE_NUMBERS_AS_OF, new ListPhoneNumbersAsOfInput(at, size, token));
      all.addAll(page.phoneNumbers());
      token = page.nextToken();
    } while (token != null);
    return all;
  }

  /** The names of those who held the number at an instant, the latest first. */
  List<String> holders(String e164, Instant at) {
    return ofNumber(ListPhoneNumberAssignmentsInput.builder().phoneNumberId(e164).at(at)).stream()
        .map(each -> each.holder().name())
        .toList();
  }

  /** Lets a number leave the organization through the deletion queue. */
  void release(String e164) {
    tick();
    tenant.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(e164));
    server.pass(Duration.ofDays(8));
    server.sweep();
  }
}
