package org.carillon.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Verifies that the code which CONTRIBUTING names for each rule exists. */
final class WhereIsTest {

  private static final Path GOLDEN = Path.of(System.getProperty("golden.folder", "golden"));
  private static final int LEAST_RULES = 20;

  /** A rule, and a link to the file of a class with a method of that class. */
  private static final Pattern ROW =
      Pattern.compile(
          "\\| (.+) \\| \\[`(\\w+)\\.(\\w+)`\\]\\((\\w+/src/main/java/([\\w/]+)\\.java)\\) \\|");

  @TestFactory
  List<DynamicTest> everyRuleIsWhereTheTableSays() throws IOException {
    List<String> rows =
        Files.readAllLines(GOLDEN.resolveSibling("CONTRIBUTING.md")).stream()
            .dropWhile(line -> !line.equals("## Where is …?"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("| "))
            .skip(1)
            .toList();
    assertTrue(rows.size() >= LEAST_RULES, () -> "only " + rows.size() + " rules");
    return rows.stream().map(row -> DynamicTest.dynamicTest(row, () -> verify(row))).toList();
  }

  private static void verify(String row) throws ClassNotFoundException {
    Matcher rule = ROW.matcher(row);
    assertTrue(rule.matches(), () -> "not of the form | rule | [`Class.method`](file) |: " + row);
    assertTrue(
        Files.exists(GOLDEN.resolveSibling(rule.group(4))),
        () -> "there is no file " + rule.group(4));
    Class<?> type =
        Class.forName(rule.group(5).replace('/', '.'), false, WhereIsTest.class.getClassLoader());
    assertTrue(
        type.getSimpleName().equals(rule.group(2)),
        () -> rule.group(2) + " links to the file of " + type.getSimpleName());
    assertTrue(
        Arrays.stream(type.getDeclaredMethods())
            .map(Method::getName)
            .anyMatch(rule.group(3)::equals),
        () -> type.getSimpleName() + " has no method " + rule.group(3));
  }
}
