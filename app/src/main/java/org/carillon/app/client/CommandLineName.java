package org.carillon.app.client;

import java.util.Locale;

/** The model's names as AWS's command line spells them. */
public final class CommandLineName {

  private CommandLineName() {}

  /** Returns {@code list-lines} for {@code ListLines} and for {@code list-lines}. */
  public static String of(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }
}
