package org.carillon.server.trunks.connectors;

import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR_GROUP;
import static org.carillon.platform.db.schema.Tables.VOICE_CONNECTOR_ITEM;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.VoiceConnectorItem;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.records.VoiceConnectorGroupRecord;
import org.jspecify.annotations.Nullable;

/** Turns the rows of groups and of their items into groups and back. */
final class GroupRows {

  private GroupRows() {}

  /** A group and one of its items, or none. */
  record GroupItem(VoiceConnectorGroupRecord group, @Nullable VoiceConnectorItem item) {

    static GroupItem read(Row row) {
      Integer priority = row.get(VOICE_CONNECTOR_ITEM.PRIORITY);
      return new GroupItem(
          row.into(VOICE_CONNECTOR_GROUP),
          priority == null
              ? null
              : new VoiceConnectorItem(row.get(VOICE_CONNECTOR_ITEM.VOICE_CONNECTOR_ID), priority));
    }
  }

  /** Returns the groups of those rows, in their order. */
  static List<VoiceConnectorGroup> groups(List<GroupItem> rows) {
    Map<VoiceConnectorGroupRecord, List<VoiceConnectorItem>> items = new LinkedHashMap<>();
    for (GroupItem each : rows) {
      List<VoiceConnectorItem> ofGroup =
          items.computeIfAbsent(each.group(), _ -> new ArrayList<>());
      if (each.item() != null) {
        ofGroup.add(each.item());
      }
    }
    return items.entrySet().stream().map(each -> group(each.getKey(), each.getValue())).toList();
  }

  private static VoiceConnectorGroup group(
      VoiceConnectorGroupRecord row, List<VoiceConnectorItem> items) {
    return new VoiceConnectorGroup(
        row.getVoiceConnectorGroupId(),
        row.getName(),
        items,
        row.getCreatedAt(),
        row.getChangedAt());
  }

  /** The columns that the transitions of a group change. */
  static VoiceConnectorGroupRecord changeable(VoiceConnectorGroup group) {
    VoiceConnectorGroupRecord row = new VoiceConnectorGroupRecord();
    row.setName(group.name());
    row.setChangedAt(group.changedAt());
    return row;
  }
}
