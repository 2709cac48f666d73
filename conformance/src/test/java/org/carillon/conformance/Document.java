package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation with the commands of its fenced blocks, in order.
 *
 * @param name its path from the root, such as {@code docs/lines.md}
 */
record Document(String name, List<Command> commands) {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern FENCE = Pattern.compile("\\s*```(\\w*)\\s*");

  /** The languages of blocks without commands. */
  private static final Set<String> SHOWN = Set.of("text", "json", "yaml");

  private static final Pattern COMMAND =
      Pattern.compile("\\s*(\\$ |\\./|aws |api |curl |sqlite3 ).*");

  /**
   * One command as the document has it.
   *
   * @param line where it begins, from 1
   * @param shown the output that the document shows; empty where it shows none
   */
  record Command(int line, String text, String shown) {}

  /** README.md, then the others by name. */
  static List<Document> all() throws IOException {
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
      List<String> names = new ArrayList<>(List.of("README.md", "CONTRIBUTING.md"));
      pages
          .map(page -> "docs/" + page.getFileName())
          .filter(name -> name.endsWith(".md"))
          .sorted()
          .forEach(names::add);
      return names.stream().map(Document::read).toList();
    }
  }

  private static Document read(String name) {
    try {
      return new Document(name, commands(name, Files.readAllLines(ROOT.resolve(name))));
    } catch (IOException broken) {
      throw new AssertionError("cannot read " + name, broken);
    }
  }

  private static List<Command> commands(String name, List<String> lines) throws IOException {
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (!fence.matches()) {
        continue;
      }
      int first = i + 1;
      do {
        i++;
        assertTrue(i < lines.size(), name + ":" + first + ": the block has no end");
      } while (!FENCE.matcher(lines.get(i)).matches());
      List<String> block = lines.subList(first, i);
      String where = name + ":" + first;
      switch (fence.group(1)) {
        case "sh" -> commands.addAll(script(first + 1, block));
        case "console" -> commands.addAll(session(where, first + 1, block));
        default -> {
          assertTrue(
              SHOWN.contains(fence.group(1)),
              () -> where + ": say what the block is: sh, console, or one of " + SHOWN);
          assertEquals(
              List.of(),
              block.stream().filter(line -> COMMAND.matcher(line).matches()).toList(),
              () -> where + ": commands stand in blocks of sh or console");
        }
      }
    }
    return commands;
  }

  /** The commands of a block that can be pasted as a whole. */
  private static List<Command> script(int line, List<String> block) throws IOException {
    List<Command> commands = new ArrayList<>();
    StringBuilder command = new StringBuilder();
    int begin = line;
    for (int i = 0; i < block.size(); i++) {
      if (command.isEmpty()) {
        begin = line + i;
      }
      command.append(block.get(i)).append('\n');
      if (i == block.size() - 1 || isWhole(command.toString())) {
        String text = command.toString().strip();
        if (!text.lines().allMatch(each -> each.isBlank() || each.startsWith("#"))) {
          commands.add(new Command(begin, text, ""));
        }
        command.setLength(0);
      }
    }
    return commands;
  }

  /** Whether bash would run this rather than wait for more. */
  private static boolean isWhole(String text) throws IOException {
    if (text.endsWith("\\\n")) {
      return false;
    }
    Process check = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
    check.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    check.getOutputStream().close();
    return check.getInputStream().readAllBytes().length == 0;
  }

  /** The commands of a block with prompts, each with what it prints. */
  private static List<Command> session(String where, int line, List<String> block) {
    List<Command> commands = new ArrayList<>();
    int i = 0;
    while (i < block.size()) {
      int begin = i;
      assertTrue(block.get(i).startsWith("$ "), () -> where + ": a console begins with a prompt");
      StringBuilder text = new StringBuilder(block.get(i).substring(2));
      while (block.get(i).endsWith("\\")) {
        text.append('\n').append(block.get(++i));
      }
      i++;
      StringBuilder shown = new StringBuilder();
      while (i < block.size() && !block.get(i).startsWith("$ ")) {
        shown.append(block.get(i++)).append('\n');
      }
      commands.add(new Command(line + begin, text.toString(), shown.toString().strip()));
    }
    return commands;
  }
}
