package org.carillon.platform.operations;

/** Something of which there may only be so many; the operator says how many. */
public enum Quota {
  VOICE_CONNECTORS("voice-connectors", 1000, 1_000_000, "Voice Connectors of an organization"),
  VOICE_CONNECTOR_GROUPS(
      "voice-connector-groups", 1000, 1_000_000, "Voice Connector groups of an organization"),
  VOICE_CONNECTOR_GROUP_ITEMS("voice-connector-group-items", 3, 99, "Voice Connectors of a group"),
  CALLS_PER_SECOND(
      "calls-per-second", 100, 1_000_000, "calls that begin in a second through a Voice Connector"),
  SIP_RULES("sip-rules", 1000, 1_000_000, "SIP rules of an organization"),
  SIP_MEDIA_APPLICATIONS(
      "sip-media-applications", 1000, 1_000_000, "SIP media applications of an organization");

  private final String name;
  private final int initial;
  private final int most;
  private final String words;

  Quota(String name, int initial, int most, String words) {
    this.name = name;
    this.initial = initial;
    this.most = most;
    this.words = words;
  }

  /** The key of the setting. */
  public String setting() {
    return "quota." + name;
  }

  /** What holds unless the operator says otherwise. */
  public int initial() {
    return initial;
  }

  /** The most that an operator can allow. */
  public int most() {
    return most;
  }

  /** What it counts, and where, as a message says it. */
  public String describe() {
    return words;
  }
}
