package org.carillon.server.trunks.rules;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import org.carillon.api.model.SipRuleTriggerType;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.Holder;
import org.jspecify.annotations.Nullable;

/**
 * Sends the calls of its trigger to SIP media applications, with every transition it can make.
 *
 * @param trigger which never changes
 * @param targets in the order of their priorities; empty when calls go nowhere
 */
record SipRule(
    String ruleId,
    String name,
    boolean disabled,
    Trigger trigger,
    List<Target> targets,
    Instant createdAt,
    Instant changedAt) {

  /**
   * What sets a rule off.
   *
   * @param value a number with its leading plus, or a host name in small letters
   */
  record Trigger(SipRuleTriggerType type, String value) {

    static Trigger hostName(String value) {
      return new Trigger(SipRuleTriggerType.REQUEST_URI_HOSTNAME, value);
    }
  }

  SipRule {
    targets = List.copyOf(targets);
  }

  /** A new rule. */
  static SipRule created(
      String ruleId,
      String name,
      @Nullable Boolean disabled,
      Trigger trigger,
      List<Target> targets,
      Instant now) {
    return new SipRule(
        ruleId, name, requireNonNullElse(disabled, false), trigger, targets, now, now);
  }

  /** Returns the rule with that name; null keeps the present value. */
  SipRule updated(
      String newName, @Nullable Boolean nowDisabled, @Nullable List<Target> others, Instant now) {
    return new SipRule(
        ruleId,
        newName,
        requireNonNullElse(nowDisabled, disabled),
        trigger,
        requireNonNullElse(others, targets),
        createdAt,
        now);
  }

  /**
   * Refuses to delete an enabled rule (AWS's API reference, DeleteSipRule).
   *
   * @throws org.carillon.api.model.ConflictException when it is not disabled
   */
  void refuseInForce() {
    if (!disabled) {
      throw Refusal.conflict(
          describe() + " is enabled; disable it with UpdateSipRule, then delete it");
    }
  }

  /**
   * Returns the ConflictException that refuses a second rule for the trigger and names this one.
   */
  RuntimeException alreadyTriggered() {
    return Refusal.conflict(
        trigger.value()
            + " is the trigger of "
            + describe()
            + " since "
            + createdAt
            + "; delete that rule first, or choose another trigger");
  }

  /** Returns the ConflictException that refuses to delete the connector of the trigger. */
  RuntimeException needs(String named) {
    return Refusal.conflict(
        "%s cannot be deleted while its host name %s is the trigger of %s since %s; %s first"
            .formatted(
                named, trigger.value(), describe(), createdAt, Holder.Kind.SIP_RULE.freeing()));
  }

  /** By name, and by id because several may have the same name. */
  String describe() {
    return holder().describe();
  }

  /** The rule as the ledger knows it. */
  Holder holder() {
    return new Holder(ruleId, Holder.Kind.SIP_RULE, null, name);
  }

  /** Returns the view for clients. */
  org.carillon.api.model.SipRule view() {
    return org.carillon.api.model.SipRule.builder()
        .sipRuleId(ruleId)
        .name(name)
        .disabled(disabled)
        .triggerType(trigger.type())
        .triggerValue(trigger.value())
        .targetApplications(targets.stream().map(Target::view).toList())
        .createdTimestamp(createdAt)
        .updatedTimestamp(changedAt)
        .build();
  }
}
