package org.carillon.server.inventory.numbers;

import org.carillon.api.model.AssignmentRole;

/** The relation between a number and its holder. */
public enum Role {
  /** The number by which a user is known first. */
  PRIMARY,
  /** A further number of a user. */
  ADDITIONAL,
  /** A number of a Voice Connector or a group of them. */
  TRUNK,
  /** The number that triggers a SIP rule. */
  RULE,
  /** The number of a shared line. */
  LINE,
  /** A user assigned to a line, beside the line itself. */
  ASSIGNEE,
  /** An outbound-only member of a line, who may show its number. */
  OUTBOUND;

  /**
   * Returns whether several holders may have it at once, as members of a line; all others are
   * exclusive.
   */
  public boolean isLineMember() {
    return this == ASSIGNEE || this == OUTBOUND;
  }

  /** Returns the role in the words of the API. */
  public AssignmentRole view() {
    return switch (this) {
      case PRIMARY -> AssignmentRole.PRIMARY;
      case ADDITIONAL -> AssignmentRole.ADDITIONAL;
      case TRUNK -> AssignmentRole.TRUNK;
      case RULE -> AssignmentRole.RULE;
      case LINE -> AssignmentRole.LINE;
      case ASSIGNEE -> AssignmentRole.ASSIGNED;
      case OUTBOUND -> AssignmentRole.OUTBOUND_ONLY;
    };
  }
}
