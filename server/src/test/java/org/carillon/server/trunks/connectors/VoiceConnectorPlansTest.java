package org.carillon.server.trunks.connectors;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.carillon.api.model.GetVoiceConnectorGroupInput;
import org.carillon.api.model.GetVoiceConnectorInput;
import org.carillon.api.model.ListVoiceConnectorGroupsInput;
import org.carillon.api.model.ListVoiceConnectorsInput;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which index serves each query on Voice Connectors; SQLite tells for empty tables too. */
final class VoiceConnectorPlansTest {

  private final Trunks trunks;

  VoiceConnectorPlansTest(@TempDir Path folder) {
    trunks = new Trunks(Engine.SQLITE, folder, TestServer.Settings.INITIAL);
  }

  @AfterEach
  void close() {
    trunks.close();
  }

  private <I> void indexed(OperationShape<I, ?> shape, I input, String... indexes) {
    trunks.bells().plans(shape, input).use(indexes);
  }

  private void part(Consumer<OperationContext> part, String... indexes) {
    trunks.bells().plans(part).use(indexes);
  }

  @Test
  void connectorsAreFoundByIdAndInOrderAndCountedByTheSameIndex() {
    String id = trunks.connectorId("Head office");
    indexed(
        Operations.GET_VOICE_CONNECTOR,
        new GetVoiceConnectorInput(id),
        "PRIMARY KEY (voice_connector_id=? AND organization_id=?)");
    indexed(
        Operations.LIST_VOICE_CONNECTORS,
        ListVoiceConnectorsInput.builder().build(),
        "voice_connector_page (organization_id=? AND (created_at,voice_connector_id)>(?,?))");
    VoiceConnectorStore connectors = trunks.connectors();
    trunks
        .bells()
        .plans(context -> connectors.count(context, 100))
        .walking("voice_connector_page", "a count ends at the limit")
        .use("COVERING INDEX voice_connector_page (organization_id=?)");
    part(
        context -> connectors.lockAll(context, List.of(id, "other")),
        "PRIMARY KEY (voice_connector_id=? AND organization_id=?)");
  }

  @Test
  void groupsAreFoundWithTheirItemsById() {
    String group = trunks.groupId("Group", trunks.connectorId("Head office"));
    String items = "PRIMARY KEY (voice_connector_group_id=? AND organization_id=?)";
    indexed(
        Operations.GET_VOICE_CONNECTOR_GROUP,
        new GetVoiceConnectorGroupInput(group),
        "PRIMARY KEY (voice_connector_group_id=? AND organization_id=?)",
        "voice_connector_item USING " + items);
    indexed(
        Operations.LIST_VOICE_CONNECTOR_GROUPS,
        ListVoiceConnectorGroupsInput.builder().build(),
        "voice_connector_group_page (organization_id=? AND"
            + " (created_at,voice_connector_group_id)>(?,?))",
        "voice_connector_item USING " + items);
    GroupStore groups = new GroupStore();
    trunks
        .bells()
        .plans(context -> groups.count(context, 100))
        .walking("voice_connector_group_page", "a count ends at the limit")
        .use("COVERING INDEX voice_connector_group_page (organization_id=?)");
  }

  @Test
  void groupsOfAConnectorAreCountedAndNamedByItsIndex() {
    GroupStore groups = new GroupStore();
    String index = "groups_of_connector (voice_connector_id=? AND organization_id=?)";
    part(context -> groups.countWith(context, "c", 5), "COVERING INDEX " + index);
    part(
        context -> groups.namesWith(context, "c", 5),
        index,
        "PRIMARY KEY (voice_connector_group_id=? AND organization_id=?)");
  }
}
