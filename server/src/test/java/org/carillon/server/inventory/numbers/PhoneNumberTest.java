package org.carillon.server.inventory.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.server.inventory.pool.E164;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The transitions of a number, without a database. */
final class PhoneNumberTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private final PhoneNumber ordered =
      PhoneNumber.ordered(
          "123456789012",
          new NumberKey(1),
          new E164("+12065550100"),
          "order",
          PhoneNumberProductType.BUSINESS_CALLING,
          "US",
          PhoneNumberType.LOCAL,
          null,
          NOW);
  private final PhoneNumber unassigned = ordered.acquired(NOW.plusSeconds(2));

  @Test
  void orderedNumberIsAcquiredOrFails() {
    assertEquals(Optional.of(PhoneNumberStatus.ACQUIRE_IN_PROGRESS), ordered.status(NOW));
    assertEquals(Optional.of(PhoneNumberStatus.UNASSIGNED), unassigned.status(NOW));
    assertEquals(NOW.plusSeconds(2), unassigned.acquiredAt());
    assertEquals(
        Optional.of(PhoneNumberStatus.ACQUIRE_FAILED), ordered.acquireFailed(NOW).status(NOW));
  }

  @Test
  void numberBeingAcquiredCanBeNeitherDeletedNorAssignedNorChanged() {
    assertThrows(BadRequestException.class, () -> ordered.deleted(NOW));
    assertThrows(BadRequestException.class, () -> ordered.assigned(NOW));
    assertThrows(BadRequestException.class, () -> ordered.callingNameAsked("Jane", NOW));
    assertThrows(BadRequestException.class, () -> ordered.withName("Jane", NOW));
    assertThrows(
        BadRequestException.class,
        () -> ordered.withProductType(PhoneNumberProductType.VOICE_CONNECTOR, Set.of(), NOW));
  }

  @Test
  void refusalsSayWhatToDoNext() {
    PhoneNumber deleted = unassigned.deleted(NOW);
    String queued = "+12065550100 has been in the deletion queue since " + NOW + ", so ";
    assertEquals(
        queued + "it cannot be assigned; restore it if you need it",
        refusal(() -> deleted.assigned(NOW)));
    assertEquals(
        queued + "it cannot be deleted again; restore it if you need it",
        refusal(() -> deleted.deleted(NOW)));
    assertEquals(
        queued + "its product type cannot change; restore it if you need it",
        refusal(
            () -> deleted.withProductType(PhoneNumberProductType.VOICE_CONNECTOR, Set.of(), NOW)));
    assertEquals(
        "+12065550100 is still being acquired, so its name cannot change; wait until its order has"
            + " finished",
        refusal(() -> ordered.withName("Jane", NOW)));
    assertEquals(
        "+12065550100 was not acquired, so it cannot be assigned; order it again",
        refusal(() -> ordered.acquireFailed(NOW).assigned(NOW)));
  }

  private static String refusal(Executable change) {
    return String.valueOf(assertThrows(BadRequestException.class, change).getMessage());
  }

  @Test
  void namedNumberKeepsItsNameUntilItIsTakenAway() {
    PhoneNumber named = unassigned.withName("Front desk", NOW);
    assertEquals("Front desk", named.deleted(NOW).restored(NOW).name());
    assertNull(named.withName("", NOW).name());
  }

  @Test
  void deletedNumberLeavesAtTheInstantItsSevenDaysAreOver() {
    PhoneNumber deleted = unassigned.deleted(NOW);
    Instant leaves = NOW.plus(Duration.ofDays(7));
    assertEquals(
        Optional.of(PhoneNumberStatus.DELETE_IN_PROGRESS),
        deleted.status(leaves.minusNanos(1_000)));
    assertTrue(deleted.isInInventoryOrQueue(leaves.minusNanos(1_000)));
    assertEquals(Optional.of(PhoneNumberStatus.RELEASE_IN_PROGRESS), deleted.status(leaves));
    assertFalse(deleted.isInInventoryOrQueue(leaves));
    PhoneNumber refused = deleted.releaseRefused(leaves.plusSeconds(60), leaves);
    assertEquals(Optional.of(PhoneNumberStatus.RELEASE_FAILED), refused.status(leaves));
    assertEquals(Optional.empty(), refused.released(leaves).status(leaves));
  }

  @Test
  void restoredNumberKeepsItsProductTypeAndCallingName() {
    PhoneNumber named =
        unassigned
            .withProductType(PhoneNumberProductType.VOICE_CONNECTOR, Set.of(), NOW)
            .callingNameAsked("Front desk", NOW)
            .callingNameAnswered(true, NOW);
    PhoneNumber restored = named.deleted(NOW).restored(NOW.plus(Duration.ofDays(6)));
    assertEquals(PhoneNumberProductType.VOICE_CONNECTOR, restored.productType());
    assertEquals("Front desk", restored.callingName().shown());
    assertEquals(Optional.of(PhoneNumberStatus.UNASSIGNED), restored.status(NOW));
    assertThrows(BadRequestException.class, () -> restored.restored(NOW));
  }

  @Test
  void refusedCallingNameLeavesTheOneInForce() {
    PhoneNumber named = unassigned.callingNameAsked("First", NOW).callingNameAnswered(true, NOW);
    PhoneNumber pending = named.callingNameAsked("Second", NOW);
    assertEquals("Second", pending.callingName().shown());
    assertThrows(ConflictException.class, () -> pending.callingNameAsked("Third", NOW));
    assertEquals("First", pending.callingNameAnswered(false, NOW).callingName().shown());
  }

  @Test
  void productTypeFollowsCountryAndType() {
    assertThrows(
        BadRequestException.class,
        () ->
            ProductFit.verify(
                new E164("+442079460000"),
                "GB",
                PhoneNumberType.LOCAL,
                PhoneNumberProductType.VOICE_CONNECTOR,
                Set.of()));
    assertThrows(
        BadRequestException.class,
        () ->
            ProductFit.verify(
                new E164("+18005550100"),
                "US",
                PhoneNumberType.TOLL_FREE,
                PhoneNumberProductType.BUSINESS_CALLING,
                Set.of()));
    ProductFit.verify(
        new E164("+442079460000"),
        "GB",
        PhoneNumberType.LOCAL,
        PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN,
        Set.of());
    assertThrows(
        BadRequestException.class,
        () ->
            unassigned
                .assigned(NOW)
                .withProductType(PhoneNumberProductType.VOICE_CONNECTOR, Set.of(), NOW));
  }

  @Test
  void numberIsReadInEveryWayClientsWriteIt() {
    for (String each :
        List.of(
            "+12065550100",
            "12065550100",
            "%2B12065550100",
            "%2b12065550100",
            "\u202A+12065550100\u202C",
            "\u200B12065550100 ")) {
      assertEquals(new E164("+12065550100"), E164.ofPath(each));
      assertEquals(new E164("+12065550100"), E164.ofId("PhoneNumberIds", each));
    }
    assertEquals(new E164("+12065550100"), E164.of("E164PhoneNumber", "%2B12065550100"));
    assertEquals("%2B12065550100", new E164("+12065550100").id());
    for (String no :
        new String[] {"", "+", "+0206", "0206", "++1206", "%2B", "1206555010012345678"}) {
      assertThrows(NotFoundException.class, () -> E164.ofPath(no), no);
      assertThrows(BadRequestException.class, () -> E164.ofId("PhoneNumberIds", no), no);
      assertThrows(BadRequestException.class, () -> E164.of("E164PhoneNumber", no), no);
    }
  }
}
