package org.carillon.server.numbers;

/** As what a holder has a number. */
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
  LINE
}
