package org.carillon.server;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carillon.api.model.CreateAccountInput;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.OperationShape;
import org.carillon.server.TestCarillon.Tenant;

/**
 * What one organization has: two accounts with users, two orders, and a number for each operation;
 * or, of an organization that is nowhere, the names that such things would have.
 *
 * @param tenant null when it is nowhere
 * @param area three digits that only its numbers have
 * @param identifiers by the names of members of inputs
 * @param hidden ids and names of things that no input of the tests ever names
 */
record Estate(Tenant tenant, String area, Map<String, String> identifiers, TreeSet<String> hidden) {

  /** An organization with everything, as a fixed number of changes a moment apart make it. */
  static Estate of(
      TestCarillon carillon, String name, String area, Predicate<OperationShape<?, ?>> ordersFor) {
    Tenant tenant = carillon.organization();
    String account = account(carillon, tenant, name);
    String hiddenAccount = account(carillon, tenant, "Hidden " + name);
    String user = tenant.user(account, "jane@" + name + ".example");
    carillon.clock().advance(Duration.ofSeconds(1));
    String hiddenUser = tenant.user(account, "hidden@" + name + ".example");
    tenant.user(hiddenAccount, "shy@" + name + ".example");
    carillon.clock().advance(Duration.ofSeconds(1));
    String[] numbers =
        Operations.ALL.stream()
            .filter(ordersFor)
            .map(shape -> number(area, Operations.ALL.indexOf(shape)))
            .toArray(String[]::new);
    String order = tenant.order(numbers).phoneNumberOrderId();
    carillon.clock().advance(Duration.ofSeconds(1));
    String further = tenant.order(number(area, Operations.ALL.size())).phoneNumberOrderId();
    carillon.sweep();
    return new Estate(
        tenant,
        area,
        identifiers(name, account, user, order),
        new TreeSet<>(
            List.of(
                hiddenAccount,
                hiddenUser,
                further,
                "Hidden " + name,
                "hidden@" + name + ".example")));
  }

  private static String account(TestCarillon carillon, Tenant tenant, String name) {
    carillon.clock().advance(Duration.ofSeconds(1));
    return tenant
        .call(Operations.CREATE_ACCOUNT, new CreateAccountInput(name))
        .account()
        .accountId();
  }

  /** The names that things of an organization would have that does not exist. */
  static Estate nowhere(String name, String area) {
    return new Estate(null, area, identifiers(name, uuid(), uuid(), uuid()), new TreeSet<>());
  }

  private static Map<String, String> identifiers(
      String name, String account, String user, String order) {
    return Map.of(
        "AccountId",
        account,
        "UserId",
        user,
        "PhoneNumberOrderId",
        order,
        "Name",
        name,
        "Email",
        "jane@" + name + ".example",
        "UserEmail",
        "jane@" + name + ".example",
        "VoiceConnectorId",
        uuid(),
        "VoiceConnectorGroupId",
        uuid(),
        "SipRuleId",
        uuid());
  }

  private static String uuid() {
    return UUID.randomUUID().toString();
  }

  private static String number(String area, int index) {
    return "+1%s55501%02d".formatted(area, index);
  }

  /** The number that only that operation is tried with. */
  String number(OperationShape<?, ?> operation) {
    return number(area, Operations.ALL.indexOf(operation));
  }

  /** What a member of the operation's input may name here. */
  String identifier(OperationShape<?, ?> operation, String member) {
    return switch (member) {
      case "PhoneNumberId", "E164PhoneNumber" -> number(operation);
      default -> {
        String found = identifiers.get(member);
        if (found == null) {
          throw new AssertionError("no organization of the tests has a " + member);
        }
        yield found;
      }
    };
  }

  /** Brings the operation's number into the state that the operation starts from. */
  void prepare(OperationShape<?, ?> operation) {
    if (operation.equals(Operations.RESTORE_PHONE_NUMBER)) {
      tenant.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(number(operation)));
    } else if (operation.equals(Operations.DISASSOCIATE_PHONE_NUMBER_FROM_USER)) {
      tenant.assign(identifiers.get("AccountId"), identifiers.get("UserId"), number(operation));
    }
  }

  /** Everything that nobody else may ever see, but what is on the list of what was asked for. */
  Stream<String> secrets() {
    return Stream.of(
            Stream.of(tenant.id()),
            Stream.of("AccountId", "UserId", "PhoneNumberOrderId").map(identifiers::get),
            hidden.stream(),
            IntStream.rangeClosed(0, Operations.ALL.size()).mapToObj(i -> number(area, i)))
        .flatMap(each -> each);
  }

  /** The text with the names of all that is here replaced by what each is called. */
  String veiled(String text, String owner) {
    String veiled = tenant == null ? text : text.replace(tenant.id(), "<" + owner + ">");
    for (Map.Entry<String, String> each : identifiers.entrySet()) {
      if (!each.getKey().endsWith("Email")) {
        veiled = veiled.replace(each.getValue(), "<" + owner + " " + each.getKey() + ">");
      }
    }
    return veiled.replaceAll(
        "\\+?1" + area + "55501(\\d\\d)",
        Matcher.quoteReplacement("<" + owner + " number ") + "$1>");
  }
}
