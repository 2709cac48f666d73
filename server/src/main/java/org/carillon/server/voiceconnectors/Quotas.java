package org.carillon.server.voiceconnectors;

/**
 * How many things there may be; the operator sets them.
 *
 * @param voiceConnectors in an organization
 * @param voiceConnectorGroups in an organization
 * @param voiceConnectorGroupItems in a group
 */
public record Quotas(int voiceConnectors, int voiceConnectorGroups, int voiceConnectorGroupItems) {

  /** What holds unless the operator says otherwise; three items are those of the reference. */
  public static final Quotas DEFAULTS = new Quotas(1000, 1000, 3);

  /** The setting of {@link #voiceConnectors}. */
  public static final String VOICE_CONNECTORS = "quota.voice-connectors";

  /** The setting of {@link #voiceConnectorGroups}. */
  public static final String VOICE_CONNECTOR_GROUPS = "quota.voice-connector-groups";

  /** The setting of {@link #voiceConnectorGroupItems}. */
  public static final String VOICE_CONNECTOR_GROUP_ITEMS = "quota.voice-connector-group-items";

  /** Refuses quotas that would allow nothing. */
  public Quotas {
    if (voiceConnectors < 1 || voiceConnectorGroups < 1 || voiceConnectorGroupItems < 1) {
      throw new IllegalArgumentException("a quota is at least 1");
    }
  }

  /**
   * What a refusal says when a quota is used up.
   *
   * @param things in the plural
   */
  static String usedUp(String things, int quota, String setting) {
    return "the quota of "
        + quota
        + " "
        + things
        + " is used up; delete what is not needed, or have the operator raise the setting "
        + setting;
  }
}
