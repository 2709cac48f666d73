package org.carillon.server.inventory.numbers;

import org.carillon.platform.jobs.DueRows;
import org.carillon.platform.jobs.DueWork;
import org.carillon.platform.operations.SystemWork;
import org.carillon.server.inventory.pool.NumberSupplier;

/**
 * Sends the requests of one kind that are due, and has each answer recorded in a transaction of its
 * own with an audit row. A supplier that has not decided is asked again when it wants to be.
 */
public final class SupplierJob<W> implements DueWork<W> {

  private final String name;
  private final SupplierRequest<W> request;
  private final SystemWork systemWork;

  /** Sends those requests under that name, which is the one of the audit rows too. */
  public SupplierJob(String name, SupplierRequest<W> request, SystemWork systemWork) {
    this.name = name;
    this.request = request;
    this.systemWork = systemWork;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DueRows<W> rows() {
    return request.rows();
  }

  @Override
  public void run(W claimed) {
    request.send(claimed).ifPresent(answer -> settle(claimed, answer));
  }

  private void settle(W claimed, NumberSupplier.Answer answer) {
    String organizationId = request.organizationId(claimed);
    String e164 = request.e164(claimed).text();
    switch (answer) {
      case NumberSupplier.Answer.Pending(var askAgainAfter) ->
          systemWork
              .database()
              .write(transaction -> {
                rows().putOff(transaction, claimed, transaction.now().plus(askAgainAfter));
                return null;
              });
      case NumberSupplier.Answer.Done() ->
          systemWork.record(organizationId, name, e164, context -> request.done(context, claimed));
      case NumberSupplier.Answer.Refused(String reason) ->
          systemWork.record(
              organizationId, name, e164, context -> request.refused(context, claimed, reason));
    }
  }
}
