package org.carillon.server.inventory.pool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.carillon.api.model.PhoneNumberType;
import org.jspecify.annotations.Nullable;

/** The numbers that regulators keep for fiction; the resource fiction.csv names the sources. */
final class FictionalNumbers {

  private FictionalNumbers() {}

  /** The first and the last of them tell whether all of them are there. */
  static List<NumberPool.PoolNumber> numbers() {
    try (InputStream file =
            Objects.requireNonNull(FictionalNumbers.class.getResourceAsStream("fiction.csv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(FictionalNumbers::block)
          .toList()
          .reversed();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Stream<NumberPool.PoolNumber> block(String line) {
    String[] cells = line.split(",", -1);
    PhoneNumberType type = Objects.requireNonNull(PhoneNumberType.fromValue(cells[1]));
    return NumberBlock.parse(cells[2])
        .numbers()
        .map(number ->
            new NumberPool.PoolNumber(number, cells[0], type, cell(cells, 4), cell(cells, 3)));
  }

  private static @Nullable String cell(String[] cells, int place) {
    return place >= cells.length || cells[place].isEmpty() ? null : cells[place];
  }
}
