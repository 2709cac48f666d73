package org.carillon.server.voiceconnectors;

/**
 * What the operator sets for Voice Connectors.
 *
 * @param domain where their host names lie
 * @param quotas how many there may be
 */
public record SipSettings(SipDomain domain, Quotas quotas) {

  /** What holds unless the operator says otherwise. */
  public static final SipSettings DEFAULTS = new SipSettings(SipDomain.DEFAULT, Quotas.DEFAULTS);
}
