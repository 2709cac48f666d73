package org.carillon.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.Console;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.carillon.app.settings.LogSettings;
import org.slf4j.LoggerFactory;

/**
 * Turns logging on. Lines go to standard error, so that standard output has only what a command
 * answers. Until {@link #start} only errors are written.
 */
public final class Logging extends ContextAwareBase implements Configurator {

  private static final String OURS = "org.carillon";

  /** Packages of libraries that say at INFO what only their authors want to know. */
  private static final String[] TALKATIVE = {
    "org.eclipse.jetty", "com.zaxxer.hikari", "org.flywaydb", "org.jooq"
  };

  /** Classes that quote in warnings what strangers send, such as paths with numbers in them. */
  private static final String[] QUOTING = {
    "org.eclipse.jetty.http.HttpParser",
    "org.eclipse.jetty.util.HostPort",
    "org.eclipse.jetty.server.Response"
  };

  /** For logback, which finds this class by its service file. */
  public Logging() {}

  @Override
  public ExecutionStatus configure(LoggerContext logs) {
    set(logs, Level.ERROR, terminal() ? new TextLines() : new JsonLines(), System.err);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** Writes log lines from now on as the settings say. */
  public static void start(LogSettings settings) {
    start(settings, System.err);
  }

  static void start(LogSettings settings, OutputStream target) {
    LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
    logs.reset();
    Encoder<ILoggingEvent> encoder =
        switch (settings.format()) {
          case AUTO -> terminal() ? new TextLines() : new JsonLines();
          case TEXT -> new TextLines();
          case JSON -> new JsonLines();
        };
    Level level = Level.valueOf(settings.level().name());
    // What libraries say below INFO holds requests, rows and connection strings as they are.
    set(logs, atLeast(level, Level.INFO), encoder, target);
    logs.getLogger(OURS).setLevel(level);
    for (String library : TALKATIVE) {
      logs.getLogger(library).setLevel(atLeast(level, Level.WARN));
    }
    for (String quoting : QUOTING) {
      logs.getLogger(quoting).setLevel(Level.ERROR);
    }
  }

  private static Level atLeast(Level level, Level least) {
    return level.isGreaterOrEqual(least) ? level : least;
  }

  /** Writes the buffered lines and ends logging. */
  public static void stop() {
    ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
  }

  private static void set(
      LoggerContext logs, Level level, Encoder<ILoggingEvent> encoder, OutputStream target) {
    encoder.setContext(logs);
    encoder.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(logs);
    appender.setName("lines");
    appender.setEncoder(encoder);
    appender.setOutputStream(new Borrowed(target));
    appender.start();
    Logger root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(level);
    root.addAppender(appender);
  }

  // Since JDK 25 it is null again by default where standard input or output is no terminal.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean terminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /**
   * A stream that is ours to write to and not to close: an appender closes its own when it ends.
   */
  private static final class Borrowed extends FilterOutputStream {

    Borrowed(OutputStream owner) {
      super(owner);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
