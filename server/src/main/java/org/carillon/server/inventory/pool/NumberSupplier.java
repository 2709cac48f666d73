package org.carillon.server.inventory.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.PhoneNumberType;
import org.jspecify.annotations.Nullable;

/**
 * Sells phone numbers, takes them back and publishes calling names. Calls are made outside of any
 * transaction; each may be repeated with the same {@link Request} and then answers the same again.
 * An exception means that nobody knows what happened: the caller asks again later.
 */
public interface NumberSupplier {

  /**
   * The numbers on offer that meet the search, in the order of their text.
   *
   * @param organizationId who asks: where work waits, organizations take turns
   */
  Page search(String organizationId, NumberSearch search);

  /**
   * The countries whose numbers are on offer, in alphabetical order, each with the types there are.
   *
   * @param organizationId who asks
   */
  Map<String, List<PhoneNumberType>> offers(String organizationId);

  /** Buys the number for the tenure of the request; of two tenures at most one gets Done. */
  Answer order(Request request);

  /**
   * Gives the number back that this tenure bought. Done too when there is nothing to give back,
   * because it was given back before or never came from this supplier.
   */
  Answer release(Request request);

  /** Publishes the name that the called see; an empty one publishes none. */
  Answer setCallingName(Request request, String callingName);

  /**
   * A request for one tenure of a number.
   *
   * @param e164 the number, with its plus
   * @param reference the tenure (organization and number id, say; at most 64 characters): the same
   *     in its order, its names and its release, so that a repeated request acts once and a late
   *     release cannot take the number from its next owner
   * @param askedAt when the customer asked; the same whenever the ask is repeated
   */
  record Request(E164 e164, String reference, Instant askedAt) {}

  /** The answer of a supplier. */
  sealed interface Answer {

    /** Not decided yet: ask again, not before that much time has passed. */
    record Pending(Duration askAgainAfter) implements Answer {}

    /** It is so now. */
    record Done() implements Answer {}

    /** It will not be so; the reason is fit for the customer and tells nothing of others. */
    record Refused(String reason) implements Answer {}
  }

  /**
   * Some of the numbers found.
   *
   * @param after where the next page begins, for {@link NumberSearch#after}; null after the last
   */
  record Page(List<String> numbers, @Nullable String after) {}
}
