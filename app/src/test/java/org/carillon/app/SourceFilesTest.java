package org.carillon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the text of every source file that we write. */
final class SourceFilesTest {

  private static final Path ROOT =
      Path.of(System.getProperty("golden.folder", "golden")).toAbsolutePath().resolveSibling("");

  @Test
  void noSourceFileIsLongerThanThreeHundredLines() throws IOException {
    assertEquals(List.of(), sources("main", file -> lines(file) > 300));
  }

  @Test
  void noTestFileIsLongerThanFourHundredLines() throws IOException {
    assertEquals(List.of(), sources("test", file -> lines(file) > 400));
  }

  @Test
  void everyPackageIsNullMarked() throws IOException {
    assertEquals(List.of(), sources("main", file -> !describedWith(file, "@NullMarked")));
  }

  /** Tests whose package says why may leave null to be found by the assertion that meets it. */
  @Test
  void everyTestPackageSaysWhetherItIsNullMarked() throws IOException {
    assertEquals(
        List.of(),
        sources(
            "test",
            file -> !describedWith(file, "@NullMarked") && !describedWith(file, "@NullUnmarked")));
  }

  private static boolean describedWith(Path file, String annotation) {
    Path description = file.resolveSibling("package-info.java");
    return Files.exists(description) && read(description).contains(annotation);
  }

  private static List<Path> sources(String kind, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      List<Path> folders =
          modules
              .map(module -> module.resolve("src").resolve(kind).resolve("java"))
              .filter(Files::isDirectory)
              .toList();
      assertFalse(folders.isEmpty(), () -> "no sources under " + ROOT);
      return folders.stream()
          .flatMap(SourceFilesTest::walk)
          .filter(file -> file.toString().endsWith(".java"))
          .filter(wanted)
          .map(ROOT::relativize)
          .sorted()
          .toList();
    }
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static long lines(Path file) {
    return read(file).lines().count();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
