package org.carillon.app.settings;

/** How log lines look and which are written. */
public record LogSettings(Format format, Level level) {

  /** The form of a log line. */
  public enum Format {
    /** Text on a terminal, JSON otherwise. */
    AUTO,
    TEXT,
    JSON
  }

  /** The least important lines that are written. */
  public enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }

  static LogSettings from(SettingValues values) {
    return new LogSettings(values.get(Setting.LOG), values.get(Setting.LOG_LEVEL));
  }
}
