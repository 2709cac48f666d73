package org.carillon.platform.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * The text of a statement for one engine, with a question mark for each parameter.
 *
 * @param slots the keys of the parameters in their order
 */
record PreparedText(Engine engine, String text, List<Object> slots) {

  /** Begins each name of a parameter while a text is rendered; no identifier has it. */
  private static final String PREFIX = "§";

  private static final Pattern SLOT = Pattern.compile(PREFIX + "(\\w+)");
  private static final Settings SETTINGS =
      ((Settings) Reads.SETTINGS.clone()).withRenderNamedParamPrefix(PREFIX);

  /** Returns the context in which statements for an engine are written. */
  static DSLContext writing(Engine engine) {
    return DSL.using(engine.dialect(), SETTINGS);
  }

  /**
   * Renders a statement.
   *
   * @throws IllegalStateException for a value that is no parameter; an inlined one keeps its place
   */
  static PreparedText of(Engine engine, Query statement) {
    String named = writing(engine).renderNamedParams(statement);
    Map<String, Object> keys = Parameter.keys();
    List<Object> slots = new ArrayList<>();
    Matcher matcher = SLOT.matcher(named);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      Object key = keys.get(matcher.group(1));
      if (key == null) {
        throw new IllegalStateException("a value is neither inlined nor a parameter: " + named);
      }
      slots.add(key);
      matcher.appendReplacement(text, "?");
    }
    return new PreparedText(engine, matcher.appendTail(text).toString(), List.copyOf(slots));
  }

  /** Sets the values of one run. */
  void bind(PreparedStatement statement, Argument arguments) throws SQLException {
    for (int i = 0; i < slots.size(); i++) {
      value(slots.get(i), arguments).bind(statement, i + 1, engine);
    }
  }

  /** Returns the text of one run with the values in it. */
  String inlined(Argument arguments) {
    String[] pieces = text.split("\\?", -1);
    StringBuilder inlined = new StringBuilder(pieces[0]);
    for (int i = 0; i < slots.size(); i++) {
      inlined.append(value(slots.get(i), arguments).literal(engine)).append(pieces[i + 1]);
    }
    return inlined.toString();
  }

  private Argument.Bound value(Object key, Argument arguments) {
    Argument.Bound value = arguments.of(key);
    if (value == null) {
      throw new IllegalStateException(key + " has no value: " + text);
    }
    return value;
  }
}
