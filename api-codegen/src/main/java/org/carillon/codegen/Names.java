package org.carillon.codegen;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** The Java spelling of names of the model. */
final class Names {

  private static final Set<String> TAKEN =
      Set.of(
          "builder",
          "toBuilder",
          "validate",
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  private Names() {}

  /** {@code AccountId} is accountId, {@code E164PhoneNumber} e164PhoneNumber, {@code SMS} sms. */
  static String component(String member) {
    int upper = 0;
    while (upper < member.length() && Character.isUpperCase(member.charAt(upper))) {
      upper++;
    }
    boolean wordFollows = upper < member.length() && Character.isLowerCase(member.charAt(upper));
    int lowered = upper > 1 && wordFollows ? upper - 1 : upper;
    return legal(member.substring(0, lowered).toLowerCase(Locale.ROOT) + member.substring(lowered));
  }

  /** {@code ResetPersonalPIN} is RESET_PERSONAL_PIN. */
  static String constant(String operation) {
    return operation
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toUpperCase(Locale.ROOT);
  }

  /** The name with its first letter in upper case. */
  static String type(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The name, with an underscore after it where Java keeps it for itself. */
  static String legal(String name) {
    return SourceVersion.isKeyword(name) || TAKEN.contains(name) ? name + "_" : name;
  }

  /** A Java string literal. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        default -> {
          if (character < ' ' || character > '~') {
            literal.append(String.format("\\u%04x", (int) character));
          } else {
            literal.append(character);
          }
        }
      }
    }
    return literal.append('"').toString();
  }
}
