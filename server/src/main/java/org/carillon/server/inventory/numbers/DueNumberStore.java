package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import org.carillon.platform.db.Argument;
import org.carillon.platform.jobs.DueRows;

/** The numbers whose supplier is to be asked. */
final class DueNumberStore {

  private static final DueRows.Source<PhoneNumber> NUMBERS =
      new DueRows.Source<>(
          sql -> sql.selectFrom(PHONE_NUMBER),
          NumberRows::read,
          number ->
              Argument.all(
                  Argument.of(PHONE_NUMBER.ORGANIZATION_ID, number.organizationId()),
                  Argument.of(PHONE_NUMBER.NUMBER_ID, number.numberId().value())));

  /** Numbers that have left the deletion queue and are to be given back. */
  static final DueRows<PhoneNumber> RELEASES =
      DueRows.afterTerm(PHONE_NUMBER.RELEASE_DUE_AT, PHONE_NUMBER.RELEASE_ATTEMPTS, NUMBERS);

  /** Numbers whose calling name is to be published. */
  static final DueRows<PhoneNumber> CALLING_NAMES =
      DueRows.atOnce(PHONE_NUMBER.NAMING_DUE_AT, PHONE_NUMBER.NAMING_ATTEMPTS, NUMBERS);

  private DueNumberStore() {}
}
