package org.carillon.platform.pages;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.carillon.platform.db.MicrosConverter;
import org.carillon.platform.identity.BrokenSealException;
import org.carillon.platform.identity.Vault;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads the tokens of one query. A token is a cursor, sealed so that it tells nothing and
 * cannot be forged, and bound to the organization, the operation and the query; it serves for a
 * day.
 */
final class QueryTokens {

  private static final Duration LIFE = Duration.ofDays(1);

  /** A cursor is the JSON of its record, with instants as the database has them. */
  private static final ObjectMapper CURSORS =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, new MicrosWriter())
                  .addDeserializer(Instant.class, new MicrosReader()))
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final Vault vault;
  private final OperationContext context;
  private final String purpose;

  /**
   * @param query the values of the members that select and sort the list, in a fixed order
   */
  QueryTokens(
      Vault vault, OperationContext context, String operation, List<@Nullable Object> query) {
    this.vault = vault;
    this.context = context;
    this.purpose = "page " + context.organizationId() + " " + operation + " " + text(query);
  }

  /**
   * The cursor of a token.
   *
   * @param first any cursor of the list
   * @throws org.carillon.api.model.BadRequestException when the token is forged, foreign or stale
   */
  @SuppressWarnings("unchecked") // a list has one class of cursors
  <C> C cursor(String token, C first) {
    try {
      String text =
          new String(
              vault.open(Base64.getUrlDecoder().decode(token), purpose), StandardCharsets.UTF_8);
      int blank = text.indexOf(' ');
      Instant made = Instant.ofEpochMilli(Long.parseLong(text, 0, blank, 10));
      if (context.now().isAfter(made.plus(LIFE))) {
        throw Refusal.badRequest("NextToken is older than a day; begin the list again");
      }
      return (C) CURSORS.readValue(text.substring(blank + 1), first.getClass());
    } catch (IllegalArgumentException | BrokenSealException | JsonProcessingException foreign) {
      throw Refusal.badRequest(
          "NextToken does not belong to this list with this query; begin the list again");
    }
  }

  /** The token of a page that begins behind that cursor. */
  String token(Object cursor) {
    try {
      String text = context.now().toEpochMilli() + " " + CURSORS.writeValueAsString(cursor);
      byte[] sealed = vault.seal(text.getBytes(StandardCharsets.UTF_8), purpose);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException("not a cursor: " + cursor.getClass(), unwritable);
    }
  }

  /** Returns a text that differs for every two different queries. */
  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "-";
      case List<?> values -> values.stream().map(QueryTokens::text).collect(joining(",", "[", "]"));
      case String text -> text.length() + ":" + text;
      case Enum<?> constant -> text(constant.name());
      case Number number -> text(number.toString());
      case Boolean choice -> text(choice.toString());
      case Instant instant -> text(instant.toString());
      // The text of a record leaves out sensitive members.
      default -> throw new IllegalStateException("no token can belong to a " + value.getClass());
    };
  }

  private static final class MicrosWriter extends JsonSerializer<Instant> {

    @Override
    public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeNumber(MicrosConverter.micros(instant));
    }
  }

  private static final class MicrosReader extends JsonDeserializer<Instant> {

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext provider)
        throws IOException {
      return MicrosConverter.instant(json.getLongValue());
    }
  }
}
