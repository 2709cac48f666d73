package org.carillon.server.trunks.rules;

import static org.carillon.platform.db.schema.Tables.SIP_RULE;
import static org.carillon.platform.db.schema.Tables.SIP_RULE_TARGET;
import static org.jooq.impl.DSL.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carillon.platform.db.Sql;
import org.carillon.platform.db.schema.tables.records.SipRuleRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.server.ResourceLock;
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
  SipRule get(OperationContext context, String ruleId) {
    return one(context, ruleId)
        .fetchOptional(row -> withTargets(context, row))
        .orElseThrow(() -> notFound(ruleId));
  }

  /**
   * Locks the rule until the transaction ends.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  SipRule lock(OperationContext context, String ruleId) {
    SipRule rule =
        context
            .transaction()
            .lock(ResourceLock.SIP_RULE, one(context, ruleId), SIP_RULE)
            .fetchOptional(row -> withTargets(context, row))
            .orElseThrow(() -> notFound(ruleId));
    context.transaction().nowAfter(rule.changedAt());
    return rule;
  }

  /** The rule that the trigger sets off, if there is one. */
  Optional<SipRule> triggeredBy(OperationContext context, SipRule.Trigger trigger) {
    return context
        .transaction()
        .sql()
        .selectFrom(SIP_RULE)
        .where(live(context))
        .and(SIP_RULE.TRIGGER_TYPE.eq(trigger.type().value()))
        .and(SIP_RULE.TRIGGER_VALUE.eq(trigger.value()))
        .fetchOptional(row -> withTargets(context, row));
  }

  /**
   * One page in order of creation.
   *
   * @param applicationId the application that the rules send calls to; null narrows nothing down
   */
  List<SipRule> page(
      OperationContext context, @Nullable String applicationId, CreationCursor after, int limit) {
    List<? extends Record> rows =
        applicationId == null
            ? all(context, after, limit)
            : sendingTo(context, applicationId, after, limit);
    Map<String, List<Target>> targets =
        targets(context, rows.stream().map(each -> each.get(SIP_RULE.SIP_RULE_ID)).toList());
    return rows.stream()
        .map(each ->
            SipRuleRows.read(each, targets.getOrDefault(each.get(SIP_RULE.SIP_RULE_ID), List.of())))
        .toList();
  }

  private static List<SipRuleRecord> all(
      OperationContext context, CreationCursor after, int limit) {
    return context
        .transaction()
        .sql()
        .selectFrom(SIP_RULE)
        .where(live(context))
        .and(row(SIP_RULE.CREATED_AT, SIP_RULE.SIP_RULE_ID).gt(after.createdAt(), after.id()))
        .orderBy(SIP_RULE.CREATED_AT, SIP_RULE.SIP_RULE_ID)
        .limit(limit)
        .fetch();
  }

  private static List<Record> sendingTo(
      OperationContext context, String applicationId, CreationCursor after, int limit) {
    return context
        .transaction()
        .sql()
        .select(SIP_RULE.fields())
        .from(SIP_RULE_TARGET)
        .join(SIP_RULE)
        .on(SIP_RULE.SIP_RULE_ID.eq(SIP_RULE_TARGET.SIP_RULE_ID))
        .and(SIP_RULE.ORGANIZATION_ID.eq(SIP_RULE_TARGET.ORGANIZATION_ID))
        .where(to(context, applicationId))
        .and(
            row(SIP_RULE_TARGET.RULE_CREATED_AT, SIP_RULE_TARGET.SIP_RULE_ID)
                .gt(after.createdAt(), after.id()))
        .orderBy(SIP_RULE_TARGET.RULE_CREATED_AT, SIP_RULE_TARGET.SIP_RULE_ID)
        .limit(limit)
        .fetch();
  }

  /** Returns the count of rules that send calls to the application, up to a limit. */
  int countSendingTo(OperationContext context, String applicationId, int most) {
    return Sql.count(context.transaction(), SIP_RULE_TARGET, to(context, applicationId), most);
  }

  /** Returns how many the organization has, counted up to that many. */
  int count(OperationContext context, int most) {
    return Sql.count(context.transaction(), SIP_RULE, live(context), most);
  }

  void add(OperationContext context, SipRule rule) {
    context
        .transaction()
        .sql()
        .insertInto(SIP_RULE)
        .set(SipRuleRows.added(context.organizationId(), rule))
        .execute();
    addTargets(context, rule);
  }

  /** Saves a locked rule and its targets. */
  void save(OperationContext context, SipRule rule) {
    update(context, rule, SipRuleRows.changeable(rule));
    removeTargets(context, rule);
    addTargets(context, rule);
  }

  /** Deletes a locked rule, whose row stays without its targets. */
  void delete(OperationContext context, SipRule rule) {
    SipRuleRecord row = new SipRuleRecord();
    row.setDeletedAt(context.now());
    row.setChangedAt(context.now());
    update(context, rule, row);
    removeTargets(context, rule);
  }

  private static void update(OperationContext context, SipRule rule, SipRuleRecord row) {
    context
        .transaction()
        .sql()
        .update(SIP_RULE)
        .set(row)
        .where(live(context))
        .and(SIP_RULE.SIP_RULE_ID.eq(rule.ruleId()))
        .execute();
  }

  private static void addTargets(OperationContext context, SipRule rule) {
    context
        .transaction()
        .sql()
        .batchInsert(SipRuleRows.targets(context.organizationId(), rule))
        .execute();
  }

  private static void removeTargets(OperationContext context, SipRule rule) {
    context
        .transaction()
        .sql()
        .deleteFrom(SIP_RULE_TARGET)
        .where(SIP_RULE_TARGET.ORGANIZATION_ID.eq(context.organizationId()))
        .and(SIP_RULE_TARGET.SIP_RULE_ID.eq(rule.ruleId()))
        .execute();
  }

  private static SipRule withTargets(OperationContext context, SipRuleRecord row) {
    String ruleId = row.getSipRuleId();
    return SipRuleRows.read(row, targets(context, List.of(ruleId)).getOrDefault(ruleId, List.of()));
  }

  /** The targets of those rules, by rule; at most 25 each, by priority. */
  private static Map<String, List<Target>> targets(OperationContext context, List<String> ruleIds) {
    return context
        .transaction()
        .sql()
        .selectFrom(SIP_RULE_TARGET)
        .where(SIP_RULE_TARGET.ORGANIZATION_ID.eq(context.organizationId()))
        .and(Sql.in(SIP_RULE_TARGET.SIP_RULE_ID, ruleIds))
        .orderBy(SIP_RULE_TARGET.SIP_RULE_ID, SIP_RULE_TARGET.PRIORITY)
        .fetch()
        .stream()
        .collect(
            Collectors.groupingBy(
                each -> each.get(SIP_RULE_TARGET.SIP_RULE_ID),
                Collectors.mapping(SipRuleRows::target, Collectors.toList())));
  }

  private static SelectConditionStep<SipRuleRecord> one(OperationContext context, String ruleId) {
    return context
        .transaction()
        .sql()
        .selectFrom(SIP_RULE)
        .where(live(context))
        .and(SIP_RULE.SIP_RULE_ID.eq(ruleId));
  }

  private static Condition live(OperationContext context) {
    return SIP_RULE.ORGANIZATION_ID.eq(context.organizationId()).and(SIP_RULE.DELETED_AT.isNull());
  }

  /** A deleted rule has no targets, so it need not be looked at. */
  private static Condition to(OperationContext context, String applicationId) {
    return SIP_RULE_TARGET
        .ORGANIZATION_ID
        .eq(context.organizationId())
        .and(SIP_RULE_TARGET.APPLICATION_ID.eq(applicationId));
  }

  private static RuntimeException notFound(String ruleId) {
    return Refusal.notFound("there is no SIP rule " + ruleId + " in this organization");
  }
}
