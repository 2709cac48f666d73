package org.carillon.server.inventory.numbers;

import java.util.List;
import java.util.Optional;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.jobs.DueRows;
import org.carillon.platform.jobs.DueWork;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.SystemWork;
import org.carillon.server.inventory.pool.NumberSupplier;

/** Asks the supplier of a number for one kind of thing, and records its answer. */
final class SupplierWork implements DueWork<PhoneNumber> {

  private final String name;
  private final DueNumberStore due;
  private final Wish wish;
  private final PhoneNumberStore numbers;
  private final SystemWork background;

  SupplierWork(
      String name, DueNumberStore due, Wish wish, PhoneNumberStore numbers, SystemWork background) {
    this.name = name;
    this.due = due;
    this.wish = wish;
    this.numbers = numbers;
    this.background = background;
  }

  /** What is asked of suppliers, and what their answers mean for a number. */
  interface Wish {

    /** Asks; answers nothing when the claimed number no longer wants it. */
    Optional<NumberSupplier.Answer> ask(PhoneNumber claimed);

    /** The locked number after the answer; nothing when an earlier run has recorded it. */
    Optional<PhoneNumber> answered(
        OperationContext context, PhoneNumber number, PhoneNumber claimed, boolean done);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DueRows<?> rows() {
    return due.rows();
  }

  @Override
  public List<PhoneNumber> claim(Transaction transaction, int limit) {
    return due.claim(transaction, limit);
  }

  @Override
  public void run(PhoneNumber claimed) {
    wish.ask(claimed).ifPresent(answer -> settle(claimed, answer));
  }

  private void settle(PhoneNumber claimed, NumberSupplier.Answer answer) {
    switch (answer) {
      case NumberSupplier.Answer.Pending(var askAgainAfter) ->
          background
              .database()
              .write(transaction -> {
                due.putOff(transaction, claimed, transaction.now().plus(askAgainAfter));
                return null;
              });
      case NumberSupplier.Answer.Done() -> record(claimed, true);
      case NumberSupplier.Answer.Refused _ -> record(claimed, false);
    }
  }

  private void record(PhoneNumber claimed, boolean done) {
    background.record(
        claimed.organizationId(), name, claimed.e164(), context -> record(context, claimed, done));
  }

  private boolean record(OperationContext context, PhoneNumber claimed, boolean done) {
    PhoneNumber number =
        numbers.lockByKey(context, List.of(claimed.numberId())).get(claimed.numberId());
    if (number == null) {
      return false;
    }
    Optional<PhoneNumber> after = wish.answered(context, number, claimed, done);
    after.ifPresent(changed -> numbers.save(context, changed));
    return after.isPresent();
  }
}
