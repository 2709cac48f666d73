package org.carillon.app.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.carillon.app.installation.Installation;
import org.carillon.app.logging.Logging;
import org.carillon.app.settings.LogSettings;
import org.carillon.app.settings.Setting;
import org.carillon.app.settings.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What every command stands on.
 *
 * @param terminal where it answers
 * @param environment the process's environment variables
 * @param folder the working folder, where carillon.yaml is looked for
 */
public record Shell(Terminal terminal, Map<String, String> environment, Path folder) {

  private static final String CONFIG = "--config";

  /** Gives a command the flags of the settings that it heeds. */
  static void addFlags(CommandSpec command, boolean server) {
    command.addOption(
        OptionSpec.builder(CONFIG)
            .paramLabel("FILE")
            .type(String.class)
            .description("settings file (variable CARILLON_CONFIG); usually ./carillon.yaml")
            .build());
    for (Setting<?> setting : Setting.all()) {
      if (server || setting.audience() == Setting.Audience.EVERY_COMMAND) {
        command.addOption(
            OptionSpec.builder(setting.flag())
                .paramLabel("VALUE")
                .type(String.class)
                .description(description(setting))
                .build());
      }
    }
  }

  private static String description(Setting<?> setting) {
    String initial = setting.initial().isEmpty() ? "" : "; default " + setting.initial();
    // A percent sign would be a format specifier to picocli.
    return (setting.purpose() + " (variable " + setting.variable() + initial + ")")
        .replace("%", "%%");
  }

  /** All settings, with what was given on the command line before everything else. */
  Settings settings(CommandSpec command) {
    Map<String, String> flags = new HashMap<>();
    ParseResult given = command.commandLine().getParseResult();
    for (OptionSpec option : given.matchedOptions()) {
      if (option.getValue() instanceof String text) {
        flags.put(option.longestName(), text);
      }
    }
    return Settings.read(flags, environment, folder);
  }

  /** The installation for a short command; only warnings are logged unless debugging. */
  Installation open(CommandSpec command) {
    Settings settings = settings(command);
    LogSettings.Level level =
        settings.log().level() == LogSettings.Level.DEBUG
            ? LogSettings.Level.DEBUG
            : LogSettings.Level.WARN;
    Logging.start(new LogSettings(settings.log().format(), level));
    return Installation.open(settings);
  }
}
