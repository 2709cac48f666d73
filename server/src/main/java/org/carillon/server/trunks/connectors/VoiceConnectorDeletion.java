package org.carillon.server.trunks.connectors;

import org.carillon.platform.operations.OperationContext;

/**
 * What other features do in the transaction that deletes a Voice Connector: they know of
 * connectors, and connectors do not know of them.
 */
@FunctionalInterface
public interface VoiceConnectorDeletion {

  /**
   * Takes away what belongs to the connector, whose row is locked, or refuses the deletion.
   *
   * @throws org.carillon.api.model.ConflictException while something cannot do without it, saying
   *     what
   */
  void deleted(OperationContext context, String voiceConnectorId);
}
