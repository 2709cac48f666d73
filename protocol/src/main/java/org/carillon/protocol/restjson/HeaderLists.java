package org.carillon.protocol.restjson;

import java.util.ArrayList;
import java.util.List;
import org.carillon.api.shape.Shape;
import org.carillon.api.shape.TimestampFormat;

/** Lists in one header line, separated by commas. */
final class HeaderLists {

  private HeaderLists() {}

  /**
   * The items of a line. An item in quotes may hold commas; an HTTP date always holds one.
   *
   * @throws MalformedException when a quote is not closed
   */
  static List<String> split(String line, Shape item) {
    if (item instanceof Shape.Time time
        && (time.format() == null || time.format() == TimestampFormat.HTTP_DATE)) {
      String[] halves = line.split(",", -1);
      List<String> dates = new ArrayList<>();
      for (int i = 0; i < halves.length; i += 2) {
        dates.add((halves[i] + (i + 1 < halves.length ? "," + halves[i + 1] : "")).strip());
      }
      return dates;
    }
    List<String> items = new ArrayList<>();
    int at = 0;
    while (at <= line.length()) {
      while (at < line.length() && line.charAt(at) == ' ') {
        at++;
      }
      if (at < line.length() && line.charAt(at) == '"') {
        StringBuilder quoted = new StringBuilder();
        at = unquote(line, at + 1, quoted);
        items.add(quoted.toString());
      } else {
        int comma = line.indexOf(',', at);
        int end = comma < 0 ? line.length() : comma;
        items.add(line.substring(at, end).strip());
        at = end + 1;
      }
    }
    return items;
  }

  /** Reads up to the closing quote and returns where the next item begins. */
  private static int unquote(String line, int from, StringBuilder into) {
    int at = from;
    while (at < line.length() && line.charAt(at) != '"') {
      if (line.charAt(at) == '\\' && at + 1 < line.length()) {
        at++;
      }
      into.append(line.charAt(at++));
    }
    int after = at + 1;
    while (after < line.length() && line.charAt(after) == ' ') {
      after++;
    }
    if (at >= line.length() || (after < line.length() && line.charAt(after) != ',')) {
      throw new MalformedException("A header's list is not correctly quoted");
    }
    return after + 1;
  }

  /** Returns the item in the form for a list of that kind. */
  static String quote(String item, Shape shape) {
    boolean text = shape instanceof Shape.Text || shape instanceof Shape.Enumeration;
    return text && (item.indexOf(',') >= 0 || item.indexOf('"') >= 0)
        ? '"' + item.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : item;
  }
}
