package org.carillon.app.settings;

/** The form and level of log lines. */
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
