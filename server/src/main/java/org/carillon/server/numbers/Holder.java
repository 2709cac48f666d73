package org.carillon.server.numbers;

import org.carillon.server.platform.db.Caseless;
import org.jspecify.annotations.Nullable;

/**
 * Something that numbers can be given to.
 *
 * @param accountId the account of a user; null for what belongs to the whole organization
 * @param name how people know it, as refusals say it: a user's e-mail address, a connector's name
 */
public record Holder(String holderId, Kind kind, @Nullable String accountId, String name) {

  /** What kinds of holders there are. */
  public enum Kind {
    USER("user"),
    CONNECTOR("Voice Connector"),
    GROUP("Voice Connector group"),
    SIP_RULE("SIP rule"),
    LINE("line");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The kind as a message says it. */
    public String words() {
      return words;
    }
  }

  /** The name by which holders are sorted and found, whatever the letter case. */
  public String key() {
    return key(name);
  }

  /** A name, or the beginning of one, in the form of {@link #key()}. */
  public static String key(String name) {
    return Caseless.of(name);
  }

  /** The holder as a message says it. */
  public String words() {
    return kind.words() + " " + name;
  }
}
