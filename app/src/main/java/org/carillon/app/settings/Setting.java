package org.carillon.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.carillon.platform.operations.Limit;
import org.carillon.server.Features;
import org.carillon.server.trunks.connectors.SipDomain;

/**
 * A setting. The list of all settings drives the file, the environment, the flags and the table in
 * docs/operations.md.
 *
 * @param key its name in carillon.yaml; a dot is one level of nesting
 * @param initial its text when nobody sets it
 * @param rule what its value must be
 * @param purpose what it does, for the documentation and {@code --help}
 * @param audience who reads it
 */
public record Setting<T>(
    String key, String initial, Rule<T> rule, String purpose, Audience audience) {

  /** The commands that take a setting as a flag. */
  public enum Audience {
    /** Every command that opens the database. */
    EVERY_COMMAND,
    /** Only {@code carillon serve}. */
    SERVER
  }

  private static final String JDBC = "jdbc:postgresql:.+";
  private static final Duration DAY = Duration.ofDays(1);

  static final Setting<Path> DATA =
      shared(
          "data",
          "./data",
          Rule.folderOrFile("a folder"),
          "folder of the database and the master key; made when it is missing");
  static final Setting<Secret> DATABASE_URL =
      shared(
          "database-url",
          "",
          Rule.secret("a URL that begins with jdbc:postgresql:, or empty for SQLite", JDBC),
          "PostgreSQL database, without its password; when empty, the database is carillon.db in"
              + " the data folder");
  static final Setting<String> DATABASE_USER =
      shared(
          "database.user",
          "",
          Rule.text("a user of PostgreSQL, or empty where database-url names one"),
          "user of the connections to PostgreSQL");
  static final Setting<Secret> DATABASE_PASSWORD =
      shared(
          "database.password",
          "",
          Rule.secret("a password, or empty where PostgreSQL asks for none", ".+"),
          "password of that user");
  static final Setting<Integer> DATABASE_CONNECTIONS =
      server(
          "database.connections",
          "16",
          Rule.wholeNumber(2, 500),
          "most connections of a server to PostgreSQL, three quarters of them for one"
              + " organization");
  static final Setting<Integer> DATABASE_QUEUE =
      server(
          "database.queue",
          "4096",
          Rule.wholeNumber(1, 1_000_000),
          "most reads, and most writes, that wait for SQLite, half of them of one organization;"
              + " further ones are refused with 503");
  static final Setting<String> MASTER_KEY_FILE =
      shared(
          "master-key-file",
          "",
          Rule.fileOrNone("a file, or empty for master.key in the data folder"),
          "key that encrypts secret access keys in the database");
  static final Setting<String> HOST =
      server(
          "host",
          "127.0.0.1",
          Rule.text("an address or host name of this machine", "\\S+"),
          "address on which the API listens; 0.0.0.0 is every address");
  static final Setting<Integer> PORT =
      server(
          "port",
          "8080",
          Rule.wholeNumber(0, 65_535),
          "port on which the API listens; 0 takes a free one");
  static final Setting<Duration> DRAIN =
      server(
          "drain",
          "20s",
          Rule.duration(Duration.ofMillis(100), Duration.ofMinutes(10)),
          "time that requests in progress have to finish after SIGTERM");
  static final Setting<String> ROOT_ACCESS_KEY_ID =
      server(
          "root.access-key-id",
          "",
          Rule.text("16 to 128 letters, digits or underscores", "\\w{16,128}"),
          "access key of the first organization's administrator");
  static final Setting<Secret> ROOT_SECRET_ACCESS_KEY =
      server(
          "root.secret-access-key",
          "",
          Rule.secret("16 to 128 printable characters without blanks", "[\\x21-\\x7e]{16,128}"),
          "secret of root.access-key-id; both are set or neither");
  static final Setting<Duration> ORDERS_ANSWER_AFTER =
      server(
          "orders.answer-after",
          "2s",
          Rule.duration(Duration.ZERO, DAY),
          "time that the built-in supplier takes to answer an order");
  static final Setting<Duration> CALLING_NAMES_ANSWER_AFTER =
      server(
          "calling-names.answer-after",
          "5s",
          Rule.duration(Duration.ZERO, DAY),
          "time that the built-in supplier takes to answer a change of calling name");
  static final Setting<Duration> POOL_QUARANTINE =
      server(
          "pool.quarantine",
          "45d",
          Rule.duration(Duration.ZERO, Duration.ofDays(3650)),
          "time that a released number rests before it can be ordered again");
  static final Setting<String> SIP_DOMAIN =
      server(
          "sip.domain",
          SipDomain.DEFAULT.name(),
          Rule.present("a domain in small letters", SipDomain.FORM),
          "domain of the host names of Voice Connectors");
  static final List<Setting<Integer>> LIMITS = limits();
  static final Setting<Duration> SWEEPS_EVERY =
      server(
          "sweeps.every",
          "1s",
          Rule.duration(Duration.ofMillis(100), DAY),
          "interval at which sweeps look for due work");
  static final Setting<LogSettings.Format> LOG =
      shared(
          "log",
          "auto",
          Rule.oneOf(LogSettings.Format.values()),
          "form of log lines; auto is text on a terminal and JSON otherwise");
  static final Setting<LogSettings.Level> LOG_LEVEL =
      shared(
          "log-level",
          "info",
          Rule.oneOf(LogSettings.Level.values()),
          "lowest level of log lines; libraries never write below info");

  private static final List<Setting<?>> ALL =
      Stream.of(
              List.of(
                  HOST,
                  PORT,
                  DATA,
                  DATABASE_URL,
                  DATABASE_USER,
                  DATABASE_PASSWORD,
                  DATABASE_CONNECTIONS,
                  DATABASE_QUEUE,
                  MASTER_KEY_FILE,
                  ROOT_ACCESS_KEY_ID,
                  ROOT_SECRET_ACCESS_KEY,
                  ORDERS_ANSWER_AFTER,
                  CALLING_NAMES_ANSWER_AFTER,
                  POOL_QUARANTINE,
                  SIP_DOMAIN),
              LIMITS,
              List.of(SWEEPS_EVERY, DRAIN, LOG, LOG_LEVEL))
          .<Setting<?>>flatMap(Collection::stream)
          .toList();

  private static List<Setting<Integer>> limits() {
    List<Setting<Integer>> settings = new ArrayList<>();
    for (Limit limit : Features.LIMITS) {
      if (limit.setting() != null) {
        settings.add(
            server(
                limit.setting(),
                String.valueOf(limit.value()),
                Rule.wholeNumber(1, limit.max()),
                "most " + limit.things() + " of " + limit.owner()));
      }
    }
    return settings;
  }

  /** Every setting, in the order of the documentation. */
  public static List<Setting<?>> all() {
    return ALL;
  }

  /** Its environment variable, for example {@code CARILLON_ORDERS_ANSWER_AFTER}. */
  public String variable() {
    return "CARILLON_" + key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  /** Its flag, for example {@code --orders-answer-after}. */
  public String flag() {
    return "--" + key.replace('.', '-');
  }

  /** Its row in the table of docs/operations.md. */
  public String row() {
    return "| `%s` | `%s` | `%s` | %s | %s | %s |"
        .formatted(
            key,
            variable(),
            flag(),
            initial.isEmpty() ? "" : "`" + initial + "`",
            purpose,
            rule.description());
  }

  private static <T> Setting<T> shared(String key, String initial, Rule<T> rule, String purpose) {
    return new Setting<>(key, initial, rule, purpose, Audience.EVERY_COMMAND);
  }

  private static <T> Setting<T> server(String key, String initial, Rule<T> rule, String purpose) {
    return new Setting<>(key, initial, rule, purpose, Audience.SERVER);
  }
}
