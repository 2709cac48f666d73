package org.carillon.server.calls.flows;

import static org.carillon.platform.db.schema.Tables.CALL_REFERENCE;
import static org.jooq.impl.DSL.inline;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.platform.db.schema.tables.records.CallReferenceRecord;
import org.carillon.platform.operations.Call;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** The rows by which flows lead to each other, to users and to numbers. */
final class ReferenceStore {

  /** Everything a flow leads to, kind by kind in order of position. */
  List<Reference> of(Call call, String flowId) {
    return references(call)
        .and(CALL_REFERENCE.FROM_ID.eq(flowId))
        .orderBy(CALL_REFERENCE.WHAT, CALL_REFERENCE.POSITION)
        .fetch(ReferenceStore::read);
  }

  /** Everything those flows lead to, their members left out, of which there can be many. */
  List<Reference> leadingOn(Call call, Collection<String> flowIds) {
    return which(
        call,
        flowIds,
        List.of(What.values()).stream()
            .filter(what -> what != What.MEMBER && what != What.ASSIGNEE)
            .map(What::name)
            .toList());
  }

  /** Where calls get from those flows without anybody's doing. */
  List<Reference> automaticFrom(Call call, Collection<String> flowIds) {
    return which(call, flowIds, What.automatics());
  }

  private static List<Reference> which(Call call, Collection<String> flowIds, List<String> whats) {
    return flowIds.isEmpty()
        ? List.of()
        : call.transaction()
            .sql()
            .selectFrom(CALL_REFERENCE)
            .where(CALL_REFERENCE.FROM_ID.in(flowIds))
            .and(CALL_REFERENCE.WHAT.in(whats))
            .and(ofOrganization(call))
            .orderBy(CALL_REFERENCE.FROM_ID, CALL_REFERENCE.WHAT, CALL_REFERENCE.POSITION)
            .fetch(ReferenceStore::read);
  }

  /**
   * That references are the organization's, for queries that know from where they lead. In an
   * expression: from three flows on SQLite would otherwise rather read all references of the
   * organization from the index of targets, which has every column, than these few by their keys.
   */
  static Condition ofOrganization(Call call) {
    return CALL_REFERENCE.ORGANIZATION_ID.concat(inline("")).eq(call.organizationId());
  }

  /** What leads to a target, at most that many, flow by flow. */
  List<Reference> to(Call call, CallTarget target, int limit) {
    return references(call)
        .and(to(target))
        .orderBy(CALL_REFERENCE.FROM_ID, CALL_REFERENCE.WHAT, CALL_REFERENCE.POSITION)
        .limit(limit)
        .fetch(ReferenceStore::read);
  }

  /** What leads to any of those numbers, at most that many, flow by flow. */
  List<Reference> toNumbers(Call call, Collection<String> e164s, int limit) {
    return e164s.isEmpty()
        ? List.of()
        : references(call)
            .and(CALL_REFERENCE.TO_KIND.eq(CallTargetType.PHONE_NUMBER.name()))
            .and(CALL_REFERENCE.TO_ID.in(e164s))
            .orderBy(CALL_REFERENCE.FROM_ID, CALL_REFERENCE.WHAT, CALL_REFERENCE.POSITION)
            .limit(limit)
            .fetch(ReferenceStore::read);
  }

  /** From where calls get to targets of one kind without anybody's doing, at most that many. */
  List<Reference> automaticTo(
      Call call, CallTargetType type, Collection<String> values, int limit) {
    return values.isEmpty()
        ? List.of()
        : references(call)
            .and(CALL_REFERENCE.TO_KIND.eq(type.name()))
            .and(CALL_REFERENCE.TO_ID.in(values))
            .and(CALL_REFERENCE.WHAT.in(What.automatics()))
            .orderBy(CALL_REFERENCE.FROM_ID)
            .limit(limit)
            .fetch(ReferenceStore::read);
  }

  /** How many entries of other flows lead where a reference leads, counted up to that many. */
  int othersLeading(Call call, Reference reference, int most) {
    return call.transaction()
        .sql()
        .fetchCount(
            references(call)
                .and(to(reference.to()))
                .and(CALL_REFERENCE.FROM_ID.ne(reference.from().id()))
                .limit(most));
  }

  /** How many members a hunt group has. */
  int members(Call call, String flowId) {
    return call.transaction()
        .sql()
        .fetchCount(
            CALL_REFERENCE,
            CALL_REFERENCE
                .ORGANIZATION_ID
                .eq(call.organizationId())
                .and(CALL_REFERENCE.FROM_ID.eq(flowId))
                .and(CALL_REFERENCE.WHAT.eq(What.MEMBER.name())));
  }

  /** Makes a flow lead to these and nothing else; what stays is not written again. */
  void replace(Call call, Origin from, List<Reference> references) {
    Set<Reference> before = new HashSet<>(of(call, from.id()));
    Set<Reference> after = new HashSet<>(references);
    remove(call, before.stream().filter(each -> !after.contains(each)).toList());
    List<CallReferenceRecord> added =
        references.stream()
            .filter(each -> !before.contains(each))
            .map(each -> write(call, each))
            .toList();
    call.transaction().sql().batchInsert(added).execute();
  }

  /** Removes those rows, in one prepared statement. */
  void remove(Call call, List<Reference> references) {
    call.transaction()
        .sql()
        .batchDelete(references.stream().map(each -> write(call, each)).toList())
        .execute();
  }

  private static SelectConditionStep<CallReferenceRecord> references(Call call) {
    return call.transaction()
        .sql()
        .selectFrom(CALL_REFERENCE)
        .where(CALL_REFERENCE.ORGANIZATION_ID.eq(call.organizationId()));
  }

  private static Condition to(CallTarget target) {
    return CALL_REFERENCE
        .TO_KIND
        .eq(target.type().name())
        .and(CALL_REFERENCE.TO_ID.eq(target.value()));
  }

  private static Reference read(Record row) {
    return new Reference(
        new Origin(
            Origin.Kind.valueOf(row.get(CALL_REFERENCE.FROM_KIND)),
            row.get(CALL_REFERENCE.FROM_ID)),
        What.valueOf(row.get(CALL_REFERENCE.WHAT)),
        row.get(CALL_REFERENCE.POSITION),
        new CallTarget(
            CallTargetType.valueOf(row.get(CALL_REFERENCE.TO_KIND)),
            row.get(CALL_REFERENCE.TO_ID)));
  }

  private static CallReferenceRecord write(Call call, Reference reference) {
    CallReferenceRecord row = new CallReferenceRecord();
    row.setOrganizationId(call.organizationId());
    row.setFromKind(reference.from().kind().name());
    row.setFromId(reference.from().id());
    row.setWhat(reference.what().name());
    row.setPosition(reference.position());
    row.setToKind(reference.to().type().name());
    row.setToId(reference.to().value());
    return row;
  }
}
