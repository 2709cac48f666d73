package org.carillon.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows when ./run and ./carillon build, with a Maven that only reports its call. */
final class LaunchScriptTest {

  private static final String BUILT = "built\n";

  @TempDir private Path folder;
  private Path checkout = Path.of("");

  @BeforeEach
  void checkOut() throws IOException {
    checkout = Files.createDirectory(folder.resolve("check out"));
    Files.createDirectory(checkout.resolve(".scripts"));
    for (String script : List.of("launch.sh", "jdk.sh")) {
      Files.copy(Path.of("..", ".scripts", script), checkout.resolve(".scripts").resolve(script));
    }
    Files.writeString(checkout.resolve("pom.xml"), "<project/>");
    for (String module : modules()) {
      Files.createDirectories(checkout.resolve(module).resolve("src/main"));
      Files.createDirectories(checkout.resolve(module).resolve("src/test"));
      Files.writeString(checkout.resolve(module).resolve("src/main/A.java"), module);
    }
    Files.createDirectories(checkout.resolve("app/target"));
    Path maven = Files.createDirectory(folder.resolve("bin")).resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\necho built\n");
    assertTrue(maven.toFile().setExecutable(true));
  }

  /** The modules of the program: all of the build but the black-box tests and the benchmarks. */
  private static List<String> modules() throws IOException {
    return Pattern.compile("<module>(.*)</module>")
        .matcher(Files.readString(Path.of("..", "pom.xml")))
        .results()
        .map(module -> module.group(1))
        .filter(module -> !Set.of("conformance", "bench").contains(module))
        .toList();
  }

  @Test
  void changeOfAnyModuleIsBuilt() throws Exception {
    build(checkout);
    for (String module : modules()) {
      Files.writeString(checkout.resolve(module).resolve("src/main/A.java"), "changed");
      assertEquals(BUILT, build(checkout), module);
    }
  }

  @Test
  void whatIsBuiltIsBuiltAgainOnlyWhenASourceHasOtherContent() throws Exception {
    assertEquals(BUILT, build(checkout));
    assertEquals("", build(checkout));

    Path source = checkout.resolve("server/src/main/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2040-01-01T00:00:00Z")));
    Files.writeString(checkout.resolve("server/src/test/B.java"), "a test");
    assertEquals("", build(checkout), "neither a newer time nor a test matters");

    Files.writeString(source, "changed");
    assertEquals(BUILT, build(checkout));
    Files.move(source, source.resolveSibling("C.java"));
    assertEquals(BUILT, build(checkout));
  }

  @Test
  void copyOfABuiltCheckoutIsBuilt() throws Exception {
    build(checkout);
    Path copy = folder.resolve("copy");
    run("cp", "-r", checkout.toString(), copy.toString());
    assertEquals("", build(copy));
  }

  @Test
  void buildThatFailsIsTriedAgain() throws Exception {
    Files.writeString(folder.resolve("bin/mvn"), "#!/bin/sh\nexit 1\n");
    assertEquals("The build failed; its errors stand above.\n", build(checkout));
    Files.writeString(folder.resolve("bin/mvn"), "#!/bin/sh\necho built\n");
    assertEquals(BUILT, build(checkout));
  }

  @Test
  void buildShowsEachModuleAndWhatMayHaveStoppedIt() throws Exception {
    Files.writeString(
        folder.resolve("bin/mvn"),
        """
        #!/bin/sh
        cat <<END
        [INFO] Scanning for projects...
        [INFO] Building Carillon api-codegen 0.1.0                                [2/7]
        [WARNING] /A.java:[1,1] [rawtypes] found raw type
        [ERROR] warnings found and -Werror specified
        END
        exit 1
        """);
    assertEquals(
        """
        Carillon api-codegen [2/7]
        [WARNING] /A.java:[1,1] [rawtypes] found raw type
        [ERROR] warnings found and -Werror specified
        The build failed; its errors stand above.
        """,
        build(checkout));
  }

  /** The output of a build, but for its announcement. */
  private String build(Path root) throws Exception {
    String path = folder.resolve("bin") + ":$PATH";
    return run(
            "bash",
            "-c",
            "set -euo pipefail; PATH=\"%s\"; root='%s'; . \"$root/.scripts/launch.sh\"; build_if_stale || true"
                .formatted(path, root))
        .replace("Building Carillon; the first time this takes a few minutes.\n", "");
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
