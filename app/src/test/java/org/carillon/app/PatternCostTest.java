package org.carillon.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.Length;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.Shape;
import org.carillon.api.shape.TextPattern;
import org.junit.jupiter.api.Test;

/**
 * Gives each pattern of the model and of the code the most expensive texts, and counts its looks: a
 * few for each character.
 */
final class PatternCostTest {

  private static final JavaClasses CARILLON =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.carillon");

  /** Long enough to expose a quadratic pattern, and short enough for a test. */
  private static final int SHORT = 100;

  /** For texts without a greatest length: more than fits on a small stack. */
  private static final int LONG = 10_000;

  private static final int LOOKS_A_CHARACTER = 20;
  private static final String ALPHABET = "aA0 \n@.-_:/+";
  private static final List<String> ENDS = List.of("", "!", "\n");

  /** A text that counts how often it is looked at. */
  private static final class Text implements CharSequence {
    private final String text;
    private long looks;

    Text(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      looks += end - start;
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      looks += text.length();
      return text;
    }
  }

  /**
   * A pattern and its texts.
   *
   * @param starts beginnings that it accepts, so that the costly part comes after them
   */
  private record Trial(String name, Predicate<Text> pattern, List<String> starts, int longest) {

    void run() throws InterruptedException {
      // A small stack, for the sake of patterns that recurse with every character.
      List<Throwable> failures = new ArrayList<>();
      Thread thread = new Thread(null, this::giveAll, name, 256 << 10);
      thread.setUncaughtExceptionHandler((_, failure) -> failures.add(failure));
      thread.start();
      thread.join();
      assertEquals(List.of(), failures, name);
    }

    private void giveAll() {
      for (String unit : units()) {
        for (String end : ENDS) {
          for (String start : starts) {
            give(start, unit, end, SHORT);
          }
          give("", unit, end, longest);
          give(starts.getLast(), unit, end, longest);
        }
      }
    }

    private void give(String start, String unit, String end, int length) {
      int room = Math.min(length, longest) - start.length() - end.length();
      if (room < unit.length()) {
        return;
      }
      Text text = new Text(start + unit.repeat(room / unit.length()) + end);
      boolean accepted = pattern.test(text);
      if (text.looks > LOOKS_A_CHARACTER * (text.length() + 20L)) {
        throw new AssertionError(
            "%s looked %d times to %s %d characters, which began %s"
                .formatted(
                    name,
                    text.looks,
                    accepted ? "accept" : "refuse",
                    text.length(),
                    text.text.substring(0, Math.min(60, text.length())).replace("\n", "\\n")));
      }
    }

    private static List<String> units() {
      List<String> units = new ArrayList<>(List.of("://", "secret", "token"));
      for (String one : ALPHABET.split("", -1)) {
        for (String other : ALPHABET.split("", -1)) {
          if (!one.isEmpty()) {
            units.add(one + other);
          }
        }
      }
      return units;
    }
  }

  @Test
  void eachPatternOfTheModelLooksAFixedNumberOfTimesAtACharacter() {
    assertTrue(texts().size() > 25, () -> texts().toString());
    assertAll(
        texts().stream()
            .map(text ->
                new Trial(
                    text.pattern.regex(),
                    text.pattern::matches,
                    beginnings(example(text.pattern)),
                    text.longest))
            .map(trial -> trial::run));
  }

  @Test
  void theExampleThatARefusalGivesIsAccepted() {
    for (Bounded text : texts()) {
      TextPattern pattern = text.pattern;
      boolean secret = pattern.form().startsWith("a password");
      assertTrue(secret || pattern.form().contains("such as "), pattern::form);
      assertTrue(secret || pattern.matches(example(pattern)), pattern::form);
    }
  }

  @Test
  void eachPatternOfTheCodeDoesToo() {
    Map<JavaField, Pattern> patterns = new LinkedHashMap<>();
    CARILLON.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.getRawType().isEquivalentTo(Pattern.class))
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .forEach(field -> patterns.put(field, value(field)));
    assertTrue(patterns.size() > 20, patterns::toString);
    assertAll(
        patterns.entrySet().stream()
            .map(entry -> trial(entry.getKey(), entry.getValue()))
            .map(trial -> trial::run));
  }

  /** Lines of the log are searched for secrets; everything else has to be of a form as a whole. */
  private static Trial trial(JavaField field, Pattern pattern) {
    boolean searches = field.getOwner().getSimpleName().equals("Masking");
    return new Trial(
        field.getFullName(),
        text ->
            searches
                ? pattern.matcher(text).results().count() > 0
                : pattern.matcher(text).matches(),
        List.of("", pattern.pattern().contains("token") ? "password=" : ""),
        LONG);
  }

  /** Others would escape this test: those of the model and of the settings are the exceptions. */
  @Test
  void patternsAreConstants() {
    Set<String> elsewhere =
        CARILLON.stream()
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(context -> context.getTargetOwner().isEquivalentTo(Pattern.class))
            .filter(context -> context.getTarget().getName().equals("compile"))
            .filter(context -> !context.getOrigin().getName().equals("<clinit>"))
            .map(JavaAccess::getOriginOwner)
            .map(owner -> owner.getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of("Rule", "TextPattern"), elsewhere);
  }

  private static Pattern value(JavaField field) {
    try {
      Field reflected = field.reflect();
      reflected.setAccessible(true);
      return (Pattern) reflected.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** A pattern, and the longest text that is tried on it. */
  private record Bounded(TextPattern pattern, int longest) {}

  /** Every pattern for a client's values, by its regular expression and length. */
  private static Collection<Bounded> texts() {
    Map<String, Bounded> texts = new LinkedHashMap<>();
    Set<Shape> seen = new HashSet<>();
    Operations.ALL.forEach(operation -> collect(operation.input(), seen, texts));
    return texts.values();
  }

  private static void collect(Shape shape, Set<Shape> seen, Map<String, Bounded> texts) {
    switch (shape) {
      case Shape.Text(Length length, TextPattern pattern, String _) when pattern != null -> {
        Long max = length == null ? null : length.max();
        int longest = max == null ? LONG : Math.toIntExact(max);
        texts.put(pattern.regex() + " " + longest, new Bounded(pattern, longest));
      }
      case Shape.Sequence list -> collect(list.item(), seen, texts);
      case Shape.Dictionary map -> {
        collect(map.key(), seen, texts);
        collect(map.value(), seen, texts);
      }
      case Shape.Aggregate aggregate when seen.add(aggregate) ->
          aggregate.members().stream()
              .map(Member::shape)
              .forEach(member -> collect(member, seen, texts));
      default -> {}
    }
  }

  private static String example(TextPattern pattern) {
    String form = pattern.form();
    int before = form.lastIndexOf("such as ");
    return before < 0 ? "" : form.substring(before + "such as ".length());
  }

  private static List<String> beginnings(String example) {
    List<String> beginnings = new ArrayList<>();
    for (int i = 0; i <= example.length(); i++) {
      beginnings.add(example.substring(0, i));
    }
    return beginnings;
  }
}
