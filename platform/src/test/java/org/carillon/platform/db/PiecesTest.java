package org.carillon.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Long work in short transactions. */
final class PiecesTest {

  private static final List<Integer> ROWS = IntStream.range(0, 400).boxed().toList();

  @Test
  void piecesOfSlowRowsBecomeAsLargeAsFitsTheTime() {
    Pieces pieces = new Pieces(Duration.ZERO);
    List<Integer> done = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    pieces.each(
        ROWS,
        piece ->
            pieces.timed(() -> {
              piece.forEach(row -> LockSupport.parkNanos(Duration.ofMillis(2).toNanos()));
              sizes.add(piece.size());
              return done.addAll(piece);
            }));
    assertEquals(ROWS, done);
    // The first one does not know yet; then 50 ms hold 25 rows of two milliseconds, or fewer.
    assertTrue(sizes.stream().skip(1).allMatch(size -> size <= 25), sizes.toString());
    assertTrue(sizes.stream().skip(1).anyMatch(size -> size > 1), sizes.toString());
  }

  @Test
  void piecesOfQuickRowsGrow() {
    Pieces pieces = new Pieces(Duration.ZERO);
    List<Integer> sizes = new ArrayList<>();
    pieces.each(ROWS, piece -> pieces.timed(() -> sizes.add(piece.size())));
    assertEquals(List.of(50, 100, 200, 50), sizes);
  }

  @Test
  void pieceThatMeetsABusyDatabaseIsTriedAgainAndNoneTwice() {
    Pieces pieces = new Pieces(Duration.ZERO);
    List<Integer> done = new ArrayList<>();
    int[] tries = {0};
    pieces.each(
        ROWS,
        piece -> {
          if (++tries[0] % 2 == 1) {
            throw new DatabaseBusyException("busy");
          }
          pieces.timed(() -> done.addAll(piece));
        });
    assertEquals(ROWS, done);
    assertThrows(
        DatabaseBusyException.class,
        () ->
            pieces.each(
                ROWS,
                piece -> {
                  throw new DatabaseBusyException("busy for good");
                }));
  }
}
