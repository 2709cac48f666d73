package org.carillon.server.trunks.rules;

import org.carillon.api.model.SipRuleTargetApplication;

/**
 * An application that a rule sends calls to.
 *
 * @param region the application's
 * @param priority from 1 on; the lowest is asked first
 */
record Target(String applicationId, String region, int priority) {

  /** Returns the target as clients see it. */
  SipRuleTargetApplication view() {
    return new SipRuleTargetApplication(applicationId, priority, region);
  }
}
