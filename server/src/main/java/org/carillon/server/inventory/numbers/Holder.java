package org.carillon.server.inventory.numbers;

import static org.carillon.api.model.PhoneNumberProductType.BUSINESS_CALLING;
import static org.carillon.api.model.PhoneNumberProductType.SIP_MEDIA_APPLICATION_DIAL_IN;
import static org.carillon.api.model.PhoneNumberProductType.VOICE_CONNECTOR;

import org.carillon.api.model.HolderType;
import org.carillon.api.model.PhoneNumberHolder;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.platform.db.CaseFolding;
import org.jspecify.annotations.Nullable;

/**
 * A user, trunk, rule or line that can hold numbers.
 *
 * @param accountId the account of a user; null for what belongs to the whole organization
 * @param name how people know it, as refusals say it: a user's e-mail address, a connector's name
 */
public record Holder(String holderId, Kind kind, @Nullable String accountId, String name) {

  private static final String UNASSIGNING = "unassign it";

  /** The kinds of holders. */
  public enum Kind {
    USER("user", BUSINESS_CALLING, UNASSIGNING),
    CONNECTOR("Voice Connector", VOICE_CONNECTOR, UNASSIGNING),
    GROUP("Voice Connector group", VOICE_CONNECTOR, UNASSIGNING),
    SIP_RULE("SIP rule", SIP_MEDIA_APPLICATION_DIAL_IN, "disable and delete that rule"),
    LINE("line", BUSINESS_CALLING, "delete that line");

    private final String words;
    private final PhoneNumberProductType productType;
    private final String freeing;

    Kind(String words, PhoneNumberProductType productType, String freeing) {
      this.words = words;
      this.productType = productType;
      this.freeing = freeing;
    }

    /** The kind as a message says it. */
    public String describe() {
      return words;
    }

    /** Returns the product type of its numbers. */
    PhoneNumberProductType productType() {
      return productType;
    }

    /** Returns the remedy that unassigns its number, for messages. */
    public String freeing() {
      return freeing;
    }
  }

  /** Returns the name by which holders are sorted and found, in lower case. */
  public String key() {
    return key(name);
  }

  /** A name, or the beginning of one, in the form of {@link #key()}. */
  public static String key(String name) {
    return CaseFolding.of(name);
  }

  /** The holder as a message says it, with its id where several may have the same name. */
  public String describe() {
    String named = kind.describe() + " " + name;
    return kind == Kind.USER ? named : named + " (" + holderId + ")";
  }

  /** Returns the view for clients. */
  public PhoneNumberHolder view() {
    return new PhoneNumberHolder(holderId, HolderType.valueOf(kind.name()), name, accountId);
  }
}
