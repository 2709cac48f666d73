package org.carillon.codegen;

import java.util.List;

/** One Java file in the making: lines, indented by the braces that are open. */
final class JavaSource {

  private final StringBuilder text = new StringBuilder();
  private int depth;

  JavaSource(String packageName) {
    line("package " + packageName + ";").line("");
    line("import org.jspecify.annotations.Nullable;").line("");
  }

  /** Adds a line; one that ends in an opening brace indents what follows, a closing one ends it. */
  JavaSource line(String line) {
    if (line.startsWith("}")) {
      depth--;
    }
    text.append(line.isEmpty() ? "" : "  ".repeat(depth)).append(line).append('\n');
    if (line.endsWith("{")) {
      depth++;
    }
    return this;
  }

  JavaSource lines(String... lines) {
    for (String line : lines) {
      line(line);
    }
    return this;
  }

  /** Adds a comma-separated list in round brackets, one element a line. */
  JavaSource list(String before, List<String> elements, String after) {
    if (elements.isEmpty()) {
      return line(before + "()" + after);
    }
    line(before + "(");
    for (int i = 0; i < elements.size(); i++) {
      boolean last = i == elements.size() - 1;
      text.append("  ".repeat(depth + 2)).append(elements.get(i)).append(last ? ")" : ",");
      text.append(last ? "" : "\n");
    }
    text.append(after).append('\n');
    if (after.endsWith("{")) {
      depth++;
    }
    return this;
  }

  /** Adds documentation, which is CommonMark in the model and in Java's {@code ///} comments. */
  JavaSource doc(String markdown) {
    for (String line : markdown.strip().split("\n", -1)) {
      // A backslash before a u would be an escape even in a comment.
      line(("/// " + line.replace("\\u", "\\\\u")).stripTrailing());
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
