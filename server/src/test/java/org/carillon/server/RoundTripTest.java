package org.carillon.server;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.OperationShape;
import org.carillon.api.shape.StructureShape;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends what Get answers back to Update, for each of our own resources that has both: the members
 * have the same names and shapes, and nothing changes but the revision.
 */
final class RoundTripTest {

  /** Members of answers that an update does not take, with the reason. */
  private static final Map<String, String> ANSWERED_ONLY =
      Map.ofEntries(
          Map.entry("CreatedTimestamp", "the server's clock"),
          Map.entry("UpdatedTimestamp", "the server's clock"),
          Map.entry("NotedTimestamp", "the server's clock"),
          Map.entry("Line E164PhoneNumber", "a line keeps its number"),
          Map.entry("Line AssignedUsers", "the users of AssignedUserIds, with their accounts"),
          Map.entry("Line OutboundOnlyUsers", "the users of OutboundOnlyUserIds, likewise"),
          Map.entry("Device Type", "a device keeps its type"),
          Map.entry("Device UserId", "AssociateDeviceWithUser changes it"),
          Map.entry("Device AssignedTimestamp", "the server's clock"),
          Map.entry("Device CredentialsTimestamp", "RegenerateDeviceCredentials changes it"),
          Map.entry("UserCallerId ShownPhoneNumber", "follows from the choice and the numbers"),
          Map.entry("UserCallerId MatchesPrimary", "follows from the choice and the numbers"));

  /** Operations that replace no settings, with the reason. */
  private static final Map<String, String> NO_UPDATES =
      Map.of("PutRecord", "an engine reports; nobody edits a record");

  /** Members that grow with each update. */
  private static final Set<String> GROWING = Set.of("Revision", "UpdatedTimestamp");

  private final TestServer server;

  RoundTripTest(@TempDir Path folder) {
    server = new TestServer(Engine.SQLITE, folder);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private record Pair(OperationShape<?, ?> get, OperationShape<?, ?> update) {

    /** The structure that holds the settings: the only member of the answer, or the answer. */
    StructureShape<?> answer() {
      List<Member> members = get.output().members();
      return members.size() == 1 && members.getFirst().shape() instanceof StructureShape<?> one
          ? one
          : get.output();
    }

    private boolean isNested() {
      return !answer().equals(get.output());
    }

    /** The members of an answer by their names. */
    Map<String, Object> values(Object output) {
      Object settings = isNested() ? get.output().readAny(output)[0] : output;
      Object[] values = answer().readAny(settings);
      Map<String, Object> byName = new HashMap<>();
      for (int i = 0; i < values.length; i++) {
        byName.put(answer().members().get(i).name(), values[i]);
      }
      return byName;
    }
  }

  private static Stream<Pair> pairs() {
    return Operations.ALL.stream()
        .filter(OperationShape::strict)
        .filter(each -> each.name().matches("(Update|Put).*"))
        .filter(each -> !NO_UPDATES.containsKey(each.name()))
        .map(update -> new Pair(get(update), update));
  }

  private static OperationShape<?, ?> get(OperationShape<?, ?> update) {
    String name = "Get" + update.name().replaceFirst("Update|Put", "");
    return Operations.ALL.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(update.name() + " needs " + name + " beside it"));
  }

  @Test
  void updateTakesEachMemberThatGetAnswersUnderItsName() {
    assertTrue(pairs().count() >= 7, () -> "pairs of Get and Update: " + pairs().toList());
    Set<String> unused = new TreeSet<>(ANSWERED_ONLY.keySet());
    pairs()
        .forEach(pair -> {
          Map<String, Member> taken =
              pair.update().input().members().stream().collect(toMap(Member::name, each -> each));
          for (Member answered : pair.answer().members()) {
            String known = pair.answer().name() + " " + answered.name();
            Member same = taken.get(answered.name());
            if (same == null) {
              assertTrue(
                  ANSWERED_ONLY.containsKey(known) || ANSWERED_ONLY.containsKey(answered.name()),
                  () -> pair.update().name() + " does not take what Get answers: " + known);
              unused.remove(known);
              unused.remove(answered.name());
            } else {
              assertEquals(same.shape(), answered.shape(), known);
            }
          }
        });
    assertEquals(Set.of(), unused, "members that updates take now");
  }

  @TestFactory
  Stream<DynamicTest> answerSentBackChangesNothingButTheRevision() {
    List<Pair> all = pairs().toList();
    Estate estate =
        Estate.of(
            server,
            "Bells",
            "206",
            shape -> all.stream().anyMatch(each -> each.update().equals(shape)));
    return all.stream()
        .map(each -> dynamicTest(each.update().name(), () -> sentBack(estate, each)));
  }

  private void sentBack(Estate estate, Pair pair) {
    OperationShape<?, ?> update = pair.update();
    estate.prepare(update);
    Object looking =
        Inputs.of(pair.get()).getFirst().valid(name -> estate.identifier(update, name));
    run(
        estate,
        update,
        Inputs.of(update).getFirst().valid(name -> estate.identifier(update, name)));
    Map<String, Object> before = pair.values(run(estate, pair.get(), looking));
    Map<String, Object> back = new HashMap<>(before);
    for (Member each : update.input().members()) {
      if (each.location() == Member.Location.LABEL) {
        back.put(each.name(), estate.identifier(update, each.name()));
      }
    }
    run(
        estate,
        update,
        update
            .input()
            .construct(
                update.input().members().stream().map(each -> back.get(each.name())).toArray()));
    Map<String, Object> after = pair.values(run(estate, pair.get(), looking));
    assertEquals(settled(before), settled(after));
    if (before.get("Revision") instanceof Integer revision) {
      assertEquals(revision + 1, after.get("Revision"));
    }
    assertTrue(before.values().stream().anyMatch(Objects::nonNull), before.toString());
  }

  private Object run(Estate estate, OperationShape<?, ?> shape, Object input) {
    server.pass(Duration.ofSeconds(1));
    return call(estate, shape, input);
  }

  @SuppressWarnings("unchecked") // the input was made of this very shape
  private static <I, O> Object call(Estate estate, OperationShape<I, O> shape, Object input) {
    return estate.tenant().call(shape, (I) input);
  }

  private static Map<String, Object> settled(Map<String, Object> values) {
    Map<String, Object> settled = new HashMap<>(values);
    settled.keySet().removeAll(GROWING);
    return settled;
  }
}
