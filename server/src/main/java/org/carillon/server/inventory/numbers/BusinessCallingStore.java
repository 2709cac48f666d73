package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.schema.Tables.BUSINESS_CALLING_COUNTRY;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.ResourceLock;

/** The countries, besides the US, whose numbers an organization may use for BusinessCalling. */
public final class BusinessCallingStore {

  private static final Query<String> COUNTRIES =
      Query.of(
          sql ->
              sql.select(BUSINESS_CALLING_COUNTRY.COUNTRY)
                  .from(BUSINESS_CALLING_COUNTRY)
                  .where(given(BUSINESS_CALLING_COUNTRY.ORGANIZATION_ID)),
          row -> row.get(BUSINESS_CALLING_COUNTRY.COUNTRY));

  private static final Command REMOVE_ALL =
      Command.of(sql ->
          sql.deleteFrom(BUSINESS_CALLING_COUNTRY)
              .where(given(BUSINESS_CALLING_COUNTRY.ORGANIZATION_ID)));

  private static final Command ADD =
      Command.insert(
          BUSINESS_CALLING_COUNTRY,
          BUSINESS_CALLING_COUNTRY.ORGANIZATION_ID,
          BUSINESS_CALLING_COUNTRY.COUNTRY);

  BusinessCallingStore() {}

  /** The countries in the order of their codes; at most a few hundred, since no more exist. */
  public Set<String> countries(OperationContext context) {
    return countries(context.transaction(), context.organizationId());
  }

  /** The countries of an organization, for operations that have no transaction of their own. */
  public Set<String> countries(Transaction transaction, String organizationId) {
    return new TreeSet<>(COUNTRIES.list(transaction, organization(organizationId)));
  }

  /** Replaces the countries; calls at the same time run one after the other. */
  void replace(OperationContext context, Collection<String> countries) {
    context
        .transaction()
        .serialize(ResourceLock.BUSINESS_CALLING_COUNTRIES, context.organizationId());
    Argument organization = organization(context.organizationId());
    REMOVE_ALL.run(context.transaction(), organization);
    ADD.runAll(
        context.transaction(),
        countries.stream()
            .map(each ->
                Argument.all(organization, Argument.of(BUSINESS_CALLING_COUNTRY.COUNTRY, each)))
            .toList());
  }

  private static Argument organization(String organizationId) {
    return Argument.of(BUSINESS_CALLING_COUNTRY.ORGANIZATION_ID, organizationId);
  }
}
