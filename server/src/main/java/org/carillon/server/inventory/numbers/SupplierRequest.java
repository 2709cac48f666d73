package org.carillon.server.inventory.numbers;

import java.util.Optional;
import org.carillon.platform.jobs.DueRows;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.inventory.pool.NumberSupplier;

/**
 * One kind of request to suppliers: where it stands, how it is sent and what an answer changes.
 *
 * @param <W> one claimed request
 */
public interface SupplierRequest<W> {

  /** The rows in which the requests stand. */
  DueRows<W> rows();

  /** The organization that asks. */
  String organizationId(W claimed);

  /** The number that the request is about. */
  E164 e164(W claimed);

  /** Asks the supplier, outside of any transaction; empty when nothing is to be asked any more. */
  Optional<NumberSupplier.Answer> send(W claimed);

  /**
   * Records that the supplier did it.
   *
   * @return false when nothing was left to change, because an earlier run had recorded it
   */
  boolean done(OperationContext context, W claimed);

  /**
   * Records that the supplier refused.
   *
   * @return false when nothing was left to change, because an earlier run had recorded it
   */
  boolean refused(OperationContext context, W claimed, String reason);
}
