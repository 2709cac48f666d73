package org.carillon.server.inventory.pool;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text file as spreadsheets write it: in UTF-8 with or without a byte order mark, or
 * in UTF-16 with one. No more than a line is ever held, and no line is held that is longer than
 * {@link #LIMIT}.
 */
final class TextLines {

  /** The most characters of a line. */
  static final int LIMIT = 10_000;

  // No text has this character, so it marks bytes that are not a character.
  private static final char BROKEN = '\uFFFF';
  private static final char MARK = '\uFEFF';
  private static final int END = -1;

  private final Reader reader;
  private final char[] buffer = new char[8192];
  private int at;
  private int end;
  private long number;
  private boolean over;

  /**
   * A line of the file.
   *
   * @param number 1 for the first
   * @param text the line without its end; without meaning when there is a problem
   * @param problem the reason why the line is not usable; after a line that is too long no other
   *     line is read
   */
  record Line(long number, String text, @Nullable String problem) {}

  /** The lines of a reader that {@link #decoded} made. */
  TextLines(Reader reader) {
    this.reader = reader;
  }

  /** The characters of a file, in the encoding that its byte order mark names. */
  static Reader decoded(InputStream file) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(file, 2);
    byte[] mark = bytes.readNBytes(2);
    Charset charset = StandardCharsets.UTF_8;
    if (mark.length == 2 && (mark[0] & 0xFF) == 0xFE && (mark[1] & 0xFF) == 0xFF) {
      charset = StandardCharsets.UTF_16BE;
    } else if (mark.length == 2 && (mark[0] & 0xFF) == 0xFF && (mark[1] & 0xFF) == 0xFE) {
      charset = StandardCharsets.UTF_16LE;
    } else {
      bytes.unread(mark);
    }
    return new InputStreamReader(
        bytes,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(BROKEN)));
  }

  /** The next line, or null after the last one. */
  @Nullable Line next() throws IOException {
    int first = over ? END : read();
    if (first == END) {
      return null;
    }
    number++;
    StringBuilder text = new StringBuilder();
    boolean broken = false;
    for (int each = first; each != END && each != '\n'; each = read()) {
      if (text.length() == LIMIT) {
        over = true;
        return new Line(number, "", "the line has more than %,d characters".formatted(LIMIT));
      }
      broken |= each == BROKEN || each == 0;
      text.append((char) each);
    }
    if (broken) {
      return new Line(
          number,
          "",
          "the line is not in UTF-8, nor in UTF-16 with a byte order mark; save the file as UTF-8");
    }
    if (number == 1 && !text.isEmpty() && text.charAt(0) == MARK) {
      text.deleteCharAt(0);
    }
    return new Line(number, text.toString(), null);
  }

  /** The next character; every end of a line is read as a line feed. */
  private int read() throws IOException {
    int each = raw();
    if (each == '\r') {
      int following = raw();
      if (following != '\n' && following != END) {
        at--;
      }
      return '\n';
    }
    return each;
  }

  private int raw() throws IOException {
    if (at == end) {
      // The first place of the buffer stays free, so that a character can be put back.
      int count = reader.read(buffer, 1, buffer.length - 1);
      if (count <= 0) {
        return END;
      }
      buffer[0] = at == 0 ? 0 : buffer[at - 1];
      at = 1;
      end = 1 + count;
    }
    return buffer[at++];
  }
}
