package org.carillon.server.calls.lines;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

  private static final String MEMBERS_OF_A_PAGE =
      "the lines of a page have a limited number of members, which are counted";

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

  @Test
  void lineIsFoundByItsKeyAndItsUsersByTheOpenEntries() {
    lines
        .bells
        .plans(Operations.GET_LINE, new GetLineInput(requireNonNull(line.lineId())))
        .use(
            "shared_line USING PRIMARY KEY (line_id=? AND organization_id=?)",
            "holders_of_number (organization_id=? AND number_id=?)");
  }

  @Test
  void pageIsReadInTheOrderOfItsIndexAndCountedByTheOpenEntries() {
    lines
        .bells
        .plans(Operations.LIST_LINES, ListLinesInput.builder().build())
        .sorting(MEMBERS_OF_A_PAGE)
        .use(
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
    lines
        .bells
        .plans(
            Operations.LIST_LINES,
            new ListLinesInput(requireNonNull(line.assignedUsers()).getFirst().userId(), 99, null))
        .sorting("a user has a limited number of lines")
        .use(
            "one_seat (organization_id=? AND holder_id=?)",
            "one_holder (organization_id=? AND number_id=?)",
            "shared_line USING PRIMARY KEY (line_id=? AND organization_id=?)");
  }

  @Test
  void placesOfAUserAreReadWithoutThoseOfOthers() {
    lines
        .bells
        .plans(context -> new LineMemberStore().roles(context, "jane"))
        .use("one_seat (organization_id=? AND holder_id=?)");
    lines
        .bells
        .plans(context ->
            new LineStore(new LineMemberStore())
                .countedLines(context, List.of(requireNonNull(line.lineId()))))
        .sorting(MEMBERS_OF_A_PAGE)
        .use(
            "shared_line USING PRIMARY KEY (line_id=? AND organization_id=?)",
            "holders_of_number (organization_id=? AND number_id=?)");
  }

  @Test
  void linesOfUsersAreCountedByTheirOpenEntries() {
    lines
        .bells
        .plans(context -> new LineMemberStore().lines(context, List.of("jane", "joe")))
        .use("one_seat (organization_id=? AND holder_id=?)");
  }

  @Test
  void changesAreFoundByTheKeyOfTheirLine() {
    lines
        .bells
        .plans(context -> {
          String id = requireNonNull(line.lineId());
          Line found = new LineStore(new LineMemberStore()).get(context, id).line();
          Line later = found.replaced(found.configuration(), found.changedAt());
          assertThrows(
              ConflictException.class,
              () -> new ChangeStore().refuseStale(context, later.entity(), 1, "delete"));
        })
        .use("entity_change USING PRIMARY KEY (entity_id=? AND version>?)");
  }
}
