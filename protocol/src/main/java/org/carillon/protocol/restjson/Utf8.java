package org.carillon.protocol.restjson;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads bytes as UTF-8 and as nothing else: no overlong form, no half of a surrogate pair. */
final class Utf8 {

  private Utf8() {}

  /** The text, or null when the bytes are not UTF-8. */
  static @Nullable String text(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /**
   * The text of a whole body, without the byte order mark, which means nothing in UTF-8.
   *
   * @throws MalformedException when the body is not UTF-8
   */
  static String body(byte[] bytes) {
    String text = text(ByteBuffer.wrap(bytes));
    if (text == null) {
      throw new MalformedException("The body is not UTF-8");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
