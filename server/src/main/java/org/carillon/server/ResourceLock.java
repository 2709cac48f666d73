package org.carillon.server;

import java.util.Optional;
import org.carillon.platform.db.Lock;

/**
 * The locks of an organization's resources, in the order in which a transaction takes them.
 *
 * <p>Locks of several resources are advisory: one for the organization, where no row exists yet
 * that could be locked. Locks of one resource are rows.
 */
public enum ResourceLock implements Lock {
  BUSINESS_CALLING_COUNTRIES,
  CALL_FLOWS,
  DEVICES,
  VOICE_CONNECTORS,
  VOICE_CONNECTOR_GROUPS,
  SIP_RULES,
  SIP_MEDIA_APPLICATIONS,
  ORGANIZATION_SETTINGS,
  ACCOUNT,
  USER,
  SIP_RULE,
  SIP_MEDIA_APPLICATION,
  VOICE_CONNECTOR_GROUP,
  VOICE_CONNECTOR,
  /**
   * Advisory, one for each tagged resource; a deletion takes it after the row, a tagging without.
   */
  TAGS,
  /** Taken under {@link #CALL_FLOWS} only: some edits begin with a line, others with users. */
  LINE,
  CALL_FLOW,
  DEVICE,
  RECORD,
  ORDERED_NUMBER,
  NUMBER;

  /** The locks of the platform come before. */
  private static final int FIRST = 100;

  // The order of the constants is the order of the locks.
  @SuppressWarnings("EnumOrdinal")
  @Override
  public int rank() {
    return FIRST + ordinal();
  }

  @Override
  public Optional<Lock> guard() {
    return this == LINE ? Optional.of(CALL_FLOWS) : Optional.empty();
  }
}
