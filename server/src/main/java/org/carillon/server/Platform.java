package org.carillon.server;

import org.carillon.platform.db.Database;
import org.carillon.platform.db.Ids;
import org.carillon.platform.identity.Vault;
import org.carillon.platform.operations.Limits;
import org.carillon.platform.operations.SystemWork;
import org.carillon.platform.pages.Pages;
import org.carillon.server.calls.records.RecordScanLimit;
import org.carillon.server.inventory.search.ScanLimit;

/**
 * The services of the platform for features; the first parameter of each feature's constructor.
 *
 * @param database migrated and ready
 * @param ids makes the keys of new rows
 * @param vault seals and opens secrets
 * @param pages reads lists page by page
 * @param limits the limits that the operator sets
 * @param scanLimit bounds the numbers that a search of the inventory reads
 * @param recordScanLimit bounds the records that a page reads
 * @param work records changes made by background work
 */
public record Platform(
    Database database,
    Ids ids,
    Vault vault,
    Pages pages,
    Limits limits,
    ScanLimit scanLimit,
    RecordScanLimit recordScanLimit,
    SystemWork work) {

  /** The platform on that database, whose secrets that vault seals, with the usual scan limits. */
  public Platform(Database database, Ids ids, Vault vault, Limits limits) {
    this(
        database,
        ids,
        vault,
        new Pages(vault),
        limits,
        ScanLimit.USUAL,
        RecordScanLimit.USUAL,
        new SystemWork(database, ids));
  }
}
