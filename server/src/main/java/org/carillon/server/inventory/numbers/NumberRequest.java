package org.carillon.server.inventory.numbers;

import java.util.List;
import java.util.Optional;
import org.carillon.platform.jobs.DueRows;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.pool.E164;

/** A request to suppliers in the row of its number. */
abstract sealed class NumberRequest implements SupplierRequest<PhoneNumber>
    permits PublishCallingNames, ReleaseNumbers {

  private final DueRows<PhoneNumber> rows;
  private final PhoneNumberStore numbers;

  NumberRequest(DueRows<PhoneNumber> rows, PhoneNumberStore numbers) {
    this.rows = rows;
    this.numbers = numbers;
  }

  /** Returns the locked number after the answer; empty when an earlier run has recorded it. */
  abstract Optional<PhoneNumber> answered(
      OperationContext context, PhoneNumber number, PhoneNumber claimed, boolean done);

  @Override
  public final DueRows<PhoneNumber> rows() {
    return rows;
  }

  @Override
  public final String organizationId(PhoneNumber claimed) {
    return claimed.organizationId();
  }

  @Override
  public final E164 e164(PhoneNumber claimed) {
    return claimed.e164();
  }

  @Override
  public final boolean done(OperationContext context, PhoneNumber claimed) {
    return record(context, claimed, true);
  }

  @Override
  public final boolean refused(OperationContext context, PhoneNumber claimed, String reason) {
    return record(context, claimed, false);
  }

  private boolean record(OperationContext context, PhoneNumber claimed, boolean done) {
    PhoneNumber number =
        numbers.lockAllByKey(context, List.of(claimed.numberId())).get(claimed.numberId());
    if (number == null) {
      return false;
    }
    Optional<PhoneNumber> after = answered(context, number, claimed, done);
    after.ifPresent(changed -> numbers.save(context, changed));
    return after.isPresent();
  }
}
