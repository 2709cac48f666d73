package org.carillon.server.calls.lines;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.GetLineInput;
import org.carillon.api.model.ListLinesInput;
import org.carillon.api.model.Operations;
import org.carillon.platform.changes.ChangeStore;
import org.carillon.platform.db.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which index serves each read of lines. */
final class LinePlansTest {

  private final TestLines lines;
  private final org.carillon.api.model.Line line;

  LinePlansTest(@TempDir Path folder) {
    lines = new TestLines(Engine.SQLITE, folder);
    line = lines.desk(lines.user("jane"));
  }

  @AfterEach
  void close() {
    lines.close();
  }

  private static void verify(List<String> plans, String... indexes) {
    String text = String.join("\n", plans);
    assertTrue(plans.stream().noneMatch(step -> step.startsWith("SCAN")), text);
    for (String index : indexes) {
      assertTrue(text.contains(index), text);
    }
  }

  @Test
  void lineIsFoundByItsKeyAndItsUsersByTheOpenEntries() {
    verify(
        lines.service.plans(
            lines.bells, Operations.GET_LINE, new GetLineInput(requireNonNull(line.lineId()))),
        "shared_line USING PRIMARY KEY (line_id=? AND organization_id=?)",
        "holders_of_number (organization_id=? AND number_id=?)");
  }

  @Test
  void pageIsReadInTheOrderOfItsIndexAndCountedByTheOpenEntries() {
    verify(
        lines.service.plans(lines.bells, Operations.LIST_LINES, ListLinesInput.builder().build()),
        "shared_line_page (organization_id=? AND (created_at,line_id)>(?,?))",
        "holders_of_number (organization_id=? AND number_id=?)");
  }

  @Test
  void linesOfAUserAreFoundByTheOpenEntriesAndThenByTheirKeys() {
    // Of a single id every plan is a good one.
    for (String e164 : List.of("+12065550101", "+12065550102", "+12065550103")) {
      lines.number(e164);
      lines.create(
          TestLines.creation(TestLines.ids(line.assignedUsers()).getFirst())
              .e164PhoneNumber(e164)
              .build());
    }
    verify(
        lines.service.plans(
            lines.bells,
            Operations.LIST_LINES,
            new ListLinesInput(requireNonNull(line.assignedUsers()).getFirst().userId(), 99, null)),
        "one_seat (organization_id=? AND holder_id=?)",
        "one_holder (organization_id=? AND number_id=?)",
        "shared_line USING PRIMARY KEY (line_id=? AND organization_id=?)");
  }

  @Test
  void placesOfAUserAreReadWithoutThoseOfOthers() {
    verify(
        lines.service.plans(lines.bells, context -> new LineMemberStore().roles(context, "jane")),
        "one_seat (organization_id=? AND holder_id=?)");
    verify(
        lines.service.plans(
            lines.bells,
            context ->
                new LineStore(new LineMemberStore())
                    .countedLines(context, List.of(requireNonNull(line.lineId())))),
        "shared_line USING PRIMARY KEY (line_id=? AND organization_id=?)",
        "holders_of_number (organization_id=? AND number_id=?)");
  }

  @Test
  void linesOfUsersAreCountedByTheirOpenEntries() {
    verify(
        lines.service.plans(
            lines.bells, context -> new LineMemberStore().lines(context, List.of("jane", "joe"))),
        "one_seat (organization_id=? AND holder_id=?)");
  }

  @Test
  void changesAreFoundByTheKeyOfTheirLine() {
    verify(
        lines.service.plans(
            lines.bells,
            context -> {
              String id = requireNonNull(line.lineId());
              Line found = new LineStore(new LineMemberStore()).get(context, id).line();
              Line later = found.replaced(found.configuration(), found.changedAt());
              assertThrows(
                  ConflictException.class,
                  () -> new ChangeStore().refuseStale(context, later.entity(), 1));
            }),
        "entity_change USING PRIMARY KEY (entity_id=? AND version>?)");
  }
}
