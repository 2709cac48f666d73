package org.carillon.platform.identity;

import static org.carillon.platform.db.schema.Tables.ORGANIZATION;

import java.util.List;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.db.schema.tables.records.OrganizationRecord;
import org.jspecify.annotations.Nullable;

/** Keeps organizations. */
final class OrganizationStore {

  private OrganizationStore() {}

  /** False when the id is taken. */
  static boolean insert(Transaction transaction, Organization organization) {
    return transaction
            .sql()
            .insertInto(ORGANIZATION)
            .set(ORGANIZATION.ORGANIZATION_ID, organization.organizationId())
            .set(ORGANIZATION.NAME, organization.name())
            .set(ORGANIZATION.CREATED_AT, organization.createdAt())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  static boolean exists(Transaction transaction, String organizationId) {
    return transaction
        .sql()
        .fetchExists(ORGANIZATION, ORGANIZATION.ORGANIZATION_ID.eq(organizationId));
  }

  static List<Organization> page(Transaction transaction, String after, int limit) {
    return transaction
        .sql()
        .selectFrom(ORGANIZATION)
        .where(ORGANIZATION.ORGANIZATION_ID.gt(after))
        .orderBy(ORGANIZATION.ORGANIZATION_ID)
        .limit(limit)
        .fetch(OrganizationStore::organization);
  }

  /** The organization created first; reads the whole table, so it is for the start only. */
  static @Nullable Organization oldest(Transaction transaction) {
    return transaction
        .sql()
        .selectFrom(ORGANIZATION)
        .orderBy(ORGANIZATION.CREATED_AT, ORGANIZATION.ORGANIZATION_ID)
        .limit(1)
        .fetchOne(OrganizationStore::organization);
  }

  private static Organization organization(OrganizationRecord row) {
    return new Organization(row.getOrganizationId(), row.getName(), row.getCreatedAt());
  }
}
