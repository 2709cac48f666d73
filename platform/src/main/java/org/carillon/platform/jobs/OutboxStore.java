package org.carillon.platform.jobs;

import static org.carillon.platform.db.schema.Tables.OUTBOX;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.platform.db.Transaction;

/** Reads and changes the rows of the outbox. */
final class OutboxStore {

  /**
   * A claimed message.
   *
   * @param attempts this one included
   */
  record Due(Outbox.Message message, int attempts) {}

  DueRows<?> rows() {
    return DueRows.atOnce(OUTBOX.NEXT_ATTEMPT_AT, OUTBOX.ATTEMPTS);
  }

  List<Due> claim(Transaction transaction, int limit) {
    Instant now = transaction.now();
    List<Due> claimed = new ArrayList<>();
    transaction
        .lock(
            transaction
                .sql()
                .selectFrom(OUTBOX)
                .where(OUTBOX.NEXT_ATTEMPT_AT.le(now))
                .orderBy(OUTBOX.NEXT_ATTEMPT_AT)
                .limit(limit),
            OUTBOX)
        .forEach(row -> {
          int attempts = row.getAttempts() + 1;
          claimed.add(
              new Due(
                  new Outbox.Message(
                      row.getOutboxId(),
                      row.getOrganizationId(),
                      row.getKind(),
                      row.getTarget(),
                      row.getPayload()),
                  attempts));
          transaction
              .sql()
              .update(OUTBOX)
              .set(OUTBOX.NEXT_ATTEMPT_AT, DueWork.nextAttempt(now, row.getAttempts()))
              .set(OUTBOX.ATTEMPTS, attempts)
              .where(OUTBOX.OUTBOX_ID.eq(row.getOutboxId()))
              .execute();
        });
    return claimed;
  }

  void put(Transaction transaction, Outbox.Message message) {
    transaction
        .sql()
        .insertInto(OUTBOX)
        .set(OUTBOX.OUTBOX_ID, message.id())
        .set(OUTBOX.ORGANIZATION_ID, message.organizationId())
        .set(OUTBOX.KIND, message.kind())
        .set(OUTBOX.TARGET, message.target())
        .set(OUTBOX.PAYLOAD, message.payload())
        .set(OUTBOX.CREATED_AT, transaction.now())
        .set(OUTBOX.NEXT_ATTEMPT_AT, transaction.now())
        .set(OUTBOX.ATTEMPTS, 0)
        .execute();
  }

  void remove(Transaction transaction, long id) {
    transaction.sql().deleteFrom(OUTBOX).where(OUTBOX.OUTBOX_ID.eq(id)).execute();
  }

  /** Gives a message up, unless somebody else has claimed it since. */
  void fail(Transaction transaction, Due due) {
    transaction
        .sql()
        .update(OUTBOX)
        .setNull(OUTBOX.NEXT_ATTEMPT_AT)
        .set(OUTBOX.FAILED_AT, transaction.now())
        .where(OUTBOX.OUTBOX_ID.eq(due.message().id()))
        .and(OUTBOX.ATTEMPTS.eq(due.attempts()))
        .execute();
  }
}
