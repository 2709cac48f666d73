package org.carillon.server.trunks.rules;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.schema.Tables.SIP_RULE;
import static org.carillon.platform.db.schema.Tables.SIP_RULE_TARGET;
import static org.jooq.impl.DSL.inline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.schema.tables.records.SipRuleRecord;
import org.carillon.platform.db.schema.tables.records.SipRuleTargetRecord;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.CreationCursorSql;
import org.carillon.server.ResourceLock;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** The SIP rules of organizations with their targets: found, locked and saved by id. */
final class SipRuleStore {

  private static final Condition LIVE =
      ContextSql.ofOrganization(SIP_RULE.ORGANIZATION_ID).and(SIP_RULE.DELETED_AT.isNull());
  private static final Condition ONE = LIVE.and(given(SIP_RULE.SIP_RULE_ID));
  private static final Condition OF_ORGANIZATION =
      ContextSql.ofOrganization(SIP_RULE_TARGET.ORGANIZATION_ID);

  /** A deleted rule has no targets, so it need not be looked at. */
  private static final Condition SENDING_TO =
      OF_ORGANIZATION.and(given(SIP_RULE_TARGET.APPLICATION_ID));

  private static final Query<SipRuleRecord> BY_ID =
      Query.of(sql -> sql.selectFrom(SIP_RULE).where(ONE), row -> row.into(SIP_RULE));

  private static final Query<SipRuleRecord> LOCKED =
      Query.locking(
          ResourceLock.SIP_RULE,
          SIP_RULE,
          sql -> sql.selectFrom(SIP_RULE).where(ONE),
          row -> row.into(SIP_RULE));

  private static final Query<SipRuleRecord> TRIGGERED =
      Query.of(
          sql ->
              sql.selectFrom(SIP_RULE)
                  .where(LIVE)
                  .and(given(SIP_RULE.TRIGGER_TYPE))
                  .and(given(SIP_RULE.TRIGGER_VALUE)),
          row -> row.into(SIP_RULE));

  private static final Query<SipRuleRecord> PAGE =
      Query.of(
          sql ->
              sql.selectFrom(SIP_RULE)
                  .where(LIVE)
                  .and(CreationCursorSql.isBehind(SIP_RULE.CREATED_AT, SIP_RULE.SIP_RULE_ID))
                  .orderBy(SIP_RULE.CREATED_AT, SIP_RULE.SIP_RULE_ID)
                  .limit(limit()),
          row -> row.into(SIP_RULE));

  private static final Query<SipRuleRecord> PAGE_SENDING_TO =
      Query.of(
          sql ->
              sql.select(SIP_RULE.fields())
                  .from(SIP_RULE_TARGET)
                  .join(SIP_RULE)
                  .on(SIP_RULE.SIP_RULE_ID.eq(SIP_RULE_TARGET.SIP_RULE_ID))
                  .and(SIP_RULE.ORGANIZATION_ID.eq(SIP_RULE_TARGET.ORGANIZATION_ID))
                  .where(SENDING_TO)
                  .and(
                      CreationCursorSql.isBehind(
                          SIP_RULE_TARGET.RULE_CREATED_AT, SIP_RULE_TARGET.SIP_RULE_ID))
                  .orderBy(SIP_RULE_TARGET.RULE_CREATED_AT, SIP_RULE_TARGET.SIP_RULE_ID)
                  .limit(limit()),
          row -> row.into(SIP_RULE));

  private static final Query<Map.Entry<String, Target>> TARGETS =
      Query.of(
          sql ->
              sql.selectFrom(SIP_RULE_TARGET)
                  // In an expression: of the column, SQLite would rather read all targets of the
                  // organization than those of some rules.
                  .where(
                      ContextSql.ofOrganization(SIP_RULE_TARGET.ORGANIZATION_ID.concat(inline(""))))
                  .and(among(SIP_RULE_TARGET.SIP_RULE_ID))
                  .orderBy(SIP_RULE_TARGET.SIP_RULE_ID, SIP_RULE_TARGET.PRIORITY),
          row -> Map.entry(row.get(SIP_RULE_TARGET.SIP_RULE_ID), SipRuleRows.target(row)));

  private static final Query<Integer> COUNT_SENDING_TO = Query.count(SIP_RULE_TARGET, SENDING_TO);
  private static final Query<Integer> COUNT = Query.count(SIP_RULE, LIVE);

  private static final RecordCommand<SipRuleRecord> ADD = RecordCommand.insert(SIP_RULE);
  private static final RecordCommand<SipRuleRecord> CHANGE = RecordCommand.update(SIP_RULE, ONE);
  private static final RecordCommand<SipRuleTargetRecord> ADD_TARGETS =
      RecordCommand.insert(SIP_RULE_TARGET);
  private static final Command REMOVE_TARGETS =
      Command.of(sql ->
          sql.deleteFrom(SIP_RULE_TARGET)
              .where(OF_ORGANIZATION)
              .and(given(SIP_RULE_TARGET.SIP_RULE_ID)));

  /**
   * The rule.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  SipRule get(OperationContext context, String ruleId) {
    return BY_ID
        .find(context.transaction(), one(context, ruleId))
        .map(row -> withTargets(context, row))
        .orElseThrow(() -> notFound(ruleId));
  }

  /**
   * Locks the rule until the transaction ends.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  SipRule lock(OperationContext context, String ruleId) {
    SipRule rule =
        LOCKED
            .find(context.transaction(), one(context, ruleId))
            .map(row -> withTargets(context, row))
            .orElseThrow(() -> notFound(ruleId));
    context.transaction().nowAfter(rule.changedAt());
    return rule;
  }

  /** The rule that the trigger sets off, if there is one. */
  Optional<SipRule> triggeredBy(OperationContext context, SipRule.Trigger trigger) {
    return TRIGGERED
        .find(
            context.transaction(),
            context.organization(),
            Argument.of(SIP_RULE.TRIGGER_TYPE, trigger.type().value()),
            Argument.of(SIP_RULE.TRIGGER_VALUE, trigger.value()))
        .map(row -> withTargets(context, row));
  }

  /**
   * One page in order of creation.
   *
   * @param applicationId the application that the rules send calls to; null narrows nothing down
   */
  List<SipRule> page(
      OperationContext context, @Nullable String applicationId, CreationCursor after, int limit) {
    Argument page = Argument.all(context.organization(), after.argument(), Argument.limit(limit));
    List<SipRuleRecord> rows =
        applicationId == null
            ? PAGE.list(context.transaction(), page)
            : PAGE_SENDING_TO.list(
                context.transaction(),
                page,
                Argument.of(SIP_RULE_TARGET.APPLICATION_ID, applicationId));
    Map<String, List<Target>> targets =
        targets(context, rows.stream().map(SipRuleRecord::getSipRuleId).toList());
    return rows.stream()
        .map(each -> SipRuleRows.read(each, targets.getOrDefault(each.getSipRuleId(), List.of())))
        .toList();
  }

  /** Returns the count of rules that send calls to the application, up to a limit. */
  int countSendingTo(OperationContext context, String applicationId, int most) {
    return COUNT_SENDING_TO.get(
        context.transaction(),
        context.organization(),
        Argument.of(SIP_RULE_TARGET.APPLICATION_ID, applicationId),
        Argument.limit(most));
  }

  /** Returns how many the organization has, counted up to that many. */
  int count(OperationContext context, int most) {
    return COUNT.get(context.transaction(), context.organization(), Argument.limit(most));
  }

  void add(OperationContext context, SipRule rule) {
    ADD.run(context.transaction(), SipRuleRows.added(context.organizationId(), rule));
    addTargets(context, rule);
  }

  /** Saves a locked rule and its targets. */
  void save(OperationContext context, SipRule rule) {
    CHANGE.run(context.transaction(), SipRuleRows.changeable(rule), one(context, rule.ruleId()));
    removeTargets(context, rule);
    addTargets(context, rule);
  }

  /** Deletes a locked rule, whose row stays without its targets. */
  void delete(OperationContext context, SipRule rule) {
    SipRuleRecord row = new SipRuleRecord();
    row.setDeletedAt(context.now());
    row.setChangedAt(context.now());
    CHANGE.run(context.transaction(), row, one(context, rule.ruleId()));
    removeTargets(context, rule);
  }

  private static void addTargets(OperationContext context, SipRule rule) {
    ADD_TARGETS.runAll(context.transaction(), SipRuleRows.targets(context.organizationId(), rule));
  }

  private static void removeTargets(OperationContext context, SipRule rule) {
    REMOVE_TARGETS.run(
        context.transaction(),
        context.organization(),
        Argument.of(SIP_RULE_TARGET.SIP_RULE_ID, rule.ruleId()));
  }

  private static SipRule withTargets(OperationContext context, SipRuleRecord row) {
    String ruleId = row.getSipRuleId();
    return SipRuleRows.read(row, targets(context, List.of(ruleId)).getOrDefault(ruleId, List.of()));
  }

  /** The targets of those rules, by rule; at most 25 each, by priority. */
  private static Map<String, List<Target>> targets(OperationContext context, List<String> ruleIds) {
    return TARGETS
        .list(
            context.transaction(),
            context.organization(),
            Argument.among(SIP_RULE_TARGET.SIP_RULE_ID, ruleIds))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static Argument one(OperationContext context, String ruleId) {
    return Argument.all(context.organization(), Argument.of(SIP_RULE.SIP_RULE_ID, ruleId));
  }

  private static RuntimeException notFound(String ruleId) {
    return Refusal.notFound("there is no SIP rule " + ruleId + " in this organization");
  }
}
