package org.carillon.server.calls.entries;

import static org.carillon.platform.db.schema.Tables.CALL_REFERENCE;
import static org.jooq.impl.DSL.inline;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.platform.db.schema.tables.records.CallReferenceRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** The rows by which flows lead to each other, to users and to numbers. */
public final class FlowEntryStore {

  /** Everything a flow leads to, kind by kind in order of position. */
  public List<FlowEntry> of(OperationContext context, String flowId) {
    return references(context)
        .and(CALL_REFERENCE.FROM_ID.eq(flowId))
        .orderBy(CALL_REFERENCE.WHAT, CALL_REFERENCE.POSITION)
        .fetch(FlowEntryStore::read);
  }

  /** Returns the entries of those flows, without members, which can be many. */
  public List<FlowEntry> leadingOn(OperationContext context, Collection<String> flowIds) {
    return which(
        context,
        flowIds,
        List.of(EntrySlot.values()).stream()
            .filter(what -> what != EntrySlot.MEMBER)
            .map(EntrySlot::name)
            .toList());
  }

  /** Returns the automatic entries of those flows. */
  List<FlowEntry> automaticFrom(OperationContext context, Collection<String> flowIds) {
    return which(context, flowIds, EntrySlot.automatics());
  }

  private static List<FlowEntry> which(
      OperationContext context, Collection<String> flowIds, List<String> whats) {
    return flowIds.isEmpty()
        ? List.of()
        : context
            .transaction()
            .sql()
            .selectFrom(CALL_REFERENCE)
            .where(CALL_REFERENCE.FROM_ID.in(flowIds))
            .and(CALL_REFERENCE.WHAT.in(whats))
            .and(ofOrganization(context))
            .orderBy(CALL_REFERENCE.FROM_ID, CALL_REFERENCE.WHAT, CALL_REFERENCE.POSITION)
            .fetch(FlowEntryStore::read);
  }

  /**
   * That references are the organization's, for queries that know from where they lead. In an
   * expression: from three flows on SQLite would otherwise rather read all references of the
   * organization from the index of targets, which has every column, than these few by their keys.
   */
  public static Condition ofOrganization(OperationContext context) {
    return CALL_REFERENCE.ORGANIZATION_ID.concat(inline("")).eq(context.organizationId());
  }

  /** Returns the entries that lead to a target, at most that many, flow by flow. */
  List<FlowEntry> to(OperationContext context, CallTarget target, int limit) {
    return references(context)
        .and(to(target))
        .orderBy(CALL_REFERENCE.FROM_ID, CALL_REFERENCE.WHAT, CALL_REFERENCE.POSITION)
        .limit(limit)
        .fetch(FlowEntryStore::read);
  }

  /** Returns the entries that lead to any of those numbers, at most that many, flow by flow. */
  public List<FlowEntry> toNumbers(OperationContext context, Collection<E164> e164s, int limit) {
    return e164s.isEmpty()
        ? List.of()
        : references(context)
            .and(CALL_REFERENCE.TO_KIND.eq(CallTargetType.PHONE_NUMBER.name()))
            .and(CALL_REFERENCE.TO_ID.in(E164.texts(e164s)))
            .orderBy(CALL_REFERENCE.FROM_ID, CALL_REFERENCE.WHAT, CALL_REFERENCE.POSITION)
            .limit(limit)
            .fetch(FlowEntryStore::read);
  }

  /** Returns the automatic entries to targets of one kind, at most that many. */
  List<FlowEntry> automaticTo(
      OperationContext context, CallTargetType type, Collection<String> values, int limit) {
    return values.isEmpty()
        ? List.of()
        : references(context)
            .and(CALL_REFERENCE.TO_KIND.eq(type.name()))
            .and(CALL_REFERENCE.TO_ID.in(values))
            .and(CALL_REFERENCE.WHAT.in(EntrySlot.automatics()))
            .orderBy(CALL_REFERENCE.FROM_ID)
            .limit(limit)
            .fetch(FlowEntryStore::read);
  }

  /** Returns the count of other flows' entries to the same target, up to a limit. */
  int othersLeading(OperationContext context, FlowEntry reference, int most) {
    return context
        .transaction()
        .sql()
        .fetchCount(
            references(context)
                .and(to(reference.to()))
                .and(CALL_REFERENCE.FROM_ID.ne(reference.from().id()))
                .limit(most));
  }

  /** Returns the number of members of a hunt group. */
  public int members(OperationContext context, String flowId) {
    return context
        .transaction()
        .sql()
        .fetchCount(
            CALL_REFERENCE,
            CALL_REFERENCE
                .ORGANIZATION_ID
                .eq(context.organizationId())
                .and(CALL_REFERENCE.FROM_ID.eq(flowId))
                .and(CALL_REFERENCE.WHAT.eq(EntrySlot.MEMBER.name())));
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
    context.transaction().sql().batchInsert(added).execute();
  }

  /** Removes those rows, in one prepared statement. */
  public void remove(OperationContext context, List<FlowEntry> references) {
    context
        .transaction()
        .sql()
        .batchDelete(references.stream().map(each -> write(context, each)).toList())
        .execute();
  }

  private static SelectConditionStep<CallReferenceRecord> references(OperationContext context) {
    return context
        .transaction()
        .sql()
        .selectFrom(CALL_REFERENCE)
        .where(CALL_REFERENCE.ORGANIZATION_ID.eq(context.organizationId()));
  }

  private static Condition to(CallTarget target) {
    return CALL_REFERENCE
        .TO_KIND
        .eq(target.type().name())
        .and(CALL_REFERENCE.TO_ID.eq(target.value()));
  }

  private static FlowEntry read(Record row) {
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
