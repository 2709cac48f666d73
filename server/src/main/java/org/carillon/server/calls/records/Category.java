package org.carillon.server.calls.records;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.api.model.RecordDirection;
import org.carillon.api.model.RecordOutcome;
import org.carillon.api.model.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * The kinds, directions and outcomes that go together. They are one small number in the database,
 * so that every index can end in it and lists are narrowed down without reading rows.
 */
enum Category {
  INBOUND_ANSWERED(1, RecordType.CALL, RecordDirection.INBOUND, RecordOutcome.ANSWERED),
  INBOUND_MISSED(2, RecordType.CALL, RecordDirection.INBOUND, RecordOutcome.MISSED),
  OUTBOUND_ANSWERED(3, RecordType.CALL, RecordDirection.OUTBOUND, RecordOutcome.ANSWERED),
  OUTBOUND_MISSED(4, RecordType.CALL, RecordDirection.OUTBOUND, RecordOutcome.MISSED),
  VOICEMAIL(5, RecordType.VOICEMAIL, RecordDirection.INBOUND, RecordOutcome.VOICEMAIL),
  MESSAGE_RECEIVED(6, RecordType.MESSAGE, RecordDirection.INBOUND, RecordOutcome.RECEIVED),
  MESSAGE_SENT(7, RecordType.MESSAGE, RecordDirection.OUTBOUND, RecordOutcome.SENT);

  private final short code;
  private final RecordType kind;
  private final RecordDirection direction;
  private final RecordOutcome outcome;

  Category(int code, RecordType kind, RecordDirection direction, RecordOutcome outcome) {
    this.code = (short) code;
    this.kind = kind;
    this.direction = direction;
    this.outcome = outcome;
  }

  /** The category that the three make; nothing when they contradict each other. */
  static Optional<Category> of(RecordType kind, RecordDirection direction, RecordOutcome outcome) {
    return matching(kind, direction, outcome).stream().findFirst();
  }

  /** Returns every category with the given values; null matches every value. */
  static Set<Category> matching(
      @Nullable RecordType kind,
      @Nullable RecordDirection direction,
      @Nullable RecordOutcome outcome) {
    return Arrays.stream(values())
        .filter(each -> kind == null || each.kind == kind)
        .filter(each -> direction == null || each.direction == direction)
        .filter(each -> outcome == null || each.outcome == outcome)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class)));
  }

  /** The category of that number. */
  static Category of(short code) {
    return Stream.of(values()).filter(each -> each.code == code).findFirst().orElseThrow();
  }

  /** As it is stored; never to be changed. */
  short code() {
    return code;
  }

  RecordType kind() {
    return kind;
  }

  RecordDirection direction() {
    return direction;
  }

  RecordOutcome outcome() {
    return outcome;
  }
}
