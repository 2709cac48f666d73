package org.carillon.server.calls.entries;

import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.CALL_REFERENCE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.records.CallReferenceRecord;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The rows by which flows lead to each other, to users and to numbers. */
public final class FlowEntryStore {

  /**
   * The condition that references are the organization's, for queries that know from where they
   * lead. In an expression: from three flows on SQLite would otherwise rather read all references
   * of the organization from the index of targets, which has every column, than these few by their
   * keys.
   */
  public static final Condition OF_ORGANIZATION =
      ContextSql.ofOrganization(CALL_REFERENCE.ORGANIZATION_ID.concat(inline("")));

  private static final Condition OWN = ContextSql.ofOrganization(CALL_REFERENCE.ORGANIZATION_ID);
  private static final Condition TO =
      given(CALL_REFERENCE.TO_KIND).and(given(CALL_REFERENCE.TO_ID));
  private static final Condition AUTOMATIC = in(EntrySlot.automatics());

  private static final Query<FlowEntry> OF_FLOW =
      entries(OWN.and(given(CALL_REFERENCE.FROM_ID)), CALL_REFERENCE.WHAT, CALL_REFERENCE.POSITION);
  private static final Query<FlowEntry> LEADING_ON =
      from(
          in(
              Stream.of(EntrySlot.values())
                  .filter(what -> what != EntrySlot.MEMBER)
                  .map(EntrySlot::name)
                  .toList()));
  private static final Query<FlowEntry> AUTOMATIC_FROM = from(AUTOMATIC);
  private static final Query<FlowEntry> TO_TARGET = to(TO);
  private static final Query<FlowEntry> TO_NUMBERS =
      to(
          CALL_REFERENCE
              .TO_KIND
              .eq(inline(CallTargetType.PHONE_NUMBER.name()))
              .and(among(CALL_REFERENCE.TO_ID)));
  private static final Query<FlowEntry> AUTOMATIC_TO =
      to(given(CALL_REFERENCE.TO_KIND).and(among(CALL_REFERENCE.TO_ID)).and(AUTOMATIC));

  private static final Query<Integer> OTHERS_LEADING =
      Query.count(
          CALL_REFERENCE, OWN.and(TO).and(CALL_REFERENCE.FROM_ID.ne(slot(CALL_REFERENCE.FROM_ID))));

  private static final Field<Integer> COUNT = count();
  private static final Query<Integer> MEMBERS =
      Query.of(
          sql ->
              sql.select(COUNT)
                  .from(CALL_REFERENCE)
                  .where(OWN)
                  .and(given(CALL_REFERENCE.FROM_ID))
                  .and(CALL_REFERENCE.WHAT.eq(inline(EntrySlot.MEMBER.name()))),
          row -> row.get(COUNT));

  private static final RecordCommand<CallReferenceRecord> ADD =
      RecordCommand.insert(CALL_REFERENCE);
  private static final Command REMOVE =
      Command.of(sql ->
          sql.deleteFrom(CALL_REFERENCE)
              .where(given(CALL_REFERENCE.FROM_ID))
              .and(given(CALL_REFERENCE.WHAT))
              .and(given(CALL_REFERENCE.POSITION))
              .and(OWN));

  private static Condition in(List<String> whats) {
    return CALL_REFERENCE.WHAT.in(whats.stream().map(DSL::inline).toList());
  }

  private static Query<FlowEntry> from(Condition which) {
    return entries(
        OF_ORGANIZATION.and(among(CALL_REFERENCE.FROM_ID)).and(which),
        CALL_REFERENCE.FROM_ID,
        CALL_REFERENCE.WHAT,
        CALL_REFERENCE.POSITION);
  }

  private static Query<FlowEntry> entries(Condition which, Field<?>... order) {
    return Query.of(
        sql -> sql.selectFrom(CALL_REFERENCE).where(which).orderBy(order), FlowEntryStore::read);
  }

  private static Query<FlowEntry> to(Condition which) {
    return Query.of(
        sql ->
            sql.selectFrom(CALL_REFERENCE)
                .where(OWN)
                .and(which)
                .orderBy(CALL_REFERENCE.FROM_ID, CALL_REFERENCE.WHAT, CALL_REFERENCE.POSITION)
                .limit(limit()),
        FlowEntryStore::read);
  }

  /** Everything a flow leads to, kind by kind in order of position. */
  public List<FlowEntry> of(OperationContext context, String flowId) {
    return OF_FLOW.list(
        context.transaction(), context.organization(), Argument.of(CALL_REFERENCE.FROM_ID, flowId));
  }

  /** Returns the entries of those flows, without members, which can be many. */
  public List<FlowEntry> leadingOn(OperationContext context, Collection<String> flowIds) {
    return from(context, LEADING_ON, flowIds);
  }

  /** Returns the automatic entries of those flows. */
  List<FlowEntry> automaticFrom(OperationContext context, Collection<String> flowIds) {
    return from(context, AUTOMATIC_FROM, flowIds);
  }

  private static List<FlowEntry> from(
      OperationContext context, Query<FlowEntry> query, Collection<String> flowIds) {
    return flowIds.isEmpty()
        ? List.of()
        : query.list(
            context.transaction(),
            context.organization(),
            Argument.among(CALL_REFERENCE.FROM_ID, flowIds));
  }

  /** Returns the entries that lead to a target, at most that many, flow by flow. */
  List<FlowEntry> to(OperationContext context, CallTarget target, int limit) {
    return TO_TARGET.list(
        context.transaction(), context.organization(), to(target), Argument.limit(limit));
  }

  /** Returns the entries that lead to any of those numbers, at most that many, flow by flow. */
  public List<FlowEntry> toNumbers(OperationContext context, Collection<E164> e164s, int limit) {
    return e164s.isEmpty()
        ? List.of()
        : TO_NUMBERS.list(
            context.transaction(),
            context.organization(),
            Argument.among(CALL_REFERENCE.TO_ID, E164.texts(e164s)),
            Argument.limit(limit));
  }

  /** Returns the automatic entries to targets of one kind, at most that many. */
  List<FlowEntry> automaticTo(
      OperationContext context, CallTargetType type, Collection<String> values, int limit) {
    return values.isEmpty()
        ? List.of()
        : AUTOMATIC_TO.list(
            context.transaction(),
            context.organization(),
            Argument.of(CALL_REFERENCE.TO_KIND, type.name()),
            Argument.among(CALL_REFERENCE.TO_ID, values),
            Argument.limit(limit));
  }

  /** Returns the count of other flows' entries to the same target, up to a limit. */
  int othersLeading(OperationContext context, FlowEntry reference, int most) {
    return OTHERS_LEADING.get(
        context.transaction(),
        context.organization(),
        to(reference.to()),
        Argument.of(CALL_REFERENCE.FROM_ID, reference.from().id()),
        Argument.limit(most));
  }

  /** Returns the number of members of a hunt group. */
  public int members(OperationContext context, String flowId) {
    return MEMBERS.get(
        context.transaction(), context.organization(), Argument.of(CALL_REFERENCE.FROM_ID, flowId));
  }

  /** Makes a flow lead to these and nothing else; what stays is not written again. */
  public void replace(OperationContext context, FlowId from, List<FlowEntry> references) {
    Set<FlowEntry> before = new HashSet<>(of(context, from.id()));
    Set<FlowEntry> after = new HashSet<>(references);
    remove(context, before.stream().filter(each -> !after.contains(each)).toList());
    List<CallReferenceRecord> added =
        references.stream()
            .filter(each -> !before.contains(each))
            .map(each -> write(context, each))
            .toList();
    ADD.runAll(context.transaction(), added);
  }

  /** Removes those rows, in one prepared statement. */
  public void remove(OperationContext context, List<FlowEntry> references) {
    REMOVE.runAll(
        context.transaction(),
        references.stream()
            .map(each ->
                Argument.all(
                    context.organization(),
                    Argument.of(CALL_REFERENCE.FROM_ID, each.from().id()),
                    Argument.of(CALL_REFERENCE.WHAT, each.slot().name()),
                    Argument.of(CALL_REFERENCE.POSITION, each.position())))
            .toList());
  }

  private static Argument to(CallTarget target) {
    return Argument.all(
        Argument.of(CALL_REFERENCE.TO_KIND, target.type().name()),
        Argument.of(CALL_REFERENCE.TO_ID, target.value()));
  }

  private static FlowEntry read(Row row) {
    return new FlowEntry(
        new FlowId(
            FlowId.Kind.valueOf(row.get(CALL_REFERENCE.FROM_KIND)),
            row.get(CALL_REFERENCE.FROM_ID)),
        EntrySlot.valueOf(row.get(CALL_REFERENCE.WHAT)),
        row.get(CALL_REFERENCE.POSITION),
        new CallTarget(
            CallTargetType.valueOf(row.get(CALL_REFERENCE.TO_KIND)),
            row.get(CALL_REFERENCE.TO_ID)));
  }

  private static CallReferenceRecord write(OperationContext context, FlowEntry reference) {
    CallReferenceRecord row = new CallReferenceRecord();
    row.setOrganizationId(context.organizationId());
    row.setFromKind(reference.from().kind().name());
    row.setFromId(reference.from().id());
    row.setWhat(reference.slot().name());
    row.setPosition(reference.position());
    row.setToKind(reference.to().type().name());
    row.setToId(reference.to().value());
    return row;
  }
}
