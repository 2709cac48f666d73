package org.carillon.server.numbers;

import java.util.List;
import org.carillon.server.platform.db.Transaction;
import org.carillon.server.platform.jobs.DueWork;
import org.carillon.server.platform.operations.Background;
import org.carillon.server.platform.operations.Call;
import org.carillon.server.pool.NumberSupplier;

/** Gives numbers back to their supplier once their seven days in the queue are over. */
final class ReleaseNumbers implements DueWork<PhoneNumber> {

  private final DueNumberStore due = DueNumberStore.releases();
  private final PhoneNumberStore numbers;
  private final NumberSupplier supplier;
  private final Background background;

  ReleaseNumbers(PhoneNumberStore numbers, NumberSupplier supplier, Background background) {
    this.numbers = numbers;
    this.supplier = supplier;
    this.background = background;
  }

  @Override
  public String name() {
    return "release-numbers";
  }

  @Override
  public boolean isDue(Transaction transaction) {
    return due.isDue(transaction);
  }

  @Override
  public List<PhoneNumber> claim(Transaction transaction, int limit) {
    return due.claim(transaction, limit);
  }

  @Override
  public void run(PhoneNumber number) {
    if (!(number.state() instanceof State.Deleted deleted)) {
      return;
    }
    NumberSupplier.Answer answer =
        supplier.release(
            new NumberSupplier.Ask(number.e164(), number.reference(), deleted.leavesAt()));
    switch (answer) {
      case NumberSupplier.Answer.Pending(var askAgainAfter) ->
          background
              .database()
              .write(transaction -> {
                due.putOff(transaction, number, transaction.now().plus(askAgainAfter));
                return null;
              });
      case NumberSupplier.Answer.Done() -> record(number, true);
      case NumberSupplier.Answer.Refused _ -> record(number, false);
    }
  }

  private void record(PhoneNumber claimed, boolean done) {
    background.record(
        claimed.organizationId(), name(), claimed.e164(), call -> record(call, claimed, done));
  }

  /** Nothing is left to do when an earlier run of the same claim has recorded its answer. */
  private boolean record(Call call, PhoneNumber claimed, boolean done) {
    PhoneNumber number =
        numbers.lockByKey(call, List.of(claimed.numberId())).get(claimed.numberId());
    if (number == null || !(number.state() instanceof State.Deleted deleted)) {
      return false;
    }
    numbers.save(
        call,
        done
            ? number.released(call.now())
            : number.releaseRefused(
                DueWork.again(call.now(), deleted.releaseAttempts()), call.now()));
    return true;
  }
}
