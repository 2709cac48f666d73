package org.carillon.server.trunks.connectors;

import org.carillon.platform.operations.OperationContext;

/**
 * The work of other features in the transaction that deletes a Voice Connector. They know
 * connectors; connectors do not know them.
 */
@FunctionalInterface
public interface VoiceConnectorDeletion {

  /**
   * Takes away what belongs to the connector, whose row is locked, or refuses the deletion.
   *
   * @throws org.carillon.api.model.ConflictException while another resource needs it, saying what
   */
  void deleted(OperationContext context, String voiceConnectorId);
}
