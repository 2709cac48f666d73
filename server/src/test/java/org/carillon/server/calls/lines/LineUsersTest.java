package org.carillon.server.calls.lines;

import static java.util.Objects.requireNonNull;
import static org.carillon.server.calls.lines.TestLines.creation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.carillon.api.model.AssociateUserWithLineInput;
import org.carillon.api.model.AssociateUserWithLineOutput;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.DisassociateUserFromLineInput;
import org.carillon.api.model.DisassociateUserFromLineOutput;
import org.carillon.api.model.Line;
import org.carillon.api.model.LineUser;
import org.carillon.api.model.LineUserRole;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.ResourceLimitExceededException;
import org.carillon.platform.db.Engine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Users come to a line and leave it one by one, without a word about the others. */
@ParameterizedClass
@EnumSource(Engine.class)
final class LineUsersTest {

  private final TestLines lines;
  private final String jane;
  private final String joe;
  private final String ann;

  LineUsersTest(Engine engine, @TempDir Path folder) {
    lines = new TestLines(engine, folder);
    jane = lines.user("jane");
    joe = lines.user("joe");
    ann = lines.user("ann");
  }

  @AfterEach
  void close() {
    lines.close();
  }

  private static AssociateUserWithLineInput joining(Line line, String user, LineUserRole role) {
    return new AssociateUserWithLineInput(requireNonNull(line.lineId()), user, role);
  }

  private static DisassociateUserFromLineInput leaving(Line line, String user) {
    return new DisassociateUserFromLineInput(requireNonNull(line.lineId()), user);
  }

  private AssociateUserWithLineOutput join(Line line, String user, LineUserRole role) {
    lines.server.pass(Duration.ofSeconds(1));
    return lines.run(Operations.ASSOCIATE_USER_WITH_LINE, joining(line, user, role));
  }

  private DisassociateUserFromLineOutput leave(Line line, String user) {
    lines.server.pass(Duration.ofSeconds(1));
    return lines.run(Operations.DISASSOCIATE_USER_FROM_LINE, leaving(line, user));
  }

  private static List<@Nullable String> ids(@Nullable List<LineUser> users) {
    return requireNonNull(users).stream().<@Nullable String>map(LineUser::userId).toList();
  }

  @Test
  void userJoinsALineAndLeavesItWhileTheOthersStay() {
    Line desk = lines.create(creation(jane).defaultInboxUserId(jane).build());
    AssociateUserWithLineOutput joined = join(desk, joe, LineUserRole.ASSIGNED);
    Line two = requireNonNull(joined.line());
    assertEquals(List.of(jane, joe), ids(two.assignedUsers()));
    assertEquals(
        requireNonNull(desk.assignedUsers()).getFirst(),
        requireNonNull(two.assignedUsers()).getFirst());
    assertEquals(2, two.revision());
    assertEquals(List.of(joe), joined.signInRequiredUserIds());
    assertEquals(4, requireNonNull(lines.number().associations()).size());

    AssociateUserWithLineOutput again = join(desk, joe, LineUserRole.ASSIGNED);
    assertEquals(two, again.line());
    assertEquals(List.of(), again.signInRequiredUserIds());

    Line three = requireNonNull(join(desk, ann, LineUserRole.OUTBOUND_ONLY).line());
    assertEquals(List.of(ann), ids(three.outboundOnlyUsers()));
    DisassociateUserFromLineOutput left = leave(desk, jane);
    Line four = requireNonNull(left.line());
    assertEquals(List.of(joe), ids(four.assignedUsers()));
    assertNull(four.defaultInboxUserId());
    assertEquals(4, four.revision());
    assertEquals(List.of(jane), left.signInRequiredUserIds());
    assertEquals(List.of(), ids(requireNonNull(leave(desk, ann).line()).outboundOnlyUsers()));
  }

  @Test
  void placeIsExchangedForTheOtherAtOneInstant() {
    Line desk = lines.desk(jane, joe);
    Line after = requireNonNull(join(desk, joe, LineUserRole.OUTBOUND_ONLY).line());
    assertEquals(List.of(jane), ids(after.assignedUsers()));
    assertEquals(List.of(joe), ids(after.outboundOnlyUsers()));
    assertEquals(
        after.updatedTimestamp(),
        requireNonNull(after.outboundOnlyUsers()).getFirst().assignedTimestamp());
  }

  @Test
  void lastAssignedUserStaysAndStrangersAreToldSo() {
    Line desk = lines.desk(jane);
    String last =
        "user %s is the last one assigned to line Front desk (+12065550100); assign another user"
                .formatted(jane)
            + " first or delete the line";
    assertEquals(
        last,
        lines.refusal(
            ConflictException.class, Operations.DISASSOCIATE_USER_FROM_LINE, leaving(desk, jane)));
    assertEquals(
        last,
        lines.refusal(
            ConflictException.class,
            Operations.ASSOCIATE_USER_WITH_LINE,
            joining(desk, jane, LineUserRole.OUTBOUND_ONLY)));
    assertEquals(
        "user %s has no place in line Front desk (+12065550100); GetLine shows who has"
            .formatted(joe),
        lines.refusal(
            ConflictException.class, Operations.DISASSOCIATE_USER_FROM_LINE, leaving(desk, joe)));
    assertEquals(
        "there is no user nobody in this organization (UserId)",
        lines.refusal(
            NotFoundException.class,
            Operations.ASSOCIATE_USER_WITH_LINE,
            joining(desk, "nobody", LineUserRole.ASSIGNED)));
  }

  @Test
  void lineHasTwoHundredUsersInARoleAtMost() {
    String[] crowd = new String[200];
    for (int i = 0; i < crowd.length; i++) {
      crowd[i] = lines.user("user" + i);
    }
    Line desk = lines.desk(crowd);
    assertEquals(
        "line Front desk (+12065550100) would have 201 assigned users, and the limit is 200;"
            + " disassociate one first",
        lines.refusal(
            ResourceLimitExceededException.class,
            Operations.ASSOCIATE_USER_WITH_LINE,
            joining(desk, jane, LineUserRole.ASSIGNED)));
    join(desk, jane, LineUserRole.OUTBOUND_ONLY);
  }
}
