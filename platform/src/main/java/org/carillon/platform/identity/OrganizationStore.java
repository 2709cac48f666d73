package org.carillon.platform.identity;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.Parameter.slot;
import static org.carillon.platform.db.schema.Tables.ORGANIZATION;
import static org.jooq.impl.DSL.inline;

import java.util.List;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.Transaction;
import org.jspecify.annotations.Nullable;

/** Keeps organizations. */
final class OrganizationStore {

  private static final Command ADD =
      Command.insertIfAbsent(
          ORGANIZATION, ORGANIZATION.ORGANIZATION_ID, ORGANIZATION.NAME, ORGANIZATION.CREATED_AT);

  private static final Query<Organization> BY_ID =
      Query.of(
          sql -> sql.selectFrom(ORGANIZATION).where(given(ORGANIZATION.ORGANIZATION_ID)),
          OrganizationStore::organization);

  private static final Query<Organization> PAGE =
      Query.of(
          sql ->
              sql.selectFrom(ORGANIZATION)
                  .where(ORGANIZATION.ORGANIZATION_ID.gt(slot(ORGANIZATION.ORGANIZATION_ID)))
                  .orderBy(ORGANIZATION.ORGANIZATION_ID)
                  .limit(limit()),
          OrganizationStore::organization);

  private static final Query<Organization> OLDEST =
      Query.of(
          sql ->
              sql.selectFrom(ORGANIZATION)
                  .orderBy(ORGANIZATION.CREATED_AT, ORGANIZATION.ORGANIZATION_ID)
                  .limit(inline(1)),
          OrganizationStore::organization);

  private OrganizationStore() {}

  /** False when the id is taken. */
  static boolean insert(Transaction transaction, Organization organization) {
    return ADD.run(
            transaction,
            Argument.of(ORGANIZATION.ORGANIZATION_ID, organization.organizationId()),
            Argument.of(ORGANIZATION.NAME, organization.name()),
            Argument.of(ORGANIZATION.CREATED_AT, organization.createdAt()))
        == 1;
  }

  static boolean exists(Transaction transaction, String organizationId) {
    return BY_ID.exists(transaction, Argument.of(ORGANIZATION.ORGANIZATION_ID, organizationId));
  }

  static List<Organization> page(Transaction transaction, String after, int limit) {
    return PAGE.list(
        transaction, Argument.of(ORGANIZATION.ORGANIZATION_ID, after), Argument.limit(limit));
  }

  /** The organization created first; reads the whole table, so it is for the start only. */
  static @Nullable Organization oldest(Transaction transaction) {
    return OLDEST.find(transaction).orElse(null);
  }

  private static Organization organization(Row row) {
    return new Organization(
        row.get(ORGANIZATION.ORGANIZATION_ID),
        row.get(ORGANIZATION.NAME),
        row.get(ORGANIZATION.CREATED_AT));
  }
}
