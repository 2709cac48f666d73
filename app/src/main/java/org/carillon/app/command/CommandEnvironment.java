package org.carillon.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carillon.app.installation.FailureException;
import org.carillon.app.installation.Installation;
import org.carillon.app.logging.Logging;
import org.carillon.app.settings.LogSettings;
import org.carillon.app.settings.Setting;
import org.carillon.app.settings.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The base of every command.
 *
 * @param terminal where it answers
 * @param environment the process's environment variables
 * @param folder the working folder, where carillon.yaml is looked for
 */
public record CommandEnvironment(Terminal terminal, Map<String, String> environment, Path folder) {

  private static final String CONFIG = "--config";
  private static final Set<String> LEADING =
      Set.of(CONFIG, "--data", "--database-url", "--master-key-file");
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  /** Gives a command the flags of the settings that it reads. */
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

  /**
   * The installation for a short command, which has to be there; only warnings are logged unless
   * debugging.
   */
  Installation open(CommandSpec command) {
    return Installation.existing(logged(settings(command)));
  }

  /** {@link #open} for a command that makes the installation where there is none, and says so. */
  Installation openOrMake(CommandSpec command) {
    Settings settings = logged(settings(command));
    boolean missing = !Installation.exists(settings);
    Installation installation = Installation.open(settings);
    if (missing) {
      terminal.tell("There was no installation in %s; made one.".formatted(installation.name()));
    }
    return installation;
  }

  /**
   * A command of ours as the reader can paste it, with the flags that lead to this installation.
   *
   * @param given the command that was run, with its flags
   */
  String hint(CommandSpec given, String... words) {
    List<String> hint = new ArrayList<>(List.of(words));
    for (OptionSpec option : given.commandLine().getParseResult().matchedOptions()) {
      if (leads(option)) {
        hint.add(option.longestName());
        hint.add(String.valueOf(option.<String>getValue()));
      }
    }
    return callable("carillon")
        + hint.stream().map(CommandEnvironment::quoted).collect(Collectors.joining(" ", " ", ""));
  }

  /** A command's full name, with the program as it can be called from the working folder. */
  String callable(String qualifiedName) {
    String program = environment.getOrDefault("CARILLON_COMMAND", "./carillon");
    return quoted(program) + qualifiedName.substring("carillon".length());
  }

  /**
   * A file's bytes; the file {@code -} is standard input.
   *
   * @param most how many it may have
   * @throws FailureException when it cannot be read or has more
   */
  byte[] read(Path file, int most) {
    try (InputStream in =
        file.toString().equals("-") ? System.in : Files.newInputStream(folder.resolve(file))) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new FailureException("The file %s has more than %d bytes.".formatted(file, most));
      }
      return bytes;
    } catch (IOException unreadable) {
      throw FailureException.file("The file %s cannot be read".formatted(file), unreadable);
    }
  }

  /** Returns whether a flag leads to the installation, and so is part of every hint. */
  static boolean leads(OptionSpec option) {
    return LEADING.contains(option.longestName());
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static Settings logged(Settings settings) {
    LogSettings.Level level =
        settings.log().level() == LogSettings.Level.DEBUG
            ? LogSettings.Level.DEBUG
            : LogSettings.Level.WARN;
    Logging.start(new LogSettings(settings.log().format(), level));
    return settings;
  }
}
