package org.carillon.server.calls.entries;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.platform.db.Engine;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which index serves each query on entries of flows; SQLite tells for empty tables too. */
final class EntryPlansTest {

  private static final List<String> SOME = List.of("a", "b");

  private final FlowEntryStore entries = new FlowEntryStore();
  private final TargetStore targets = new TargetStore();
  private final TestServer server;
  private final Tenant bells;

  EntryPlansTest(@TempDir Path folder) {
    server = new TestServer(Engine.SQLITE, folder);
    bells = server.organization();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void indexed(Consumer<OperationContext> queries, String index) {
    bells.plans(queries).use(index);
  }

  @Test
  void whatLeadsSomewhereIsFoundByTheTarget() {
    String byTarget = "COVERING INDEX reference_to (organization_id=? AND to_id=? AND to_kind=?)";
    CallTarget number = new CallTarget(CallTargetType.PHONE_NUMBER, "+12065550100");
    indexed(context -> entries.to(context, number, 10), byTarget);
    for (Consumer<OperationContext> some :
        List.<Consumer<OperationContext>>of(
            context -> entries.automaticTo(context, CallTargetType.HUNT_GROUP, SOME, 10),
            context ->
                entries.toNumbers(
                    context, List.of(new E164("+12065550100"), new E164("+12065550101")), 10))) {
      bells
          .plans(some)
          .sorting("the entries to several targets are read from their covering index alone")
          .use(byTarget);
    }
    indexed(
        context -> targets.lockNumbersShared(context, SOME),
        "COVERING INDEX inventory_by_number (organization_id=? AND e164=?)");
    bells
        .plans(context -> targets.heldBy(context, SOME))
        .sorting("a line holds one number")
        .use("one_seat (organization_id=? AND holder_id=?");
    indexed(
        context -> targets.users(context, SOME), "PRIMARY KEY (user_id=? AND organization_id=?)");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 16})
  void whereFlowsLeadIsFoundByTheirIdsHoweverManyTheyAre(int count) {
    List<String> ids = IntStream.range(0, count).mapToObj(i -> "flow-" + i).toList();
    String key = "SEARCH call_reference USING PRIMARY KEY (from_id=? AND what=?)";
    indexed(context -> entries.automaticFrom(context, ids), key);
    indexed(context -> entries.leadingOn(context, ids), key);
  }
}
