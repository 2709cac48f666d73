package org.carillon.server.trunks.rules;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.SIP_RULE;
import static org.carillon.platform.db.schema.Tables.SIP_RULE_TARGET;

import java.util.List;
import org.carillon.api.model.SipRuleTriggerType;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.records.SipRuleRecord;
import org.carillon.platform.db.schema.tables.records.SipRuleTargetRecord;
import org.jooq.Record;

/** Turns the rows of a rule and of its targets into a rule and back. */
final class SipRuleRows {

  private SipRuleRows() {}

  static SipRule read(Record row, List<Target> targets) {
    return new SipRule(
        row.get(SIP_RULE.SIP_RULE_ID),
        row.get(SIP_RULE.NAME),
        row.get(SIP_RULE.IS_DISABLED),
        new SipRule.Trigger(
            requireNonNull(SipRuleTriggerType.fromValue(row.get(SIP_RULE.TRIGGER_TYPE))),
            row.get(SIP_RULE.TRIGGER_VALUE)),
        targets,
        row.get(SIP_RULE.CREATED_AT),
        row.get(SIP_RULE.CHANGED_AT));
  }

  static Target target(Row row) {
    return new Target(
        row.get(SIP_RULE_TARGET.APPLICATION_ID),
        row.get(SIP_RULE_TARGET.REGION),
        row.get(SIP_RULE_TARGET.PRIORITY));
  }

  /** The whole row of a new rule. */
  static SipRuleRecord added(String organizationId, SipRule rule) {
    SipRuleRecord row = changeable(rule);
    row.setOrganizationId(organizationId);
    row.setSipRuleId(rule.ruleId());
    row.setTriggerType(rule.trigger().type().value());
    row.setTriggerValue(rule.trigger().value());
    row.setCreatedAt(rule.createdAt());
    return row;
  }

  /** The columns that the transitions of a rule change. */
  static SipRuleRecord changeable(SipRule rule) {
    SipRuleRecord row = new SipRuleRecord();
    row.setName(rule.name());
    row.setIsDisabled(rule.disabled());
    row.setChangedAt(rule.changedAt());
    return row;
  }

  /** A row for each target of a rule. */
  static List<SipRuleTargetRecord> targets(String organizationId, SipRule rule) {
    List<SipRuleTargetRecord> rows =
        rule.targets().stream()
            .map(each ->
                new SipRuleTargetRecord(
                    organizationId,
                    rule.ruleId(),
                    each.applicationId(),
                    each.region(),
                    each.priority(),
                    rule.createdAt()))
            .toList();
    rows.forEach(row -> row.touched(true));
    return rows;
  }
}
