package org.carillon.server.calls.lines;

import static java.util.Objects.requireNonNull;
import static org.carillon.server.calls.lines.TestLines.NUMBER;
import static org.carillon.server.calls.lines.TestLines.creation;
import static org.carillon.server.calls.lines.TestLines.update;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.CreateLineOutput;
import org.carillon.api.model.DeleteLineInput;
import org.carillon.api.model.Line;
import org.carillon.api.model.LineSummary;
import org.carillon.api.model.ListLinesInput;
import org.carillon.api.model.ListLinesOutput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.ResourceLimitExceededException;
import org.carillon.api.model.UpdateLineOutput;
import org.carillon.platform.db.Engine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The lines of one user: listed, limited, and who has to notice a change of them. */
@ParameterizedClass
@EnumSource(Engine.class)
final class LineLimitTest {

  private final TestLines lines;
  private final String jane;
  private final String joe;

  LineLimitTest(Engine engine, @TempDir Path folder) {
    lines = new TestLines(engine, folder);
    jane = lines.user("jane");
    joe = lines.user("joe");
  }

  @AfterEach
  void close() {
    lines.close();
  }

  private static String number(int each) {
    return "+1206556%04d".formatted(each);
  }

  private ListLinesOutput page(String user) {
    return lines.run(Operations.LIST_LINES, ListLinesInput.builder().userId(user).build());
  }

  private ListLinesOutput page(String user, int size, @Nullable String token) {
    return lines.run(Operations.LIST_LINES, new ListLinesInput(user, size, token));
  }

  @Test
  void userHasAPlaceInFiveHundredLinesAtMost() {
    for (int i = 0; i < LineMemberships.OF_A_USER.value(); i++) {
      lines.number(number(i));
      lines.create(
          (i % 2 == 0 ? creation(jane) : creation(joe).outboundOnlyUserIds(List.of(jane)))
              .e164PhoneNumber(number(i))
              .name("Line " + i)
              .build());
    }
    assertEquals(
        "user %s would have 501 lines, and the limit is 500; remove the user from one"
            .formatted(jane),
        lines.refusal(
            ResourceLimitExceededException.class,
            Operations.CREATE_LINE,
            creation(joe, jane).build()));
    assertEquals(99, requireNonNull(page(jane).lines()).size());
    Line desk = lines.desk(joe);
    lines.refusal(
        ResourceLimitExceededException.class,
        Operations.UPDATE_LINE,
        update(desk).outboundOnlyUserIds(List.of(jane)).build());
  }

  @Test
  void linesOfAUserAreListedWhateverThePlace() {
    lines.number(number(1));
    lines.number(number(2));
    Line first = lines.desk(jane);
    lines.server.pass(Duration.ofSeconds(1));
    lines.create(creation(joe).e164PhoneNumber(number(1)).build());
    lines.server.pass(Duration.ofSeconds(1));
    Line third =
        lines.create(
            creation(joe).e164PhoneNumber(number(2)).outboundOnlyUserIds(List.of(jane)).build());
    ListLinesOutput page = page(jane, 1, null);
    assertEquals(
        Stream.of(first, third).map(Line::lineId).toList(),
        Stream.of(page, page(jane, 1, page.nextToken()))
            .flatMap(each -> requireNonNull(each.lines()).stream())
            .map(LineSummary::lineId)
            .toList());
    lines.refusal(
        BadRequestException.class,
        Operations.LIST_LINES,
        new ListLinesInput(joe, 1, page.nextToken()));
    assertEquals(List.of(), page("nobody").lines());
  }

  @Test
  void answersSayWhoHasToSignInAgain() {
    CreateLineOutput created = lines.run(Operations.CREATE_LINE, creation(jane).build());
    assertEquals(List.of(jane), created.signInRequiredUserIds());
    Line line = requireNonNull(created.line());
    UpdateLineOutput renamed =
        lines.run(Operations.UPDATE_LINE, update(line).name("Reception").build());
    assertEquals(List.of(), renamed.signInRequiredUserIds());
    UpdateLineOutput shared =
        lines.run(
            Operations.UPDATE_LINE,
            update(requireNonNull(renamed.line())).outboundOnlyUserIds(List.of(joe)).build());
    assertEquals(List.of(joe), shared.signInRequiredUserIds());
    assertEquals(
        Stream.of(jane, joe).sorted().toList(),
        lines
            .run(Operations.DELETE_LINE, new DeleteLineInput(requireNonNull(line.lineId()), null))
            .signInRequiredUserIds());
  }

  @Test
  void lineThatWasChangedSinceIsNotDissolved() {
    Line seen = lines.desk(jane);
    Line changed = lines.update(update(seen).name("Reception").build());
    String id = requireNonNull(seen.lineId());
    lines.refusal(
        ConflictException.class, Operations.DELETE_LINE, new DeleteLineInput(id, seen.revision()));
    lines.run(Operations.DELETE_LINE, new DeleteLineInput(id, changed.revision()));
  }

  @Test
  void numberIsChangedWhenItsAssignedUsersAre() {
    Line line = lines.desk(jane);
    Instant created = requireNonNull(lines.number().updatedTimestamp());
    lines.server.pass(Duration.ofDays(1));
    Line shown = lines.update(update(line).outboundOnlyUserIds(List.of(joe)).build());
    assertEquals(created, lines.number().updatedTimestamp());
    lines.server.pass(Duration.ofDays(1));
    Line after =
        lines.update(
            update(shown).assignedUserIds(List.of(jane, joe)).outboundOnlyUserIds(null).build());
    assertEquals(after.updatedTimestamp(), lines.number().updatedTimestamp());
    assertEquals(NUMBER, lines.number().e164PhoneNumber());
  }
}
