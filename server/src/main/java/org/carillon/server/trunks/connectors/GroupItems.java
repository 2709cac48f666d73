package org.carillon.server.trunks.connectors;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carillon.api.model.VoiceConnectorItem;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Quota;
import org.carillon.platform.operations.Quotas;
import org.carillon.platform.operations.Refusal;

/** Verifies the items that a group shall have, and locks their Voice Connectors. */
final class GroupItems {

  private final VoiceConnectorStore connectors;
  private final int quota;

  GroupItems(VoiceConnectorStore connectors, Quotas quotas) {
    this.connectors = connectors;
    this.quota = quotas.of(Quota.VOICE_CONNECTOR_GROUP_ITEMS);
  }

  /**
   * Locks the Voice Connectors, after the group if there is one, so that none of them is deleted
   * while it becomes an item.
   *
   * @param tooMany the error of the operation for more items than the quota
   * @param absent the error of the operation for a Voice Connector that does not exist
   * @throws org.carillon.api.model.BadRequestException when two items have the same priority or
   *     name the same Voice Connector
   */
  void lock(
      OperationContext context,
      List<VoiceConnectorItem> items,
      Function<String, ? extends RuntimeException> tooMany,
      Function<String, ? extends RuntimeException> absent) {
    if (items.size() > quota) {
      throw tooMany.apply(
          "a Voice Connector group has up to "
              + quota
              + " items, and "
              + items.size()
              + " were given; leave some out, or have the operator raise the setting "
              + Quota.VOICE_CONNECTOR_GROUP_ITEMS.setting());
    }
    refuseTwice("priority", items, VoiceConnectorItem::priority);
    refuseTwice("Voice Connector", items, VoiceConnectorItem::voiceConnectorId);
    Set<String> wanted =
        items.stream().map(VoiceConnectorItem::voiceConnectorId).collect(Collectors.toSet());
    Set<String> found =
        connectors.lockAll(context, wanted).values().stream()
            .map(VoiceConnector::voiceConnectorId)
            .collect(Collectors.toSet());
    for (VoiceConnectorItem item : items) {
      String id = item.voiceConnectorId();
      if (!found.contains(id)) {
        throw absent.apply(VoiceConnectorStore.absence(id));
      }
      context.auditSubject(id);
    }
  }

  private static void refuseTwice(
      String what, List<VoiceConnectorItem> items, Function<VoiceConnectorItem, Object> of) {
    Set<Object> seen = new HashSet<>();
    for (VoiceConnectorItem item : items) {
      if (!seen.add(of.apply(item))) {
        throw Refusal.badRequest(
            "two items have the "
                + what
                + " "
                + of.apply(item)
                + "; the items of a group name different Voice Connectors with different"
                + " priorities");
      }
    }
  }
}
