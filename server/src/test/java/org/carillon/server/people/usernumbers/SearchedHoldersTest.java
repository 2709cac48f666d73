package org.carillon.server.people.usernumbers;

import static java.util.Objects.requireNonNull;
import static org.carillon.server.people.usernumbers.Desk.A;
import static org.carillon.server.people.usernumbers.Desk.B;
import static org.carillon.server.people.usernumbers.Desk.C;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.carillon.api.model.HolderType;
import org.carillon.api.model.InventoryColumn;
import org.carillon.api.model.Operations;
import org.carillon.api.model.SearchInventoryInput;
import org.carillon.platform.db.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** After every change of a user's numbers, searches of the inventory use the present holders. */
@ParameterizedClass
@EnumSource(Engine.class)
final class SearchedHoldersTest {

  private final Desk desk;
  private final Instant begin;

  SearchedHoldersTest(Engine engine, @TempDir Path folder) {
    desk = new Desk(engine, folder);
    begin = desk.server.now();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /** The numbers that users hold, longest held first. */
  private List<String> found() {
    return requireNonNull(
            desk.bells
                .call(
                    Operations.SEARCH_INVENTORY,
                    SearchInventoryInput.builder()
                        .holderType(HolderType.USER)
                        .assignedFrom(begin)
                        .sortBy(InventoryColumn.ASSIGNED)
                        .build())
                .phoneNumbers())
        .stream()
        .map(each -> requireNonNull(requireNonNull(each.phoneNumber()).e164PhoneNumber()))
        .toList();
  }

  @Test
  void everyMoveLeavesTheHolderWhereItIsSearched() {
    desk.give(desk.jane, A);
    desk.give(desk.jane, B);
    assertEquals(List.of(A, B), found());
    desk.swap(desk.jane, C);
    assertEquals(List.of(B, C), found());
    desk.swap(desk.jane, B);
    assertEquals(List.of(B, C), found());
    desk.unassignPrimary(desk.jane);
    assertEquals(List.of(C), found());
    desk.give(desk.joe, A);
    desk.give(desk.joe, B);
    desk.unassignAdditional(desk.joe, B);
    assertEquals(List.of(C, A), found());
  }
}
