package org.carillon.server.calls.resolver;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carillon.api.model.CreateHuntGroupInput;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Engine;
import org.carillon.server.calls.entries.FlowId;
import org.carillon.server.calls.flows.Flow;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which index serves the queries by which a call meets hunt groups. */
final class SnapshotPlansTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 16})
  void membersAreFoundByTheIdsOfTheirGroupsHoweverManyTheseAre(int count, @TempDir Path folder) {
    try (TestServer server = new TestServer(Engine.SQLITE, folder)) {
      Tenant bells = server.organization();
      List<Flow> groups =
          IntStream.range(0, count).mapToObj(i -> group(server, bells, "Group " + i)).toList();
      bells
          .plans(context -> new SnapshotStore().groups(context, groups, Map.of(), 10))
          .use("SEARCH call_reference USING PRIMARY KEY (from_id=? AND what=?)");
    }
  }

  private static Flow group(TestServer server, Tenant organization, String name) {
    String id =
        requireNonNull(
                organization
                    .call(
                        Operations.CREATE_HUNT_GROUP,
                        CreateHuntGroupInput.builder()
                            .name(name)
                            .strategy(HuntGroupStrategy.SIMULTANEOUS)
                            .memberUserIds(List.of())
                            .build())
                    .huntGroup())
            .huntGroupId();
    return new Flow(
        new FlowId(FlowId.Kind.HUNT_GROUP, requireNonNull(id)),
        name,
        1,
        server.now(),
        server.now());
  }
}
