package org.carillon.platform.operations;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.carillon.platform.identity.BrokenSealException;
import org.carillon.platform.identity.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads NextToken. A token is sealed, so that it tells nothing and cannot be forged, and
 * bound to the organization, the operation and the query it continues; it serves for a day.
 */
public final class PageTokens {

  private static final Duration LIFE = Duration.ofDays(1);

  private final Vault vault;

  /** Tokens sealed under that vault's key, which all nodes share. */
  public PageTokens(Vault vault) {
    this.vault = vault;
  }

  /**
   * Where the page begins.
   *
   * @param query the members of the request that narrow the list down, in a fixed order
   * @param first the position when there is no token
   * @throws org.carillon.api.model.BadRequestException when the token is forged, foreign or stale
   */
  public <P extends @Nullable Object> P position(
      OperationContext context,
      List<?> query,
      @Nullable String token,
      P first,
      Function<String, P> read) {
    if (token == null) {
      return first;
    }
    try {
      String text =
          new String(
              vault.open(Base64.getUrlDecoder().decode(token), context(context, query)),
              StandardCharsets.UTF_8);
      int blank = text.indexOf(' ');
      Instant made = Instant.ofEpochMilli(Long.parseLong(text, 0, blank, 10));
      if (context.now().isAfter(made.plus(LIFE))) {
        throw Refusal.badRequest("NextToken is older than a day; begin the list anew");
      }
      return read.apply(text.substring(blank + 1));
    } catch (IllegalArgumentException | BrokenSealException forged) {
      throw Refusal.badRequest("NextToken is not one that this list with this query answered");
    }
  }

  /**
   * The answer of one page out of what was found.
   *
   * @param found up to one more than {@code size}, which tells that there is a next page
   * @param position where an item stands in the list
   * @param answer makes the output of the items and the token, which is null on the last page
   */
  public <T, O> O page(
      OperationContext context,
      List<?> query,
      List<T> found,
      int size,
      Function<T, String> position,
      BiFunction<List<T>, @Nullable String, O> answer) {
    if (found.size() <= size) {
      return answer.apply(found, null);
    }
    List<T> page = found.subList(0, size);
    return answer.apply(page, next(context, query, position.apply(page.getLast())));
  }

  /** The token of a next page that begins after that position. */
  public String next(OperationContext context, List<?> query, String position) {
    String text = context.now().toEpochMilli() + " " + position;
    byte[] sealed = vault.seal(text.getBytes(StandardCharsets.UTF_8), context(context, query));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  private static String context(OperationContext context, List<?> query) {
    return "page " + context.organizationId() + " " + context.operation() + " " + text(query);
  }

  /** Another text for every other query, whatever the members hold. */
  private static String text(@Nullable Object part) {
    if (part == null) {
      return "-";
    }
    if (part instanceof List<?> parts) {
      return parts.stream().map(PageTokens::text).collect(joining(",", "[", "]"));
    }
    String text = part.toString();
    return text.length() + ":" + text;
  }
}
