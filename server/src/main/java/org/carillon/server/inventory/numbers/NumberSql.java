package org.carillon.server.inventory.numbers;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.platform.db.Filter;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on rows of the number table. Phases are written into the text of the statement, as the
 * partial indexes have them: of a parameter no engine knows that it fits an index.
 */
public final class NumberSql {

  private NumberSql() {}

  /** Returns the condition that rows belong to the organization of a run. */
  public static Condition ofOrganization() {
    return ContextSql.ofOrganization(PHONE_NUMBER.ORGANIZATION_ID);
  }

  /** Returns the condition that rows are the organization's of a run and not released. */
  public static Condition inOwnInventory() {
    return ofOrganization().and(inInventory());
  }

  /** Returns the condition that rows belong to the organization of the context. */
  public static Condition ofOrganization(OperationContext context) {
    return PHONE_NUMBER.ORGANIZATION_ID.eq(context.organizationId());
  }

  /** Returns the condition that rows are the organization's and not released. */
  public static Condition inInventory(OperationContext context) {
    return ofOrganization(context).and(inInventory());
  }

  /** Returns the condition that rows are not released. */
  public static Condition inInventory() {
    return PHONE_NUMBER.PHASE.ne(inline(Phase.RELEASED.name()));
  }

  /** Returns the condition that rows claim their number, so that nobody else can acquire it. */
  static Condition claimed() {
    return PHONE_NUMBER.PHASE.in(inline(Phase.HELD.name()), inline(Phase.DELETED.name()));
  }

  /** Returns the condition that rows are in that phase. */
  static Condition in(Phase phase) {
    return PHONE_NUMBER.PHASE.eq(inline(phase.name()));
  }

  private static final Condition IN_ANY_STATUS = status(null, ContextSql.now());
  private static final Map<PhoneNumberStatus, Condition> IN_STATUS =
      each(status -> status(status, ContextSql.now()));
  private static final Map<PhoneNumberStatus, Condition> IN_PHASE = each(NumberSql::phase);
  private static final Map<PhoneNumberStatus, Condition> BY_DEADLINE =
      each(status -> deadline(status, ContextSql.now()));

  private static Map<PhoneNumberStatus, Condition> each(
      Function<PhoneNumberStatus, Condition> condition) {
    return Arrays.stream(PhoneNumberStatus.values())
        .collect(Collectors.toUnmodifiableMap(Function.identity(), condition));
  }

  /**
   * Returns the condition that rows are in that status, null being every number that is still the
   * organization's; only the deadline of the queue depends on a run's now.
   */
  public static Condition status(@Nullable PhoneNumberStatus status) {
    return status == null ? IN_ANY_STATUS : requireNonNull(IN_STATUS.get(status));
  }

  /** Returns the filter of rows in that status, as {@link #status(PhoneNumberStatus)}. */
  static Filter status(OperationContext context, @Nullable PhoneNumberStatus status) {
    return Filter.of(status(status), context.instant());
  }

  /** Returns the filter of rows that tells the statuses apart that have the same phase. */
  public static Filter deadline(OperationContext context, PhoneNumberStatus status) {
    return Filter.of(requireNonNull(BY_DEADLINE.get(status)), context.instant());
  }

  /** Returns the filter of rows in the phase of a status, as {@link #phase}. */
  static Filter phaseFilter(PhoneNumberStatus status) {
    return Filter.of(requireNonNull(IN_PHASE.get(status)));
  }

  private static Condition status(@Nullable PhoneNumberStatus status, Field<Instant> now) {
    return status == null
        ? PHONE_NUMBER.LEAVES_AT.isNull().or(PHONE_NUMBER.LEAVES_AT.gt(now))
        : phase(status).and(deadline(status, now));
  }

  private static Condition deadline(PhoneNumberStatus status, Field<Instant> now) {
    Condition left = PHONE_NUMBER.LEAVES_AT.le(now);
    return switch (status) {
      case DELETE_IN_PROGRESS -> PHONE_NUMBER.LEAVES_AT.gt(now);
      case RELEASE_IN_PROGRESS -> left.and(PHONE_NUMBER.RELEASE_FAILED_AT.isNull());
      case RELEASE_FAILED -> left.and(PHONE_NUMBER.RELEASE_FAILED_AT.isNotNull());
      case ACQUIRE_IN_PROGRESS,
          ACQUIRE_FAILED,
          UNASSIGNED,
          ASSIGNED,
          DELETE_FAILED,
          CANCELLED,
          PORTIN_CANCEL_REQUESTED,
          PORTIN_IN_PROGRESS ->
          noCondition();
    };
  }

  /**
   * Returns the condition that all rows in that status meet, at any time. It says of every phase
   * whether the number is assigned, so that one index serves them all.
   */
  public static Condition phase(PhoneNumberStatus status) {
    return Phase.of(status)
        .map(phase ->
            in(phase)
                .and(PHONE_NUMBER.ASSIGNED.eq(inline(isAssigned(status), PHONE_NUMBER.ASSIGNED))))
        .orElse(falseCondition());
  }

  /** Whether numbers in that status have a holder. */
  public static boolean isAssigned(PhoneNumberStatus status) {
    return status == PhoneNumberStatus.ASSIGNED;
  }
}
