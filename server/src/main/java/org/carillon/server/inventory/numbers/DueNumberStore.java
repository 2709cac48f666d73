package org.carillon.server.inventory.numbers;

import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.db.schema.tables.records.PhoneNumberRecord;
import org.carillon.platform.jobs.DueRows;
import org.carillon.platform.jobs.DueWork;
import org.jooq.TableField;

/** Claims numbers whose supplier is to be asked, and puts off those it has not answered yet. */
final class DueNumberStore {

  private final TableField<PhoneNumberRecord, Instant> dueAt;
  private final TableField<PhoneNumberRecord, Integer> attempts;
  private final DueRows<PhoneNumberRecord> rows;

  private DueNumberStore(
      TableField<PhoneNumberRecord, Instant> dueAt,
      TableField<PhoneNumberRecord, Integer> attempts,
      DueRows<PhoneNumberRecord> rows) {
    this.rows = rows;
    this.dueAt = dueAt;
    this.attempts = attempts;
  }

  /** Numbers that have left the deletion queue and are to be given back. */
  static DueNumberStore releases() {
    return new DueNumberStore(
        PHONE_NUMBER.RELEASE_DUE_AT,
        PHONE_NUMBER.RELEASE_ATTEMPTS,
        DueRows.afterTerm(PHONE_NUMBER.RELEASE_DUE_AT, PHONE_NUMBER.RELEASE_ATTEMPTS));
  }

  /** Numbers whose calling name is to be published. */
  static DueNumberStore callingNames() {
    return new DueNumberStore(
        PHONE_NUMBER.NAMING_DUE_AT,
        PHONE_NUMBER.NAMING_ATTEMPTS,
        DueRows.atOnce(PHONE_NUMBER.NAMING_DUE_AT, PHONE_NUMBER.NAMING_ATTEMPTS));
  }

  DueRows<?> rows() {
    return rows;
  }

  /** Claims what is due now, across all organizations, longest due first. */
  List<PhoneNumber> claim(Transaction transaction, int limit) {
    Instant now = transaction.now();
    List<PhoneNumber> claimed = new ArrayList<>();
    transaction
        .lock(
            transaction
                .sql()
                .selectFrom(PHONE_NUMBER)
                .where(dueAt.le(now))
                .orderBy(dueAt)
                .limit(limit),
            PHONE_NUMBER)
        .forEach(row -> {
          int tried = row.get(attempts);
          claimed.add(NumberRows.read(row));
          transaction
              .sql()
              .update(PHONE_NUMBER)
              .set(dueAt, DueWork.nextAttempt(now, tried))
              .set(attempts, tried + 1)
              .where(PHONE_NUMBER.ORGANIZATION_ID.eq(row.getOrganizationId()))
              .and(PHONE_NUMBER.NUMBER_ID.eq(row.getNumberId()))
              .execute();
        });
    return claimed;
  }

  /** Makes a claimed number due again earlier than its lease would. */
  void putOff(Transaction transaction, PhoneNumber number, Instant until) {
    transaction
        .sql()
        .update(PHONE_NUMBER)
        .set(dueAt, until)
        .where(PHONE_NUMBER.ORGANIZATION_ID.eq(number.organizationId()))
        .and(PHONE_NUMBER.NUMBER_ID.eq(number.numberId()))
        .and(dueAt.isNotNull())
        .execute();
  }
}
