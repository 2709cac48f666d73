package org.carillon.server.trunks.rules;

import org.carillon.platform.operations.OperationContext;

/** Knows the outbound host names of the organization's Voice Connectors. */
@FunctionalInterface
public interface HostNames {

  /**
   * Whether one of the organization's Voice Connectors goes by that host name.
   *
   * @param hostName in small letters
   */
  boolean has(OperationContext context, String hostName);
}
