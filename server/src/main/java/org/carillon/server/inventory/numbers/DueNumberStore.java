package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import java.time.Instant;
import java.util.List;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.db.schema.tables.records.PhoneNumberRecord;
import org.carillon.platform.jobs.DueRows;

/** Claims numbers whose supplier is to be asked, and puts off those it has not answered yet. */
record DueNumberStore(DueRows<PhoneNumberRecord> rows) {

  /** Numbers that have left the deletion queue and are to be given back. */
  static DueNumberStore releases() {
    return new DueNumberStore(
        DueRows.afterTerm(PHONE_NUMBER.RELEASE_DUE_AT, PHONE_NUMBER.RELEASE_ATTEMPTS));
  }

  /** Numbers whose calling name is to be published. */
  static DueNumberStore callingNames() {
    return new DueNumberStore(
        DueRows.atOnce(PHONE_NUMBER.NAMING_DUE_AT, PHONE_NUMBER.NAMING_ATTEMPTS));
  }

  /** Claims the numbers that are due now, across all organizations, longest due first. */
  List<PhoneNumber> claim(Transaction transaction, int limit) {
    return rows.claim(transaction, transaction.sql().selectFrom(PHONE_NUMBER), limit).stream()
        .map(row -> NumberRows.read(row::get))
        .toList();
  }

  /** Makes a claimed number due again earlier than its lease would. */
  void putOff(Transaction transaction, PhoneNumber number, Instant until) {
    rows.putOff(
        transaction,
        PHONE_NUMBER
            .ORGANIZATION_ID
            .eq(number.organizationId())
            .and(PHONE_NUMBER.NUMBER_ID.eq(number.numberId().value())),
        until);
  }
}
