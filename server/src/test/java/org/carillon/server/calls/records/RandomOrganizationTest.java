package org.carillon.server.calls.records;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carillon.api.model.CommunicationRecord;
import org.carillon.api.model.ExplainRecordVisibilityInput;
import org.carillon.api.model.LineUserRole;
import org.carillon.api.model.ListVisibleRecordsInput;
import org.carillon.api.model.ListVisibleRecordsOutput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.RecordDirection;
import org.carillon.api.model.RecordOutcome;
import org.carillon.api.model.RecordReport;
import org.carillon.api.model.RecordType;
import org.carillon.platform.db.Engine;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * On organizations made at random, what a user sees is what the rules say, told once more in the
 * plainest way: from the history of who had what, record by record.
 */
final class RandomOrganizationTest {

  private static final int LINES = 36;
  private static final int USERS = 5;
  private static final int STEPS = 240;

  @TempDir private Path folder;
  private final Random random = new Random(20260301);
  private final List<String> users = new ArrayList<>();
  private final List<String> numbers = new ArrayList<>();
  private final Map<String, String> lines = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Event> events = new HashMap<>();
  private final Set<String> fromAssignmentOn = new HashSet<>();
  private final Map<String, String> defaultInboxes = new HashMap<>();

  /** A user's membership of a line, from a change of the test until another. */
  private static final class Part {
    private final String user;
    private final String number;
    private final LineUserRole role;
    private final int from;
    private final Instant fromAt;
    private int to = Integer.MAX_VALUE;

    Part(String user, String number, LineUserRole role, int from, Instant fromAt) {
      this.user = user;
      this.number = number;
      this.role = role;
      this.from = from;
      this.fromAt = fromAt;
    }
  }

  /**
   * What happened, at which step.
   *
   * @param inbox the user whose inbox has the voicemail; empty for none or that of the line
   * @param isDefaultInbox whether that is the inbox that the line's voicemails go to then
   */
  private record Event(
      int step,
      Category category,
      String number,
      List<String> users,
      String inbox,
      boolean isDefaultInbox,
      Instant at) {}

  @ParameterizedTest
  @CsvSource({"SQLITE, 4000, 100", "SQLITE, 5, 1", "POSTGRES, 4000, 100", "POSTGRES, 5, 1"})
  void visibleSetIsWhatThePlainRulesSay(Engine engine, int most, int least) {
    try (Exchange exchange = new Exchange(engine, folder, new RecordScanLimit(most, least))) {
      found(exchange);
      for (int step = 1; step <= STEPS; step++) {
        exchange.server.pass(Duration.ofSeconds(1));
        if (random.nextInt(4) == 0) {
          change(exchange, step);
        } else {
          happen(exchange, step);
        }
      }
      for (String user : users) {
        compare(exchange, user);
      }
    }
  }

  private void found(Exchange exchange) {
    IntStream.range(0, USERS).forEach(i -> users.add(exchange.user("user" + i)));
    for (int i = 0; i <= LINES; i++) {
      String number = "+120655501%02d".formatted(i);
      exchange.number(number);
      numbers.add(number);
      if (i < LINES) {
        lines.put(number, exchange.line("line" + i, number));
      }
    }
    // The last is the first user's own.
    exchange.give(users.getFirst(), numbers.getLast());
    // One is assigned to every line, so that more are seen than are read at once.
    lines.keySet().stream()
        .sorted()
        .forEach(number -> open(exchange, 0, users.getLast(), number, LineUserRole.ASSIGNED));
    lines.values().stream().sorted().limit(LINES / 3).forEach(fromAssignmentOn::add);
    fromAssignmentOn.forEach(exchange::showFromAssignmentOn);
    for (String number : numbers.subList(0, 6)) {
      open(exchange, 0, users.get(1), number, LineUserRole.ASSIGNED);
      exchange.defaultInbox(requireNonNull(lines.get(number)), users.get(1));
      defaultInboxes.put(number, users.get(1));
    }
  }

  private <T> T any(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }

  private void change(Exchange exchange, int step) {
    String user = any(users);
    String number = any(numbers.subList(0, 8));
    Part open =
        parts.stream()
            .filter(each -> each.user.equals(user) && each.number.equals(number))
            .filter(each -> each.to == Integer.MAX_VALUE)
            .findFirst()
            .orElse(null);
    if (open == null) {
      open(
          exchange,
          step,
          user,
          number,
          random.nextInt(3) == 0 ? LineUserRole.OUTBOUND_ONLY : LineUserRole.ASSIGNED);
    } else {
      exchange.leave(user, number);
      defaultInboxes.remove(number, user);
      open.to = step;
    }
  }

  private void open(Exchange exchange, int step, String user, String number, LineUserRole role) {
    Instant before = exchange.server.now();
    exchange.join(user, number, role);
    parts.add(new Part(user, number, role, step, before));
  }

  private void happen(Exchange exchange, int step) {
    Category category = any(List.of(Category.values()));
    Set<String> involved = new HashSet<>();
    IntStream.range(0, random.nextInt(3)).forEach(i -> involved.add(any(users)));
    boolean isPersonal = category == Category.VOICEMAIL && random.nextBoolean();
    String inbox = isPersonal ? any(users) : "";
    String number = random.nextInt(9) == 0 ? any(numbers) : any(numbers.subList(0, 8));
    Event event =
        new Event(
            step,
            category,
            number,
            List.copyOf(involved),
            inbox,
            inbox.isEmpty() || inbox.equals(defaultInboxes.get(number)),
            exchange.server.now());
    RecordReport.Builder report =
        Reports.of(category, event.number(), event.at(), event.users().toArray(String[]::new));
    String id = "record-" + step;
    exchange.put(id, (isPersonal ? report.inboxUserId(inbox) : report).build());
    events.put(id, event);
  }

  /** The rules of the reference, for one record and one user. */
  private boolean sees(String user, Event event) {
    boolean isOwnNumber = event.number().equals(numbers.getLast());
    if (event.users().contains(user)
        || event.inbox().equals(user)
        || (isOwnNumber && user.equals(users.getFirst()))) {
      return true;
    }
    if (isOwnNumber) {
      return false;
    }
    String line = requireNonNull(lines.get(event.number()));
    Part seat =
        parts.stream()
            .filter(each -> each.user.equals(user) && each.number.equals(event.number()))
            .filter(each -> each.to == Integer.MAX_VALUE && each.role == LineUserRole.ASSIGNED)
            .findFirst()
            .orElse(null);
    if (seat == null || (fromAssignmentOn.contains(line) && event.at().isBefore(seat.fromAt))) {
      return false;
    }
    return switch (event.category()) {
      case INBOUND_MISSED -> true;
      case VOICEMAIL -> event.isDefaultInbox();
      case MESSAGE_RECEIVED ->
          event.users().isEmpty() || event.users().stream().anyMatch(each -> assigned(each, event));
      case INBOUND_ANSWERED, OUTBOUND_ANSWERED, OUTBOUND_MISSED, MESSAGE_SENT ->
          !event.users().isEmpty()
              && event.users().stream().allMatch(each -> assigned(each, event));
    };
  }

  private boolean assigned(String user, Event event) {
    return parts.stream()
        .filter(each -> each.user.equals(user) && each.number.equals(event.number()))
        .anyMatch(each ->
            each.role == LineUserRole.ASSIGNED
                && each.from < event.step()
                && event.step() < each.to);
  }

  private void compare(Exchange exchange, String user) {
    List<String> expected =
        events.entrySet().stream()
            .filter(each -> sees(user, each.getValue()))
            .sorted(Comparator.comparingInt(each -> -each.getValue().step()))
            .map(Map.Entry::getKey)
            .toList();
    ListVisibleRecordsInput.Builder all =
        ListVisibleRecordsInput.builder().accountId(exchange.account).userId(user);
    for (int size : List.of(1, 7, 100)) {
      assertEquals(expected, list(exchange, all.maxResults(size)), "pages of " + size);
    }
    for (String id : events.keySet()) {
      assertEquals(
          expected.contains(id),
          requireNonNull(
                  exchange
                      .organization
                      .call(
                          Operations.EXPLAIN_RECORD_VISIBILITY,
                          new ExplainRecordVisibilityInput(exchange.account, user, id))
                      .recordVisibility())
              .visible(),
          id);
    }
    filtered(exchange, user, expected);
  }

  private void filtered(Exchange exchange, String user, List<String> expected) {
    for (int i = 0; i < 12; i++) {
      RecordType kind = random.nextBoolean() ? any(List.of(RecordType.values())) : null;
      RecordDirection direction =
          random.nextBoolean() ? any(List.of(RecordDirection.values())) : null;
      RecordOutcome outcome = random.nextBoolean() ? any(List.of(RecordOutcome.values())) : null;
      String number = random.nextBoolean() ? any(numbers.subList(0, 8)) : null;
      String colleague = random.nextBoolean() ? any(users) : null;
      Instant from = random.nextBoolean() ? any(List.copyOf(events.values())).at() : null;
      Instant before = random.nextBoolean() ? any(List.copyOf(events.values())).at() : null;
      Set<Category> categories = Category.matching(kind, direction, outcome);
      Stream<String> matching =
          expected.stream()
              .filter(id -> {
                Event event = requireNonNull(events.get(id));
                return categories.contains(event.category())
                    && (number == null || event.number().equals(number))
                    && (colleague == null || involves(event, colleague))
                    && (from == null || !event.at().isBefore(from))
                    && (before == null || event.at().isBefore(before));
              });
      ListVisibleRecordsInput.Builder filter =
          ListVisibleRecordsInput.builder()
              .accountId(exchange.account)
              .userId(user)
              .type(kind)
              .direction(direction)
              .outcome(outcome)
              .e164PhoneNumber(number)
              .involvedUserId(colleague)
              .startedFrom(from)
              .startedBefore(before);
      assertEquals(
          matching.toList(), list(exchange, filter.maxResults(3)), filter.build().toString());
    }
  }

  private boolean involves(Event event, String user) {
    return event.users().contains(user)
        || event.inbox().equals(user)
        || (event.number().equals(numbers.getLast()) && user.equals(users.getFirst()));
  }

  private static List<String> list(Exchange exchange, ListVisibleRecordsInput.Builder input) {
    List<String> found = new ArrayList<>();
    String token = null;
    do {
      ListVisibleRecordsOutput page =
          exchange.organization.call(
              Operations.LIST_VISIBLE_RECORDS, input.nextToken(token).build());
      requireNonNull(page.records()).stream()
          .map(CommunicationRecord::recordId)
          .map(String::valueOf)
          .forEach(found::add);
      token = page.nextToken();
    } while (token != null);
    return found;
  }
}
