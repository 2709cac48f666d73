package org.carillon.app.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.carillon.app.installation.FailureException;
import org.carillon.app.settings.StorageSettings;
import org.carillon.platform.db.SqliteBackup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code carillon backup FILE}: copies the embedded database while servers run. */
@Command(
    name = "backup",
    description = {
      "Copies the database, as of one moment, into a new file; servers may run meanwhile.",
      "The copy does not have the master key: keep that in another place. For PostgreSQL use"
          + " pg_dump."
    })
final class BackUp implements Callable<Integer> {

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "name of the new file")
  private Path file = Path.of("");

  BackUp(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    StorageSettings storage = environment.settings(spec).storage();
    if (storage.postgres()) {
      throw new FailureException(
          "The database is PostgreSQL: back it up with pg_dump, and keep the master key too.");
    }
    if (!Files.exists(storage.sqliteFile())) {
      throw new FailureException(
          "The data folder %s holds no database: set the right one with --data."
              .formatted(storage.folder()));
    }
    try {
      long bytes = SqliteBackup.write(storage.sqliteFile(), environment.folder().resolve(file));
      environment.terminal().say("Copied the database into %s (%d bytes).".formatted(file, bytes));
      return 0;
    } catch (FileAlreadyExistsException there) {
      throw new FailureException("The file %s exists: name a new file.".formatted(file), there);
    } catch (IOException failed) {
      throw FailureException.file("The database cannot be copied into %s".formatted(file), failed);
    } catch (SQLException failed) {
      throw new FailureException(
          "The database cannot be copied into %s: %s.".formatted(file, failed.getMessage()),
          failed);
    }
  }
}
