package org.carillon.platform.operations;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.ResourceLimitExceededException;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.TestClock;
import org.carillon.platform.db.TestDatabases;
import org.carillon.platform.identity.Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What limits allow and how they refuse. */
final class LimitTest {

  private static final Limit SIP_RULES =
      Limit.adjustable("sip-rules", 1000, 5000, "SIP rules", "an organization", "delete one");
  private static final Limit DEVICES = Limit.fixed(20, "devices", "a user", "delete one");

  @TempDir private Path folder;

  @Test
  void oneMoreThanTheLimitIsRefusedNamingOwnerAndSetting() {
    Limit limit = new Limits(Map.of("quota.sip-rules", 2)).of(SIP_RULES);
    in(
        "CreateSipRule",
        context -> {
          assertDoesNotThrow(() -> limit.refuseBeyond(context, Limit.ORGANIZATION, 1, most -> 1));
          assertEquals(
              "the organization would have 3 SIP rules, and the limit is 2; delete one, or ask the"
                  + " operator to raise quota.sip-rules",
              assertThrows(
                      ResourceLimitExceededException.class,
                      () -> limit.refuseBeyond(context, Limit.ORGANIZATION, 1, most -> 2))
                  .getMessage());
        });
  }

  @Test
  void limitThatNobodyChangesNamesNoSetting() {
    in(
        "CreateDevice",
        context ->
            assertEquals(
                "user jane would have 22 devices, and the limit is 20; delete one",
                assertThrows(
                        ResourceLimitExceededException.class,
                        () -> DEVICES.refuseBeyond(context, "user jane", 2, most -> most))
                    .getMessage()));
  }

  @Test
  void operationThatDeclaresNoLimitAnswersBadRequest() {
    in(
        "UpdateUser",
        context ->
            assertThrows(
                BadRequestException.class,
                () -> DEVICES.refuseBeyond(context, "user jane", 21, most -> 0)));
  }

  @Test
  void limitIsAtLeastOneAndKeepsItsOwnValueWhenItIsLeftOut() {
    assertThrows(IllegalArgumentException.class, () -> new Limits(Map.of("quota.sip-rules", 0)));
    assertEquals(SIP_RULES, Limits.INITIAL.of(SIP_RULES));
    assertEquals(DEVICES, new Limits(Map.of("quota.sip-rules", 2)).of(DEVICES));
  }

  private void in(String operation, Consumer<OperationContext> verified) {
    try (Database database = TestDatabases.open(Engine.SQLITE, folder, new TestClock())) {
      database.outside(transaction -> {
        verified.accept(
            new OperationContext(
                Principal.system("100000000001", "test"), operation, 1, transaction));
        return null;
      });
    }
  }
}
