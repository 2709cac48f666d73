package org.carillon.server;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what the code says of itself with a file of the {@code golden} folder, so that a change
 * of a contract is seen in review as a change of that file.
 */
public final class Golden {

  private Golden() {}

  /**
   * Fails with the differing lines and the command that accepts them; writes the file instead when
   * {@code golden.update} is true.
   *
   * @param test who asks, to be named in that command
   */
  public static void check(Class<?> test, String fileName, List<String> lines) {
    Path file = Path.of(property("golden.folder"), fileName);
    String text = String.join("\n", lines) + "\n";
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return;
      }
      String golden = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
      if (!golden.equals(text)) {
        fail(
            "golden/%s is not what the code says (- the file, + the code):%n%s%nTo accept the code, run%n%s"
                .formatted(
                    fileName,
                    String.join("\n", differences(golden.lines().toList(), lines)),
                    command(test)));
      }
    } catch (IOException broken) {
      throw new IllegalStateException(file + " cannot be used", broken);
    }
  }

  private static String command(Class<?> test) {
    return "mvn -B -q test -pl %s -am -Dtest=%s -Dsurefire.failIfNoSpecifiedTests=false"
            .formatted(Path.of(property("basedir")).getFileName(), test.getSimpleName())
        + " -Dgolden.update=true";
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set; the build sets it");
    }
    return value;
  }

  /** The lines that only one side has, by their longest common subsequence. */
  static List<String> differences(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<String> found = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        found.add("- " + before.get(i++));
      } else {
        found.add("+ " + after.get(j++));
      }
    }
    return found;
  }
}
