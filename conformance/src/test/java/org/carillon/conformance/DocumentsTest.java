package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.conformance.Document.Command;
import org.carillon.conformance.DocumentShell.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.chime.ChimeClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;

/**
 * Runs every command of every document as a new user would: first those of the README on a fresh
 * installation, then those of each other document in a new terminal, on an installation as the
 * README leaves it. A command must print the output that its document shows.
 */
final class DocumentsTest {

  private static final String README = "README.md";
  private static final Path NOT_RUN = Path.of("cli", "documents-not-run.txt");

  private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z]+)=");

  private static final Pattern AWS = Pattern.compile("\\baws (chime(?:-sdk-voice)?) ([a-z0-9-]+)");

  /** How long a reader repeats a command whose answer takes a moment. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private static Path folder;

  private static List<Document> documents = List.of();
  private static Set<String> notRun = Set.of();

  /** The README's definitions that the reader pastes, for the terminals of the other documents. */
  private static String exports = "";

  private static String definitions = "";
  private static String firstEndpoint = "";

  @BeforeAll
  static void followTheReadme() throws IOException {
    documents = Document.all();
    notRun = notRun();
    Path home = furnished(README);
    try (ServerProcess server = ServerProcess.start(home, Map.of());
        DocumentShell shell = new DocumentShell(home)) {
      firstEndpoint = server.endpoint().toString();
      exports =
          server
              .printed()
              .lines()
              .filter(line -> line.startsWith("  export "))
              .collect(Collectors.joining("\n"));
      assertFalse(exports.isEmpty(), () -> "the first start says nothing to paste");
      follow(documents.getFirst(), server, shell);
      definitions = shell.run("declare -f; declare -p " + variables()).printed();
    }
  }

  /** The variables that the README has the reader set. */
  private static String variables() {
    return documents.getFirst().commands().stream()
        .map(command -> ASSIGNMENT.matcher(command.text()))
        .filter(Matcher::lookingAt)
        .map(assignment -> assignment.group(1))
        .collect(Collectors.joining(" "));
  }

  static Stream<Document> others() {
    return documents.stream()
        .skip(1)
        .filter(each -> each.commands().stream().anyMatch(command -> isRun(each, command)));
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @MethodSource("others")
  void everyCommandDoesWhatItsDocumentSays(Document document) throws IOException {
    Path home = furnished(document.name());
    copy(folder.resolve(README).resolve("data"), home.resolve("data"));
    Files.createSymbolicLink(home.resolve(".aws"), folder.resolve(README).resolve(".aws"));
    try (ServerProcess server = ServerProcess.start(home, Map.of());
        DocumentShell shell = new DocumentShell(home)) {
      shell.run(exports.replace(firstEndpoint, server.endpoint().toString()));
      shell.run(definitions);
      follow(document, server, shell);
    }
  }

  @Test
  void everyCommandThatIsNotRunIsInADocument() {
    Set<String> gone = new TreeSet<>(notRun);
    documents.forEach(
        document -> document.commands().forEach(command -> gone.remove(listed(document, command))));
    assertEquals(Set.of(), gone, () -> NOT_RUN + " lists commands that no document has any more");
  }

  /** Checks names against today's SDK; the aws that runs here may be older and know more. */
  @Test
  void everyCommandOfTheAwsCliIsInTodaysSdk() {
    Map<String, Set<String>> known =
        Map.of(
            "chime", operations(ChimeClient.class),
            "chime-sdk-voice", operations(ChimeSdkVoiceClient.class));
    List<String> unknown = new ArrayList<>();
    for (Document document : documents) {
      for (Command command : document.commands()) {
        Matcher asked = AWS.matcher(command.text());
        while (asked.find()) {
          String operation = asked.group(2).replace("-", "");
          if (!known.getOrDefault(asked.group(1), Set.of()).contains(operation)) {
            unknown.add(document.name() + ":" + command.line() + ": " + asked.group());
          }
        }
      }
    }
    assertEquals(List.of(), unknown);
  }

  private static Set<String> operations(Class<?> client) {
    return Arrays.stream(client.getMethods())
        .map(method -> method.getName().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static void follow(Document document, ServerProcess server, DocumentShell shell)
      throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Command command : document.commands()) {
      String where = "\n" + document.name() + ":" + command.line() + ": " + command.text() + "\n";
      if (document.name().equals(README) && command.text().equals("./run")) {
        if (!new ShownOutput(command.shown()).isOf(server.printed())) {
          wrong.add(where + "prints\n" + server.printed());
        }
        assertEquals("", shell.run(exports).failed(), "what the first start says to paste");
      } else if (isRun(document, command)) {
        Outcome outcome = told(shell, command);
        if (!isAsShown(command, outcome)) {
          wrong.add(where + "prints\n" + outcome.printed());
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** Runs a command; what it looks at may take a moment to be as the document says. */
  private static Outcome told(DocumentShell shell, Command command) throws IOException {
    long end = System.nanoTime() + PATIENCE;
    Outcome outcome = shell.run(command.text());
    while (outcome.failed().isEmpty()
        && !isAsShown(command, outcome)
        && command.text().matches("(?s)aws \\S+ (get|list|search)-.*|api '?/\\S+")
        && System.nanoTime() < end) {
      RunningServer.pause();
      outcome = shell.run(command.text());
    }
    return outcome;
  }

  /** Whether a command printed what its document shows, or did its work where it shows nothing. */
  private static boolean isAsShown(Command command, Outcome outcome) {
    return command.shown().isEmpty()
        ? outcome.failed().isEmpty()
        : new ShownOutput(command.shown()).isOf(outcome.printed());
  }

  private static boolean isRun(Document document, Command command) {
    return !notRun.contains(listed(document, command));
  }

  /** A command's name in the list of those that are not run: its document and first line. */
  private static String listed(Document document, Command command) {
    String first = command.text().lines().findFirst().orElse("");
    return document.name() + ": " + first.replaceFirst("\\s+#.*", "");
  }

  private static Set<String> notRun() throws IOException {
    Set<String> listed = new TreeSet<>();
    boolean hasReason = false;
    for (String line : Files.readAllLines(NOT_RUN)) {
      if (line.startsWith("#")) {
        hasReason = true;
      } else if (line.isBlank()) {
        hasReason = false;
      } else {
        assertTrue(hasReason, NOT_RUN + " gives no reason for " + line);
        listed.add(line);
      }
    }
    return listed;
  }

  /** A folder for the reader of a document, with the commands that the README has them install. */
  private static Path furnished(String document) throws IOException {
    Path home = Files.createDirectories(folder.resolve(document));
    Path bin = Files.createDirectory(home.resolve("bin"));
    Files.createSymbolicLink(
        bin.resolve("aws"), Path.of(System.getProperty("aws.cli", "/usr/bin/aws")));
    String java =
        ServerProcess.command().stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    Path carillon = home.resolve("carillon");
    Files.writeString(carillon, "#!/bin/sh\nexec " + java + " \"$@\"\n");
    Files.setPosixFilePermissions(carillon, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectory(
        to, PosixFilePermissions.asFileAttribute(Files.getPosixFilePermissions(from)));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
