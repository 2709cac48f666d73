package org.carillon.server.changes.imports;

import java.util.Set;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.BusinessCallingStore;
import org.carillon.server.inventory.numbers.ProductFit;
import org.carillon.server.inventory.pool.NumberFile.Row;
import org.carillon.server.inventory.pool.PhoneNumberFacts;

/** Refuses rows that the numbering plan contradicts, or whose product the number cannot have. */
final class NumberingRules {

  private final PhoneNumberFacts facts;
  private final BusinessCallingStore businessCalling;

  NumberingRules(PhoneNumberFacts facts, BusinessCallingStore businessCalling) {
    this.facts = facts;
    this.businessCalling = businessCalling;
  }

  /**
   * Verifies a row.
   *
   * @throws org.carillon.api.model.BadRequestException naming the rule
   */
  void verify(OperationContext context, Row row, PhoneNumberProductType product) {
    facts
        .contradiction(row.e164(), row.type())
        .ifPresent(why -> {
          throw Refusal.badRequest(why);
        });
    PhoneNumberFacts.Facts known = facts.of(row.e164());
    ProductFit.verify(
        row.e164(),
        known.country(),
        row.type() == null ? known.type() : row.type(),
        product,
        ProductFit.HOME.equals(known.country()) ? Set.of() : businessCalling.countries(context));
  }
}
