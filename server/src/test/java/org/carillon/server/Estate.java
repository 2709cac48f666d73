package org.carillon.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carillon.api.model.AssociateDeviceWithUserInput;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorGroupInput;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorInput;
import org.carillon.api.model.BatchPutRecordInput;
import org.carillon.api.model.CreateAccountInput;
import org.carillon.api.model.CreateVoiceConnectorGroupInput;
import org.carillon.api.model.CreateVoiceConnectorInput;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.DisassociateAdditionalPhoneNumberFromUserInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PutPhoneNumberAnnotationsInput;
import org.carillon.api.model.RecordDirection;
import org.carillon.api.model.RecordItem;
import org.carillon.api.model.RecordOutcome;
import org.carillon.api.model.RecordReport;
import org.carillon.api.model.RecordType;
import org.carillon.api.model.RecordUserReport;
import org.carillon.api.model.UpdatePhoneNumberInput;
import org.carillon.api.shape.OperationShape;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;

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

  /** What an operation needs for itself alone has a name that begins with the operation. */
  private static final List<String> TRUNKS =
      List.of(
          "VoiceConnectorId",
          "DeleteVoiceConnector VoiceConnectorId",
          "DeleteVoiceConnectorTermination VoiceConnectorId",
          "DeleteVoiceConnectorOrigination VoiceConnectorId",
          "DeleteVoiceConnectorEmergencyCallingConfiguration VoiceConnectorId",
          "PutVoiceConnectorEmergencyCallingConfiguration VoiceConnectorId",
          "VoiceConnectorGroupId",
          "DeleteVoiceConnectorGroup VoiceConnectorGroupId");

  private static final List<String> DEVICES = List.of("DeviceId", "DeleteDevice DeviceId");

  /** What takes or shows a number that the user has already. */
  private static final Set<OperationShape<?, ?>> FROM_THE_USERS_OWN =
      Set.of(
          Operations.DISASSOCIATE_PHONE_NUMBER,
          Operations.DISASSOCIATE_PHONE_NUMBER_FROM_USER,
          Operations.DISASSOCIATE_ADDITIONAL_PHONE_NUMBER_FROM_USER,
          Operations.SWAP_PRIMARY_PHONE_NUMBER,
          Operations.UPDATE_USER_CALLER_ID);

  /** An organization with everything, as a fixed number of changes a moment apart make it. */
  static Estate of(
      TestServer server, String name, String area, Predicate<OperationShape<?, ?>> ordersFor) {
    Tenant tenant = server.organization();
    String account = account(server, tenant, name);
    String hiddenAccount = account(server, tenant, "Hidden " + name);
    String user = tenant.user(account, "jane@" + name + ".example");
    server.pass(Duration.ofSeconds(1));
    String hiddenUser = tenant.user(account, "hidden@" + name + ".example");
    tenant.user(hiddenAccount, "shy@" + name + ".example");
    server.pass(Duration.ofSeconds(1));
    String[] numbers =
        Operations.ALL.stream()
            .filter(ordersFor)
            .map(shape -> number(area, Operations.ALL.indexOf(shape)))
            .toArray(String[]::new);
    String order = tenant.order(numbers).phoneNumberOrderId();
    server.pass(Duration.ofSeconds(1));
    String[] held = {number(area, Operations.ALL.size()), number(area, Operations.ALL.size() + 1)};
    String further = tenant.order(held).phoneNumberOrderId();
    server.sweep();
    for (String each : held) {
      tenant.assign(account, user, each);
    }
    Map<String, String> made = trunks(server, tenant, name);
    made.putAll(devices(server, tenant, account, area));
    String label = label(name);
    tenant.call(
        Operations.PUT_PHONE_NUMBER_ANNOTATIONS,
        new PutPhoneNumberAnnotationsInput(
            List.of(label, "Hidden " + label), "note", number(area, Operations.ALL.size())));
    made.putAll(SipEstate.of(server, tenant, List.of(number(area, 998), number(area, 999))));
    made.putAll(
        LineEstate.of(
            server,
            tenant,
            account,
            user,
            List.of(number(area, 994), number(area, 995), number(area, 996), number(area, 997))));
    made.put("RecordId", records(server, tenant, number(area, Operations.ALL.size()), user));
    return new Estate(
        tenant,
        area,
        FlowEstate.in(server, tenant, identifiers(name, account, user, order, made)),
        new TreeSet<>(
            List.of(
                hiddenAccount,
                hiddenUser,
                further,
                "Hidden " + name,
                "Hidden " + label,
                "hidden@" + name + ".example")));
  }

  private static String account(TestServer server, Tenant tenant, String name) {
    server.pass(Duration.ofSeconds(1));
    return tenant
        .call(Operations.CREATE_ACCOUNT, new CreateAccountInput(name))
        .account()
        .accountId();
  }

  /** Two calls of that number that the user took; the identifier of one. */
  private static String records(TestServer server, Tenant tenant, String e164, String userId) {
    // Changes are a little ahead of a clock that stands still, and the number is to be there.
    server.pass(Duration.ofSeconds(1));
    List<RecordItem> items =
        Stream.of(uuid(), uuid())
            .map(id ->
                new RecordItem(
                    id,
                    RecordReport.builder()
                        .sequence(1)
                        .type(RecordType.CALL)
                        .direction(RecordDirection.INBOUND)
                        .outcome(RecordOutcome.ANSWERED)
                        .e164PhoneNumber(e164)
                        .startedTimestamp(server.now())
                        .users(List.of(new RecordUserReport(userId, null, null)))
                        .build()))
            .toList();
    tenant.call(Operations.BATCH_PUT_RECORD, new BatchPutRecordInput(items));
    return items.getFirst().recordId();
  }

  /** Two Voice Connectors and two groups; one of each is for deletion. */
  private static Map<String, String> trunks(TestServer server, Tenant tenant, String name) {
    Map<String, String> made = new HashMap<>();
    for (String use : TRUNKS) {
      server.pass(Duration.ofSeconds(1));
      made.put(
          use,
          use.endsWith("GroupId")
              ? tenant
                  .call(
                      Operations.CREATE_VOICE_CONNECTOR_GROUP,
                      new CreateVoiceConnectorGroupInput(name, null))
                  .voiceConnectorGroup()
                  .voiceConnectorGroupId()
              : tenant
                  .call(
                      Operations.CREATE_VOICE_CONNECTOR,
                      CreateVoiceConnectorInput.builder()
                          .name(name)
                          .requireEncryption(true)
                          .build())
                  .voiceConnector()
                  .voiceConnectorId());
    }
    return made;
  }

  private static Map<String, String> devices(
      TestServer server, Tenant tenant, String account, String area) {
    Map<String, String> made = new HashMap<>();
    for (String use : DEVICES) {
      server.pass(Duration.ofSeconds(1));
      made.put(use, tenant.device(account, mac(area, 255 - DEVICES.indexOf(use))));
    }
    return made;
  }

  private static String mac(String area, int index) {
    return "02:00:0%s:%s:00:%02X".formatted(area.substring(0, 1), area.substring(1), index);
  }

  /** The names that things of an organization would have that does not exist. */
  static Estate nowhere(String name, String area) {
    Map<String, String> made = new HashMap<>(SipEstate.nowhere());
    Stream.of(TRUNKS, DEVICES, List.of("RecordId"))
        .flatMap(List::stream)
        .forEach(use -> made.put(use, uuid()));
    String user = uuid();
    made.putAll(LineEstate.nowhere(user));
    return new Estate(
        null,
        area,
        FlowEstate.nowhere(identifiers(name, uuid(), user, uuid(), made)),
        new TreeSet<>());
  }

  private static Map<String, String> identifiers(
      String name, String account, String user, String order, Map<String, String> made) {
    Map<String, String> identifiers = new HashMap<>(made);
    identifiers.put("AccountId", account);
    identifiers.put("UserId", user);
    identifiers.put("PhoneNumberOrderId", order);
    identifiers.put("Name", name);
    identifiers.put("Email", "jane@" + name + ".example");
    identifiers.put("UserEmail", "jane@" + name + ".example");
    return identifiers;
  }

  private static String label(String name) {
    return "label of " + name;
  }

  private static String uuid() {
    return UUID.randomUUID().toString();
  }

  private static String number(String area, int index) {
    return "+1%s5550%03d".formatted(area, index);
  }

  /** The number that only that operation is tried with. */
  String number(OperationShape<?, ?> operation) {
    return number(area, Operations.ALL.indexOf(operation));
  }

  /** What a member of the operation's input may name here. */
  String identifier(OperationShape<?, ?> operation, String member) {
    return switch (member) {
      case "MacAddress" -> mac(area, Operations.ALL.indexOf(operation));
      case "PhoneNumberId",
          "E164PhoneNumber",
          "TriggerValue",
          "DefaultPhoneNumber",
          "CalledPhoneNumber",
          "CallerPhoneNumber" ->
          number(operation);
      case "CallTargetValue" ->
          // A line's calls go to flows only.
          identifiers.get(operation.name().endsWith("Line") ? "HuntGroupId" : "UserId");
      case "Digits" -> area;
      case "HolderId" -> identifier(operation, "UserId");
      case "Label", "LineName" -> label(identifier(operation, "Name"));
      case "InvolvedUserId" -> identifiers.get("UserId");
      default -> {
        String found =
            identifiers.getOrDefault(operation.name() + " " + member, identifiers.get(member));
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
    } else if (FROM_THE_USERS_OWN.contains(operation)) {
      assignPrimary();
      assign(operation);
    } else if (operation.equals(Operations.LIST_PHONE_NUMBER_ASSIGNMENTS)
        || operation.equals(Operations.LIST_HOLDER_ASSIGNMENTS)) {
      // Twice, so that there are two pages.
      assignPrimary();
      assign(operation);
      tenant.call(
          Operations.DISASSOCIATE_ADDITIONAL_PHONE_NUMBER_FROM_USER,
          new DisassociateAdditionalPhoneNumberFromUserInput(
              identifiers.get("AccountId"), identifiers.get("UserId"), number(operation)));
      assign(operation);
    } else if (operation.equals(Operations.DISASSOCIATE_DEVICE_FROM_USER)) {
      tenant.call(
          Operations.ASSOCIATE_DEVICE_WITH_USER,
          new AssociateDeviceWithUserInput(
              identifiers.get("AccountId"),
              identifiers.get("UserId"),
              identifiers.get("DeviceId")));
    } else if (operation.equals(Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR)
        || operation.equals(Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR_GROUP)
        || operation.equals(Operations.PUT_VOICE_CONNECTOR_TERMINATION)) {
      forTrunks(operation);
    } else if (operation.equals(Operations.DISASSOCIATE_PHONE_NUMBERS_FROM_VOICE_CONNECTOR)) {
      tenant.call(
          Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR,
          new AssociatePhoneNumbersWithVoiceConnectorInput(
              identifiers.get("VoiceConnectorId"), forTrunks(operation), null));
    } else if (operation.equals(Operations.DISASSOCIATE_PHONE_NUMBERS_FROM_VOICE_CONNECTOR_GROUP)) {
      tenant.call(
          Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR_GROUP,
          new AssociatePhoneNumbersWithVoiceConnectorGroupInput(
              identifiers.get("VoiceConnectorGroupId"), forTrunks(operation), null));
    } else if (operation.equals(Operations.CREATE_SIP_RULE)) {
      tenant.call(
          Operations.UPDATE_PHONE_NUMBER,
          UpdatePhoneNumberInput.builder()
              .phoneNumberId(number(operation))
              .productType(PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN)
              .build());
    } else if (names(operation, "VoiceConnectorId")) {
      TrunkSetup.prepare(tenant, identifier(operation, "VoiceConnectorId"), operation);
    }
  }

  /** Makes further numbers of the user additional, after any earlier removal. */
  private void assignPrimary() {
    tenant.assign(
        identifiers.get("AccountId"),
        identifiers.get("UserId"),
        number(area, Operations.ALL.size()));
  }

  private void assign(OperationShape<?, ?> operation) {
    tenant.assign(identifiers.get("AccountId"), identifiers.get("UserId"), number(operation));
  }

  private static boolean names(OperationShape<?, ?> operation, String member) {
    return operation.input().members().stream().anyMatch(each -> each.name().equals(member));
  }

  /** Makes the operation's number one that Voice Connectors can be given. */
  private List<String> forTrunks(OperationShape<?, ?> operation) {
    tenant.call(
        Operations.UPDATE_PHONE_NUMBER,
        UpdatePhoneNumberInput.builder()
            .phoneNumberId(number(operation))
            .productType(PhoneNumberProductType.VOICE_CONNECTOR)
            .build());
    return List.of(number(operation));
  }

  /** The texts that no other organization may see, except those of the requests. */
  Stream<String> secrets() {
    return Stream.of(
            Stream.of(tenant.id()),
            Stream.of("AccountId", "UserId", "PhoneNumberOrderId").map(identifiers::get),
            Stream.of(TRUNKS, DEVICES).flatMap(List::stream).map(identifiers::get),
            SipEstate.nowhere().keySet().stream().map(identifiers::get),
            FlowEstate.NAMES.stream().map(identifiers::get),
            LineEstate.NAMES.stream().map(identifiers::get),
            hidden.stream(),
            IntStream.rangeClosed(0, Operations.ALL.size() + 1).mapToObj(i -> number(area, i)),
            IntStream.rangeClosed(994, 999).mapToObj(i -> number(area, i)))
        .flatMap(each -> each);
  }

  /** The text with the names of all that is here replaced by what each is called. */
  String veiled(String text, String owner) {
    // First, because it is made of other names.
    String veiled = text.replace(identifiers.get("ResourceARN"), "<" + owner + " ResourceARN>");
    veiled = tenant == null ? veiled : veiled.replace(tenant.id(), "<" + owner + ">");
    for (Map.Entry<String, String> each : identifiers.entrySet()) {
      if (!each.getKey().endsWith("Email")) {
        veiled = veiled.replace(each.getValue(), "<" + owner + " " + each.getKey() + ">");
      }
    }
    String mac = mac(area, 0).substring(0, 15);
    veiled =
        veiled
            .replaceAll(mac + "(..)", "<" + owner + " device $1>")
            .replaceAll(mac.replace(":", "") + "(?i)(..)", "<" + owner + " device $1>");
    return veiled.replaceAll(
        "\\+?1" + area + "5550(\\d{3})",
        Matcher.quoteReplacement("<" + owner + " number ") + "$1>");
  }

  /** A query is narrowed down by what it has to be only; a change gives all it can. */
  String mine(Inputs inputs, String member) {
    OperationShape<?, ?> shape = inputs.operation();
    boolean optional =
        shape.input().members().stream()
            .anyMatch(each -> each.name().equals(member) && !each.required());
    if (shape.readOnly() && optional) {
      return null;
    }
    return member.equals("Email") ? "new-" + identifier(shape, member) : identifier(shape, member);
  }
}
