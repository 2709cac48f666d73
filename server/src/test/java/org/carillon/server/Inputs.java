package org.carillon.server;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.DeviceType;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.LineUserRole;
import org.carillon.api.model.MenuKey;
import org.carillon.api.model.PhoneNumberAssociationName;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.RecordDirection;
import org.carillon.api.model.RecordOutcome;
import org.carillon.api.model.RecordType;
import org.carillon.api.model.SipRuleTriggerType;
import org.carillon.api.model.Weekday;
import org.carillon.api.shape.Constraints;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.OperationShape;
import org.carillon.api.shape.Shape;
import org.carillon.api.shape.StructureShape;
import org.carillon.api.shape.UnionShape;
import org.carillon.api.shape.Violation;

/**
 * Makes an input for any operation from the names of its members. A text may name a thing of an
 * organization, so each text member has to be known here, whether required or not.
 *
 * @param filter which kind of holder a list is narrowed down to; null for none
 */
record Inputs(OperationShape<?, ?> operation, PhoneNumberAssociationName filter) {

  /** What names a thing, or is a property by which things are found. */
  private static final Set<String> IDENTIFIERS =
      Set.of(
          "AccountId",
          "DeviceId",
          "MacAddress",
          "UserId",
          "PhoneNumberId",
          "E164PhoneNumber",
          "PhoneNumberOrderId",
          "HolderId",
          "Name",
          "Email",
          "UserEmail",
          "VoiceConnectorId",
          "VoiceConnectorGroupId",
          "SipMediaApplicationId",
          "SipRuleId",
          "TriggerValue",
          "ResourceARN",
          "DefaultPhoneNumber",
          "CalledPhoneNumber",
          "CallerPhoneNumber",
          "HuntGroupId",
          "AutoAttendantId",
          "MemberUserId",
          "CallTargetValue",
          "Digits",
          "Label",
          "LineName",
          "LineId",
          "AssignedUserId",
          "DefaultInboxUserId",
          "RecordId",
          "InvolvedUserId");

  /** What names nothing, some of it in one operation only. */
  private static final Map<String, Object> PLAIN =
      Map.ofEntries(
          entry("ProductType", PhoneNumberProductType.BUSINESS_CALLING),
          entry("CallingName", "Carillon"),
          entry("Username", "Jane"),
          entry("CdrBucket", "records"),
          entry("AlexaForBusinessRoomArn", "arn:aws:a4b:us-east-1:123456789012:room/a/b"),
          entry("AreaCode", "206"),
          entry("Note", "Rings at the front desk"),
          entry("Priority", 1),
          entry("AwsRegion", "us-east-1"),
          entry("LambdaArn", "arn:aws:lambda:us-east-1:123456789012:function:answer"),
          entry("TriggerType", SipRuleTriggerType.TO_PHONE_NUMBER),
          entry("TagKey", "site"),
          entry("CallingRegion", "US"),
          entry("CidrAllowed", "198.51.100.0/24"),
          entry("Password", "quiet brass bell"),
          entry("Host", "pbx.example"),
          entry("Source", "198.51.100.7"),
          entry("EmergencyPhoneNumber", "+15005550911"),
          entry("TestPhoneNumber", "+15005550933"),
          entry("CallingCountry", "US"),
          entry("Key", "site"),
          entry("Value", "Seattle"),
          entry("CreateDevice Name", "Desk"),
          entry("CreateDevice Type", DeviceType.DESK_PHONE),
          entry("UpdateDevice Name", "Desk"),
          entry("Revision", 1),
          entry("ResolveCall At", Instant.parse("2026-03-02T10:00:00Z")),
          entry("ListPhoneNumbersAsOf At", Instant.parse("2026-03-02T10:00:00Z")),
          entry("Strategy", HuntGroupStrategy.SEQUENTIAL),
          entry("CallTargetType", CallTargetType.USER),
          entry("CreateLine Name", "Front desk"),
          entry("CreateLine CallTargetType", CallTargetType.HUNT_GROUP),
          entry("UpdateLine CallTargetType", CallTargetType.HUNT_GROUP),
          entry("MenuEntryKey", MenuKey.ONE),
          entry("OpenHoursDay", Weekday.MONDAY),
          entry("OpenHoursFrom", "09:00"),
          entry("OpenHoursTo", "17:00"),
          entry("Date", "2026-12-25"),
          entry("TimeZone", "Europe/Berlin"),
          entry("Text", "Hello"),
          entry("Role", LineUserRole.ASSIGNED),
          entry("Sequence", 2L),
          entry("Type", RecordType.CALL),
          entry("Direction", RecordDirection.INBOUND),
          entry("Outcome", RecordOutcome.MISSED),
          entry("OtherParty", "anonymous"),
          entry("PutBusinessCallingCountries Country", "CA"),
          // Later than the beginning of each organization, and not too far ahead of the clock.
          entry("StartedTimestamp", Instant.parse("2026-03-02T08:03:00Z")));

  /** Whose members have names that others have too; they are known by both. */
  private static final Set<String> KNOWN_BY_BOTH = Set.of("CallTarget", "MenuEntry", "OpenHours");

  /** What no input needs, some of it in one operation only; NextToken has tests of its own. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "AudioUrl",
          "NextToken",
          "SipUsername",
          "City",
          "Country",
          "State",
          "TollFreePrefix",
          "InboxUserId",
          "OutboundOnlyUserId",
          "SuccessorUserId",
          "ResolveCall Digits",
          "SearchInventory TagKey",
          "TagValue",
          // Emergency calling is configured there, which needs both.
          "PutVoiceConnectorTermination Disabled",
          "PutVoiceConnectorOrigination Disabled",
          "PutRecord HuntGroupId",
          "PutRecord AutoAttendantId",
          "BatchPutRecord HuntGroupId",
          "BatchPutRecord AutoAttendantId");

  /** When everything that an organization of the tests has was there. */
  private static final Instant SOMETIME = Instant.parse("2026-03-02T09:00:00Z");

  /** The operation in each of the ways in which it takes identifiers. */
  static List<Inputs> of(OperationShape<?, ?> operation) {
    Inputs plain = new Inputs(operation, null);
    if (operation.input().members().stream().noneMatch(each -> each.name().equals("FilterName"))) {
      return List.of(plain);
    }
    return Stream.concat(
            Stream.of(plain),
            Arrays.stream(PhoneNumberAssociationName.values())
                .map(each -> new Inputs(operation, each)))
        .toList();
  }

  /** Whether a member of that name identifies something. */
  static boolean names(String member) {
    return IDENTIFIERS.contains(member);
  }

  /** The names of the members that identify something, lists by the name of one item. */
  Set<String> identifiers() {
    Set<String> found = new LinkedHashSet<>();
    build(name -> {
      found.add(name);
      return "";
    });
    return found;
  }

  /**
   * The input.
   *
   * @param identifier gives the value of each member that identifies something; null leaves it out
   */
  Object build(Function<String, Object> identifier) {
    return operation.input().construct(values(operation.input(), identifier));
  }

  /** As {@link #build}, refused when the model would refuse it. */
  Object valid(Function<String, Object> identifier) {
    Object input = build(identifier);
    List<Violation> violations = violations(operation.input(), input);
    if (!violations.isEmpty()) {
      throw new AssertionError(operation.name() + " would refuse the input: " + violations);
    }
    return input;
  }

  @SuppressWarnings("unchecked") // the input was made of this very shape
  private static <T> List<Violation> violations(StructureShape<T> shape, Object input) {
    return Constraints.violations(shape, (T) input);
  }

  private Object[] values(StructureShape<?> shape, Function<String, Object> identifier) {
    Set<String> names = shape.members().stream().map(Member::name).collect(Collectors.toSet());
    // What a number is called names nothing, and a number is changed in one attribute at a time.
    boolean ofNumbers = names.contains("CallingName") || names.contains("E164PhoneNumbers");
    // A new rule is what its trigger is, which serves once, so that only its trigger is varied.
    boolean ofRule = names.contains("TriggerType");
    return shape.members().stream()
        .map(member ->
            member.name().equals("Name") && (ofNumbers || ofRule)
                ? ofRule ? "Bells" : null
                : value(
                    member,
                    member.shape(),
                    KNOWN_BY_BOTH.contains(shape.name())
                        ? shape.name() + member.name()
                        : member.name(),
                    identifier))
        .toArray();
  }

  private boolean hasRevision() {
    return operation.input().members().stream().anyMatch(each -> each.name().equals("Revision"));
  }

  private Object value(
      Member member, Shape shape, String name, Function<String, Object> identifier) {
    if (name.equals("FilterName")) {
      return filter;
    }
    if (name.equals("FilterValue")) {
      return filter == null ? null : identifier.apply(filter.value());
    }
    String here = operation.name() + " " + name;
    if (!PLAIN.containsKey(here) && (LEFT_OUT.contains(name) || LEFT_OUT.contains(here))) {
      return null;
    }
    Object plain = PLAIN.getOrDefault(here, PLAIN.get(name));
    return switch (shape) {
      case Shape.Text _, Shape.Time _ when plain != null -> plain;
      // An update by revision succeeds once only with this revision.
      case Shape.Text _ when name.equals("Name") && hasRevision() -> "Bells";
      // Most updates take one choice at a time, so that those that may be left out are.
      case Shape.Enumeration _, Shape.Numeric _ when member.required() && plain != null -> plain;
      case Shape.Text _ when IDENTIFIERS.contains(name) -> identifier.apply(name);
      case Shape.Sequence list -> {
        Object item = value(member, list.item(), singular(name), identifier);
        yield item == null ? null : List.of(item);
      }
      case StructureShape<?> structure -> structure.construct(values(structure, identifier));
      case Shape.Bool _ -> true;
      case Shape.Time _ when member.required() -> SOMETIME;
      case Shape.Numeric _, Shape.Enumeration _, Shape.IntEnumeration _, Shape.Time _
          when !member.required() ->
          member.defaultValue();
      case Shape.Text _,
          Shape.Numeric _,
          Shape.Enumeration _,
          Shape.IntEnumeration _,
          Shape.Time _,
          Shape.Bytes _,
          Shape.Schemaless _,
          Shape.Dictionary _,
          UnionShape<?> _ ->
          throw new AssertionError(
              "%s takes %s, which the isolation test knows no value for: add it to Inputs"
                  .formatted(operation.name(), name));
    };
  }

  private static String singular(String name) {
    return name.replaceFirst("ies$", "ys").replaceFirst("(s|List)$", "");
  }
}
