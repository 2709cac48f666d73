package org.carillon.server.inventory.numbers;

/** As what somebody has a number. */
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
  /** A user to whom a line is assigned, beside the line itself. */
  ASSIGNEE,
  /** A user who may show a line's number when calling, and has no other part in it. */
  OUTBOUND;

  /** Whether it is a part in a line that several users may have at once; others exclude all. */
  public boolean isSeat() {
    return this == ASSIGNEE || this == OUTBOUND;
  }
}
