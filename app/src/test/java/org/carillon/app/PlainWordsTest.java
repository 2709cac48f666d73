package org.carillon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Verifies that documents, the model, messages and comments keep to the words of CONTRIBUTING. */
final class PlainWordsTest {

  private static final Path ROOT =
      Path.of(System.getProperty("golden.folder", "golden")).toAbsolutePath().resolveSibling("");

  /** Phrases that hide the actor or the thing; CONTRIBUTING gives the words to use instead. */
  private static final Pattern AVOIDED =
      Pattern.compile(
          "\\b(of which|of whom|as what|as whom|that which|what is|whoever|whomever|whatever"
              + "|somebody|everybody|something|heeds?|no longer there|bears?|stands? (in )?for"
              + "|(is|are|was|were|being) told)\\b",
          Pattern.CASE_INSENSITIVE);

  /** The chapter that quotes the phrases, and markup between the words of a broken line. */
  private static final Pattern PASSED_OVER =
      Pattern.compile("(?s)\n+## Words\n.*?(?=\n## )|\\s+(///?|\\*)?\\s*");

  private static final Set<String> TOP = Set.of("README.md", "CONTRIBUTING.md");

  @Test
  void textsUsePlainWords() throws IOException {
    List<String> found = new ArrayList<>();
    int texts = 0;
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(PlainWordsTest::isChecked).sorted().toList()) {
        texts++;
        Matcher phrase =
            AVOIDED.matcher(PASSED_OVER.matcher(Files.readString(file)).replaceAll(" "));
        while (phrase.find()) {
          found.add(ROOT.relativize(file) + ": " + phrase.group());
        }
      }
    }
    assertEquals(List.of(), found);
    assertTrue(texts > 500, () -> "too few texts under " + ROOT);
  }

  private static boolean isChecked(Path file) {
    String path = ROOT.relativize(file).toString().replace('\\', '/');
    return TOP.contains(path)
        || path.matches("docs/.*\\.md|api/model/[^/]*\\.smithy|[^/]+/src/main/java/.*\\.java");
  }
}
