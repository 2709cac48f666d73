package org.carillon.server.trunks.connectors;

import static java.util.Comparator.comparingInt;

import java.time.Instant;
import java.util.List;
import org.carillon.api.model.VoiceConnectorItem;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.tags.Arns;

/**
 * A group of Voice Connectors that are tried one after the other, with all its transitions.
 *
 * @param items in the order of their turns
 */
public record VoiceConnectorGroup(
    String voiceConnectorGroupId,
    String name,
    List<VoiceConnectorItem> items,
    Instant createdAt,
    Instant changedAt) {

  /** A group has no region of its own; its ARN has the one region of all groups. */
  private static final String REGION = "us-east-1";

  /** Sorts the items. */
  public VoiceConnectorGroup {
    items = items.stream().sorted(comparingInt(VoiceConnectorItem::priority)).toList();
  }

  VoiceConnectorGroup updated(String newName, List<VoiceConnectorItem> newItems, Instant now) {
    return new VoiceConnectorGroup(voiceConnectorGroupId, newName, newItems, createdAt, now);
  }

  /** Returns the group as a holder. */
  public Holder holder() {
    return new Holder(voiceConnectorGroupId, Holder.Kind.GROUP, null, name);
  }

  /** Returns the view for clients. */
  org.carillon.api.model.VoiceConnectorGroup view(String organizationId) {
    return org.carillon.api.model.VoiceConnectorGroup.builder()
        .voiceConnectorGroupId(voiceConnectorGroupId)
        .name(name)
        .voiceConnectorItems(items)
        .createdTimestamp(createdAt)
        .updatedTimestamp(changedAt)
        .voiceConnectorGroupArn(Arns.of(REGION, organizationId, "vcg", voiceConnectorGroupId))
        .build();
  }
}
