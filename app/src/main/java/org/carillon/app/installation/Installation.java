package org.carillon.app.installation;

import java.time.InstantSource;
import org.carillon.app.settings.Settings;
import org.carillon.server.platform.db.Database;
import org.carillon.server.platform.db.Keys;
import org.carillon.server.platform.identity.MasterKey;
import org.carillon.server.platform.identity.Vault;

/**
 * An installation that is open for work: what the server and every command have in common.
 *
 * @param settings everything that was set
 * @param clock the machine's time
 * @param database migrated and ready
 * @param keys makes the keys of new rows
 * @param vault seals and opens secrets with the master key
 */
public record Installation(
    Settings settings, InstantSource clock, Database database, Keys keys, Vault vault)
    implements AutoCloseable {

  /**
   * Opens it; what is missing (folder, database, master key) is made.
   *
   * @throws FailureException when the folder or the database cannot be used
   * @throws org.carillon.server.platform.identity.RefusedException when the master key does not fit
   */
  public static Installation open(Settings settings) {
    InstantSource clock = TimeSource.machine();
    DataFolder.make(settings.storage().folder());
    Database database = Storage.open(settings.storage(), clock);
    try {
      Vault vault = MasterKey.open(settings.identity().masterKeyFile(), database);
      return new Installation(settings, clock, database, new Keys(clock), vault);
    } catch (RuntimeException refused) {
      database.close();
      throw refused;
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
