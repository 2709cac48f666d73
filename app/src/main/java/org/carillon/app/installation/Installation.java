package org.carillon.app.installation;

import java.time.InstantSource;
import org.carillon.app.settings.Settings;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Ids;
import org.carillon.platform.identity.MasterKey;
import org.carillon.platform.identity.Vault;

/**
 * An installation that is open for work: what the server and every command have in common.
 *
 * @param settings everything that was set
 * @param clock the machine's time
 * @param database migrated and ready
 * @param ids makes the keys of new rows
 * @param vault seals and opens secrets with the master key
 */
public record Installation(
    Settings settings, InstantSource clock, Database database, Ids ids, Vault vault)
    implements AutoCloseable {

  /** Returns whether there is one; makes nothing. */
  public static boolean exists(Settings settings) {
    return Storage.isBegun(settings.storage());
  }

  /**
   * Opens one that was begun before; where there is none, nothing is made.
   *
   * @throws FailureException when there is none, or when it cannot be used
   * @throws org.carillon.platform.identity.RefusedException when the master key does not fit
   */
  public static Installation existing(Settings settings) {
    if (!exists(settings)) {
      throw new FailureException(
          "There is no installation in %s: the first start of a server makes one; name another with %s."
              .formatted(
                  Storage.name(settings.storage()),
                  settings.storage().postgres() ? "--database-url" : "--data"));
    }
    return open(settings);
  }

  /**
   * Opens the installation and makes missing parts: folder, database, master key.
   *
   * @throws FailureException when the folder or the database cannot be used
   * @throws org.carillon.platform.identity.RefusedException when the master key does not fit
   */
  public static Installation open(Settings settings) {
    InstantSource clock = TimeSource.machine();
    DataFolder.make(settings.storage().folder());
    if (!settings.storage().postgres()) {
      DataFolder.prepare(settings.storage().folder(), settings.storage().sqliteFile());
    }
    Database database = Storage.open(settings.storage(), clock);
    try {
      Vault vault = MasterKey.open(settings.identity().masterKeyFile(), database);
      return new Installation(settings, clock, database, new Ids(clock), vault);
    } catch (RuntimeException refused) {
      database.close();
      throw refused;
    }
  }

  /** Returns the name of its data folder or database, without secrets. */
  public String name() {
    return Storage.name(settings.storage());
  }

  @Override
  public void close() {
    database.close();
  }
}
