package org.carillon.server.trunks.connectors;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carillon.api.model.VoiceConnectorItem;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;

/** Verifies the items that a group shall have, and locks their Voice Connectors. */
final class GroupItems {

  private final VoiceConnectorStore connectors;
  private final Limit limit;

  GroupItems(VoiceConnectorStore connectors, Limit limit) {
    this.connectors = connectors;
    this.limit = limit;
  }

  /**
   * Locks the Voice Connectors, after the group if there is one, so that none of them is deleted
   * while it becomes an item.
   *
   * @throws org.carillon.api.shape.ModelledException as {@link Limit#refuseBeyond} for too many
   *     items, and as {@link Refusal#namesAbsent} for a Voice Connector that does not exist
   * @throws org.carillon.api.model.BadRequestException when two items have the same priority or
   *     name the same Voice Connector
   */
  void lock(OperationContext context, List<VoiceConnectorItem> items) {
    limit.refuseBeyond(context, "VoiceConnectorItems: the group", items.size(), most -> 0);
    refuseDuplicates("priority", items, VoiceConnectorItem::priority);
    refuseDuplicates("Voice Connector", items, VoiceConnectorItem::voiceConnectorId);
    Set<String> wanted =
        items.stream().map(VoiceConnectorItem::voiceConnectorId).collect(Collectors.toSet());
    Set<String> found =
        connectors.lockAll(context, wanted).values().stream()
            .map(VoiceConnector::voiceConnectorId)
            .collect(Collectors.toSet());
    for (VoiceConnectorItem item : items) {
      String id = item.voiceConnectorId();
      if (!found.contains(id)) {
        throw Refusal.namesAbsent(context, VoiceConnectorStore.absence(id));
      }
      context.auditSubject(id);
    }
  }

  private static void refuseDuplicates(
      String what, List<VoiceConnectorItem> items, Function<VoiceConnectorItem, Object> of) {
    Set<Object> seen = new HashSet<>();
    for (VoiceConnectorItem item : items) {
      if (!seen.add(of.apply(item))) {
        throw Refusal.badRequest(
            "two VoiceConnectorItems have the "
                + what
                + " "
                + of.apply(item)
                + "; give each item its own Voice Connector and priority");
      }
    }
  }
}
