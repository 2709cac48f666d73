package org.carillon.server.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Runs statements that change nothing on a pooled connection; the same for both engines. */
final class Reads {

  /** Plain names, so that the same SQL text serves both engines and their statement caches. */
  static final Settings SETTINGS =
      new Settings()
          .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
          .withRenderNameCase(RenderNameCase.LOWER)
          .withRenderSchema(false)
          .withRenderCatalog(false)
          .withExecuteLogging(false)
          .withFetchWarnings(false);

  private Reads() {}

  static <T extends @Nullable Object> T run(
      DataSource connections, Engine engine, InstantSource clock, Function<Transaction, T> work) {
    try (Connection connection = connections.getConnection()) {
      return work.apply(
          new Transaction(
              DSL.using(connection, engine.dialect(), SETTINGS), engine, clock, Instant.EPOCH));
    } catch (SQLException refused) {
      throw new DataAccessException("no connection to read with", refused);
    }
  }
}
