package org.carillon.server.trunks.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carillon.api.model.SipRuleTargetApplication;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.jspecify.annotations.Nullable;

/** Finds the applications that a request wants a rule to send calls to. */
final class Targets {

  private final SipMediaApplicationStore applications;

  Targets(SipMediaApplicationStore applications) {
    this.applications = applications;
  }

  /**
   * The targets in the order of their priorities; their applications are locked, so that none is
   * deleted meanwhile.
   *
   * @throws org.carillon.api.model.BadRequestException when there is no such application, its
   *     region is another, or an application, a region or a priority comes twice
   */
  List<Target> of(OperationContext context, List<SipRuleTargetApplication> wanted) {
    Map<String, SipMediaApplication> there =
        applications.lockAll(
            context,
            wanted.stream()
                .map(SipRuleTargetApplication::sipMediaApplicationId)
                .distinct()
                .sorted()
                .toList());
    Map<String, String> byRegion = new HashMap<>();
    Map<Integer, Target> byPriority = new TreeMap<>();
    for (SipRuleTargetApplication each : wanted) {
      Target target = target(there.get(each.sipMediaApplicationId()), each);
      String before = byRegion.put(target.region(), target.applicationId());
      if (before != null) {
        throw twice(target, before);
      }
      if (byPriority.put(target.priority(), target) != null) {
        throw Refusal.badRequest(
            "TargetApplications has the Priority "
                + target.priority()
                + " twice; give each application its own");
      }
    }
    return List.copyOf(byPriority.values());
  }

  private static Target target(
      @Nullable SipMediaApplication application, SipRuleTargetApplication wanted) {
    String id = wanted.sipMediaApplicationId();
    if (application == null) {
      throw Refusal.badRequest("there is no SIP media application " + id + " in this organization");
    }
    String region = wanted.awsRegion();
    if (region != null && !region.equals(application.region())) {
      throw Refusal.badRequest(
          "SIP media application "
              + id
              + " runs in "
              + application.region()
              + ", not in "
              + region);
    }
    return new Target(id, application.region(), wanted.priority());
  }

  private static RuntimeException twice(Target target, String before) {
    String id = target.applicationId();
    return Refusal.badRequest(
        before.equals(id)
            ? "TargetApplications lists SIP media application " + id + " twice; list each once"
            : "SIP media applications "
                + before
                + " and "
                + id
                + " both run in "
                + target.region()
                + "; a rule has one application in each region");
  }
}
