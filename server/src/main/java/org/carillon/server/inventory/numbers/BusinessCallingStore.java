package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.schema.Tables.BUSINESS_CALLING_COUNTRY;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.ResourceLock;

/** The countries, besides the US, whose numbers an organization may use for BusinessCalling. */
public final class BusinessCallingStore {

  BusinessCallingStore() {}

  /** The countries in the order of their codes; at most a few hundred, since no more exist. */
  public Set<String> countries(OperationContext context) {
    return countries(context.transaction(), context.organizationId());
  }

  /** The countries of an organization, for operations that have no transaction of their own. */
  public Set<String> countries(Transaction transaction, String organizationId) {
    return new TreeSet<>(
        transaction
            .sql()
            .select(BUSINESS_CALLING_COUNTRY.COUNTRY)
            .from(BUSINESS_CALLING_COUNTRY)
            .where(BUSINESS_CALLING_COUNTRY.ORGANIZATION_ID.eq(organizationId))
            .fetch(BUSINESS_CALLING_COUNTRY.COUNTRY));
  }

  /** Replaces the countries; calls at the same time run one after the other. */
  void replace(OperationContext context, Collection<String> countries) {
    context
        .transaction()
        .serialize(ResourceLock.BUSINESS_CALLING_COUNTRIES, context.organizationId());
    context
        .transaction()
        .sql()
        .deleteFrom(BUSINESS_CALLING_COUNTRY)
        .where(BUSINESS_CALLING_COUNTRY.ORGANIZATION_ID.eq(context.organizationId()))
        .execute();
    for (String country : countries) {
      context
          .transaction()
          .sql()
          .insertInto(
              BUSINESS_CALLING_COUNTRY,
              BUSINESS_CALLING_COUNTRY.ORGANIZATION_ID,
              BUSINESS_CALLING_COUNTRY.COUNTRY)
          .values(context.organizationId(), country)
          .execute();
    }
  }
}
