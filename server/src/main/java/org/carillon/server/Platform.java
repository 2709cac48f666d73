package org.carillon.server;

import org.carillon.platform.db.Database;
import org.carillon.platform.db.Ids;
import org.carillon.platform.identity.Vault;
import org.carillon.platform.operations.Limits;
import org.carillon.platform.operations.SystemWork;
import org.carillon.platform.pages.Pages;

/**
 * The services of the platform for features; the first parameter of each feature's constructor.
 *
 * @param database migrated and ready
 * @param ids makes the keys of new rows
 * @param vault seals and opens secrets
 * @param pages reads lists page by page
 * @param limits the limits that the operator sets
 * @param work records changes made by background work
 */
public record Platform(
    Database database, Ids ids, Vault vault, Pages pages, Limits limits, SystemWork work) {

  /** The platform on that database, whose secrets that vault seals. */
  public Platform(Database database, Ids ids, Vault vault, Limits limits) {
    this(database, ids, vault, new Pages(vault), limits, new SystemWork(database, ids));
  }
}
