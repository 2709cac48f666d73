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
import org.carillon.server.testing.TestService;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which index serves the queries by which a call meets hunt groups. */
final class SnapshotPlansTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 16})
  void membersAreFoundByTheIdsOfTheirGroupsHoweverManyTheseAre(int count, @TempDir Path folder) {
    try (TestService service = new TestService(Engine.SQLITE, folder)) {
      String bells = service.organization();
      List<Flow> groups =
          IntStream.range(0, count).mapToObj(i -> group(service, bells, "Group " + i)).toList();
      service
          .plans(bells, context -> new SnapshotStore().groups(context, groups, Map.of(), 10))
          .use("SEARCH call_reference USING PRIMARY KEY (from_id=? AND what=?)");
    }
  }

  private static Flow group(TestService service, String organization, String name) {
    String id =
        requireNonNull(
                service
                    .run(
                        organization,
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
        service.now(),
        service.now());
  }
}
