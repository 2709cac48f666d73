package org.carillon.server.numbers;

import static org.carillon.server.platform.db.schema.Tables.HOLDER;

import java.time.Instant;
import org.carillon.server.platform.operations.Call;

/** Keeps the holders that other features register, so that the ledger can name them for ever. */
public final class HolderStore {

  /** Adds a holder; features do so in the transaction that makes the thing itself. */
  public void add(Call call, Holder holder, Instant now) {
    call.transaction()
        .sql()
        .insertInto(
            HOLDER,
            HOLDER.ORGANIZATION_ID,
            HOLDER.HOLDER_ID,
            HOLDER.KIND,
            HOLDER.ACCOUNT_ID,
            HOLDER.NAME,
            HOLDER.CREATED_AT)
        .values(
            call.organizationId(),
            holder.holderId(),
            holder.kind().name(),
            holder.accountId(),
            holder.name(),
            now)
        .execute();
  }
}
