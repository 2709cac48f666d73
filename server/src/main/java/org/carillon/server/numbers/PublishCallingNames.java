package org.carillon.server.numbers;

import java.util.List;
import org.carillon.server.platform.db.Transaction;
import org.carillon.server.platform.jobs.DueWork;
import org.carillon.server.platform.operations.Background;
import org.carillon.server.platform.operations.Call;
import org.carillon.server.pool.NumberSupplier;

/** Asks suppliers to publish calling names; their answer alone ends an update. */
final class PublishCallingNames implements DueWork<PhoneNumber> {

  private final DueNumberStore due = DueNumberStore.callingNames();
  private final PhoneNumberStore numbers;
  private final NumberSupplier supplier;
  private final Background background;

  PublishCallingNames(PhoneNumberStore numbers, NumberSupplier supplier, Background background) {
    this.numbers = numbers;
    this.supplier = supplier;
    this.background = background;
  }

  @Override
  public String name() {
    return "publish-calling-names";
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
    if (!(number.naming().update() instanceof Naming.Pending pending)) {
      return;
    }
    NumberSupplier.Answer answer =
        supplier.setCallingName(
            new NumberSupplier.Ask(number.e164(), number.reference(), pending.askedAt()),
            pending.wanted());
    switch (answer) {
      case NumberSupplier.Answer.Pending(var askAgainAfter) ->
          background
              .database()
              .write(transaction -> {
                due.putOff(transaction, number, transaction.now().plus(askAgainAfter));
                return null;
              });
      case NumberSupplier.Answer.Done() -> record(number, pending, true);
      case NumberSupplier.Answer.Refused _ -> record(number, pending, false);
    }
  }

  private void record(PhoneNumber claimed, Naming.Pending asked, boolean done) {
    background.record(
        claimed.organizationId(),
        name(),
        claimed.e164(),
        call -> record(call, claimed.numberId(), asked, done));
  }

  /** Nothing is left to do when that very update was answered before. */
  private boolean record(Call call, long numberId, Naming.Pending asked, boolean done) {
    PhoneNumber number = numbers.lockByKey(call, List.of(numberId)).get(numberId);
    if (number == null
        || !(number.naming().update() instanceof Naming.Pending pending)
        || !pending.askedAt().equals(asked.askedAt())) {
      return false;
    }
    numbers.save(call, number.callingNameAnswered(done, call.now()));
    return true;
  }
}
