package org.carillon.codegen.awsmodel;

import java.util.Arrays;
import java.util.stream.Collectors;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.traits.DocumentationTrait;

/** The model's doc comments in HTML, which the help pages of AWS's command line are made from. */
final class Html {

  private Html() {}

  static Node node(DocumentationTrait documentation) {
    return Node.from(of(documentation.getValue()));
  }

  /** Returns the HTML of paragraphs that hold code between backticks and emphasis between stars. */
  static String of(String text) {
    return Arrays.stream(text.strip().split("\\n\\s*\\n"))
        .map(paragraph -> "<p>" + inline(paragraph.replaceAll("\\s+", " ")) + "</p>")
        .collect(Collectors.joining());
  }

  private static String inline(String paragraph) {
    return paragraph
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("`([^`]+)`", "<code>$1</code>")
        .replaceAll("(?<![\\w*])\\*(\\w[^*]*)\\*", "<i>$1</i>");
  }
}
