package org.carillon.server.trunks.rules;

import static org.carillon.platform.db.schema.Tables.SIP_RULE;
import static org.carillon.platform.db.schema.Tables.SIP_RULE_TARGET;
import static org.jooq.impl.DSL.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carillon.platform.db.schema.tables.records.SipRuleRecord;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.CreationCursor;
import org.carillon.platform.operations.Refusal;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** The SIP rules of organizations with their targets: found, locked and saved by id. */
final class SipRuleStore {

  /**
   * The rule.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  SipRule get(Call call, String ruleId) {
    return one(call, ruleId)
        .fetchOptional(row -> withTargets(call, row))
        .orElseThrow(() -> absent(ruleId));
  }

  /**
   * The rule, locked until the transaction ends; to be locked before applications and numbers.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  SipRule lock(Call call, String ruleId) {
    SipRule rule =
        call.transaction()
            .lock(one(call, ruleId), SIP_RULE)
            .fetchOptional(row -> withTargets(call, row))
            .orElseThrow(() -> absent(ruleId));
    call.transaction().locked(rule.changedAt());
    return rule;
  }

  /** The rule that the trigger sets off, if there is one. */
  Optional<SipRule> triggeredBy(Call call, SipRule.Trigger trigger) {
    return call.transaction()
        .sql()
        .selectFrom(SIP_RULE)
        .where(live(call))
        .and(SIP_RULE.TRIGGER_TYPE.eq(trigger.type().value()))
        .and(SIP_RULE.TRIGGER_VALUE.eq(trigger.value()))
        .fetchOptional(row -> withTargets(call, row));
  }

  /**
   * One page in order of creation.
   *
   * @param applicationId the application that the rules send calls to; null narrows nothing down
   */
  List<SipRule> page(Call call, @Nullable String applicationId, CreationCursor after, int limit) {
    List<? extends Record> rows =
        applicationId == null
            ? all(call, after, limit)
            : sendingTo(call, applicationId, after, limit);
    Map<String, List<Target>> targets =
        targets(call, rows.stream().map(each -> each.get(SIP_RULE.SIP_RULE_ID)).toList());
    return rows.stream()
        .map(each ->
            SipRuleRows.read(each, targets.getOrDefault(each.get(SIP_RULE.SIP_RULE_ID), List.of())))
        .toList();
  }

  private static List<SipRuleRecord> all(Call call, CreationCursor after, int limit) {
    return call.transaction()
        .sql()
        .selectFrom(SIP_RULE)
        .where(live(call))
        .and(row(SIP_RULE.CREATED_AT, SIP_RULE.SIP_RULE_ID).gt(after.createdAt(), after.id()))
        .orderBy(SIP_RULE.CREATED_AT, SIP_RULE.SIP_RULE_ID)
        .limit(limit)
        .fetch();
  }

  private static List<Record> sendingTo(
      Call call, String applicationId, CreationCursor after, int limit) {
    return call.transaction()
        .sql()
        .select(SIP_RULE.fields())
        .from(SIP_RULE_TARGET)
        .join(SIP_RULE)
        .on(SIP_RULE.SIP_RULE_ID.eq(SIP_RULE_TARGET.SIP_RULE_ID))
        .and(SIP_RULE.ORGANIZATION_ID.eq(SIP_RULE_TARGET.ORGANIZATION_ID))
        .where(to(call, applicationId))
        .and(
            row(SIP_RULE_TARGET.RULE_CREATED_AT, SIP_RULE_TARGET.SIP_RULE_ID)
                .gt(after.createdAt(), after.id()))
        .orderBy(SIP_RULE_TARGET.RULE_CREATED_AT, SIP_RULE_TARGET.SIP_RULE_ID)
        .limit(limit)
        .fetch();
  }

  /** How many rules send calls to the application. */
  int countSendingTo(Call call, String applicationId) {
    return call.transaction().sql().fetchCount(SIP_RULE_TARGET, to(call, applicationId));
  }

  /** How many there are, up to that many: the quota. */
  int count(Call call, int most) {
    return call.transaction()
        .sql()
        .fetchCount(
            call.transaction()
                .sql()
                .select(SIP_RULE.SIP_RULE_ID)
                .from(SIP_RULE)
                .where(live(call))
                .limit(most));
  }

  void add(Call call, SipRule rule) {
    call.transaction()
        .sql()
        .insertInto(SIP_RULE)
        .set(SipRuleRows.added(call.organizationId(), rule))
        .execute();
    addTargets(call, rule);
  }

  /** Saves a locked rule and its targets. */
  void save(Call call, SipRule rule) {
    update(call, rule, SipRuleRows.changeable(rule));
    removeTargets(call, rule);
    addTargets(call, rule);
  }

  /** Deletes a locked rule, whose row stays without its targets. */
  void delete(Call call, SipRule rule) {
    SipRuleRecord row = new SipRuleRecord();
    row.setDeletedAt(call.now());
    row.setChangedAt(call.now());
    update(call, rule, row);
    removeTargets(call, rule);
  }

  private static void update(Call call, SipRule rule, SipRuleRecord row) {
    call.transaction()
        .sql()
        .update(SIP_RULE)
        .set(row)
        .where(live(call))
        .and(SIP_RULE.SIP_RULE_ID.eq(rule.ruleId()))
        .execute();
  }

  private static void addTargets(Call call, SipRule rule) {
    call.transaction()
        .sql()
        .batchInsert(SipRuleRows.targets(call.organizationId(), rule))
        .execute();
  }

  private static void removeTargets(Call call, SipRule rule) {
    call.transaction()
        .sql()
        .deleteFrom(SIP_RULE_TARGET)
        .where(SIP_RULE_TARGET.ORGANIZATION_ID.eq(call.organizationId()))
        .and(SIP_RULE_TARGET.SIP_RULE_ID.eq(rule.ruleId()))
        .execute();
  }

  private static SipRule withTargets(Call call, SipRuleRecord row) {
    String ruleId = row.getSipRuleId();
    return SipRuleRows.read(row, targets(call, List.of(ruleId)).getOrDefault(ruleId, List.of()));
  }

  /** The targets of those rules, by rule; at most 25 each, by priority. */
  private static Map<String, List<Target>> targets(Call call, List<String> ruleIds) {
    if (ruleIds.isEmpty()) {
      // jOOQ pads lists for the sake of statement caches, and fails to pad an empty one on SQLite.
      return Map.of();
    }
    return call
        .transaction()
        .sql()
        .selectFrom(SIP_RULE_TARGET)
        .where(SIP_RULE_TARGET.ORGANIZATION_ID.eq(call.organizationId()))
        .and(SIP_RULE_TARGET.SIP_RULE_ID.in(ruleIds))
        .orderBy(SIP_RULE_TARGET.SIP_RULE_ID, SIP_RULE_TARGET.PRIORITY)
        .fetch()
        .stream()
        .collect(
            Collectors.groupingBy(
                each -> each.get(SIP_RULE_TARGET.SIP_RULE_ID),
                Collectors.mapping(SipRuleRows::target, Collectors.toList())));
  }

  private static SelectConditionStep<SipRuleRecord> one(Call call, String ruleId) {
    return call.transaction()
        .sql()
        .selectFrom(SIP_RULE)
        .where(live(call))
        .and(SIP_RULE.SIP_RULE_ID.eq(ruleId));
  }

  private static Condition live(Call call) {
    return SIP_RULE.ORGANIZATION_ID.eq(call.organizationId()).and(SIP_RULE.DELETED_AT.isNull());
  }

  /** A deleted rule has no targets, so it need not be looked at. */
  private static Condition to(Call call, String applicationId) {
    return SIP_RULE_TARGET
        .ORGANIZATION_ID
        .eq(call.organizationId())
        .and(SIP_RULE_TARGET.APPLICATION_ID.eq(applicationId));
  }

  private static RuntimeException absent(String ruleId) {
    return Refusal.notFound("there is no SIP rule " + ruleId + " in this organization");
  }
}
