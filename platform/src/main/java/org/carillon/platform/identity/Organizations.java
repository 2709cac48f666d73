package org.carillon.platform.identity;

import java.security.SecureRandom;
import java.util.List;
import java.util.regex.Pattern;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.Transaction;

/** Creates organizations and tells which there are. */
public final class Organizations {

  /** The most organizations, principals or keys in one list. */
  public static final int PAGE_LIMIT = 1_000;

  private static final long FIRST_ID = 100_000_000_000L;
  private static final long END_OF_IDS = 1_000_000_000_000L;
  private static final Pattern NAME = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{1,256}");

  private final Database database;
  private final OperatorRows log;
  private final SecureRandom random = new SecureRandom();

  /** The organizations of that database. */
  public Organizations(Database database, Ids ids) {
    this.database = database;
    this.log = new OperatorRows(ids);
  }

  /**
   * Creates an organization with a random id.
   *
   * @throws RefusedException when the name is blank or has more than 256 characters
   */
  public Organization create(String name) {
    return database.write(transaction -> create(transaction, name));
  }

  /**
   * Sees that an organization can have that name.
   *
   * @throws RefusedException when the name is blank or has more than 256 characters
   */
  public static void verifyName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new RefusedException("An organization's name has 1 to 256 printable characters.");
    }
  }

  Organization create(Transaction transaction, String name) {
    verifyName(name);
    while (true) {
      Organization made =
          new Organization(
              Long.toString(random.nextLong(FIRST_ID, END_OF_IDS)), name, transaction.now());
      if (OrganizationStore.insert(transaction, made)) {
        log.done(
            transaction, made.organizationId(), "CreateOrganization", made.organizationId(), null);
        return made;
      }
    }
  }

  /** Refuses what names no organization. */
  static void verify(Transaction transaction, String organizationId) {
    if (!OrganizationStore.exists(transaction, organizationId)) {
      throw new RefusedException("There is no organization " + organizationId + ".");
    }
  }

  /** Returns whether there is an organization of that id. */
  public boolean exists(String organizationId) {
    return database.read(transaction -> OrganizationStore.exists(transaction, organizationId));
  }

  /**
   * Organizations in the order of their ids.
   *
   * @param after the last id of the page before, or the empty string
   * @param limit how many at most, up to {@link #PAGE_LIMIT}
   */
  public List<Organization> list(String after, int limit) {
    int size = Math.clamp(limit, 1, PAGE_LIMIT);
    return database.read(transaction -> OrganizationStore.page(transaction, after, size));
  }
}
