package org.carillon.app.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text of every setting and where it comes from, the strongest source last. */
final class SettingValues {

  private static final String CONFIG_FLAG = "--config";
  private static final String CONFIG_VARIABLE = "CARILLON_CONFIG";
  private static final String CONFIG_NAME = "carillon.yaml";

  private static final Set<Setting<?>> SECRETS =
      Set.of(Setting.ROOT_SECRET_ACCESS_KEY, Setting.DATABASE_URL, Setting.DATABASE_PASSWORD);

  private record Sourced(String text, String source) {}

  private final Map<String, Sourced> texts = new HashMap<>();

  private SettingValues() {}

  static SettingValues collect(
      Map<String, String> flags, Map<String, String> environment, Path workingFolder) {
    SettingValues values = new SettingValues();
    for (Setting<?> setting : Setting.all()) {
      values.put(setting.key(), setting.initial(), "its default");
    }
    file(flags, environment, workingFolder).ifPresent(values::addFile);
    for (Setting<?> setting : Setting.all()) {
      values.putIfPresent(
          setting, environment.get(setting.variable()), "the variable " + setting.variable());
      values.putIfPresent(setting, flags.get(setting.flag()), "the flag " + setting.flag());
    }
    return values;
  }

  /** The value of a setting; the error names the setting, its source and the rule. */
  <T> T get(Setting<T> setting) {
    Sourced sourced = sourced(setting);
    Optional<T> value = setting.rule().parse().apply(sourced.text());
    if (value.isPresent()) {
      return value.get();
    }
    String text = SECRETS.contains(setting) ? "not shown here" : "\"" + sourced.text() + "\"";
    throw new SettingsException(
        "%s (set by %s) is %s: it must be %s."
            .formatted(setting.key(), sourced.source(), text, setting.rule().description()));
  }

  /** Returns the source of a setting's text, in words that follow "set by". */
  String source(Setting<?> setting) {
    return sourced(setting).source();
  }

  private Sourced sourced(Setting<?> setting) {
    Sourced sourced = texts.get(setting.key());
    if (sourced == null) {
      throw new IllegalStateException(setting.key() + " is missing from Setting.all()");
    }
    return sourced;
  }

  private static Optional<Path> file(
      Map<String, String> flags, Map<String, String> environment, Path workingFolder) {
    String flag = flags.get(CONFIG_FLAG);
    String named = flag == null ? environment.get(CONFIG_VARIABLE) : flag;
    if (named != null && !named.isEmpty()) {
      Path file = workingFolder.resolve(named);
      if (!Files.isReadable(file)) {
        throw new SettingsException(
            "%s, named by %s, cannot be read."
                .formatted(
                    file,
                    flag == null ? "the variable " + CONFIG_VARIABLE : "the flag " + CONFIG_FLAG));
      }
      return Optional.of(file);
    }
    Path usual = workingFolder.resolve(CONFIG_NAME);
    return Files.exists(usual) ? Optional.of(usual) : Optional.empty();
  }

  private void addFile(Path file) {
    SettingsFile.read(file)
        .forEach((key, text) -> {
          if (!texts.containsKey(key)) {
            throw new SettingsException(
                "%s in the file %s is not a setting: %s."
                    .formatted(key, file, "see docs/operations.md"));
          }
          put(key, text, "the file " + file);
        });
  }

  private void putIfPresent(Setting<?> setting, @Nullable String text, String source) {
    if (text != null) {
      put(setting.key(), text, source);
    }
  }

  private void put(String key, String text, String source) {
    texts.put(key, new Sourced(text, source));
  }
}
