package org.carillon.server.inventory.history;

import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.AUDIT_ENTRY;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import java.util.List;
import org.carillon.api.model.AssignmentRole;
import org.carillon.api.model.HolderType;
import org.carillon.api.model.LedgerChange;
import org.carillon.api.model.PhoneNumberAssignment;
import org.carillon.api.model.PhoneNumberHolder;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.AuditEntry;
import org.carillon.platform.pages.TimeCursor;
import org.carillon.server.inventory.numbers.Role;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Turns rows of the ledger into what clients see. */
final class LedgerRows {

  /** The audit row of the operation that began an assignment. */
  static final AuditEntry BEGUN = AUDIT_ENTRY.as("begun");

  /** The audit row of the operation that ended it. */
  static final AuditEntry ENDED = AUDIT_ENTRY.as("ended");

  /** The columns of {@link #holder} and {@link #role}. */
  static final List<Field<?>> HOLDING =
      List.of(
          ASSIGNMENT.HOLDER_ID,
          ASSIGNMENT.HOLDER_KIND,
          ASSIGNMENT.ACCOUNT_ID,
          ASSIGNMENT.ROLE,
          ASSIGNMENT.HELD_SINCE,
          HOLDER.NAME);

  /** The further columns of {@link #history}. */
  static final List<Field<?>> HISTORY =
      List.of(
          ASSIGNMENT.ASSIGNMENT_ID,
          ASSIGNMENT.FROM_AT,
          ASSIGNMENT.TO_AT,
          PHONE_NUMBER.E164,
          BEGUN.PRINCIPAL,
          BEGUN.OPERATION,
          BEGUN.REQUEST_ID,
          ENDED.PRINCIPAL,
          ENDED.OPERATION,
          ENDED.REQUEST_ID);

  private LedgerRows() {}

  static HistoryRow history(Row row) {
    return new HistoryRow(
        new TimeCursor(row.get(ASSIGNMENT.FROM_AT), row.get(ASSIGNMENT.ASSIGNMENT_ID)),
        PhoneNumberAssignment.builder()
            .e164PhoneNumber(row.get(PHONE_NUMBER.E164))
            .holder(holder(row))
            .role(role(row))
            .assignedTimestamp(row.get(ASSIGNMENT.HELD_SINCE))
            .roleAssignedTimestamp(row.get(ASSIGNMENT.FROM_AT))
            .endedTimestamp(row.get(ASSIGNMENT.TO_AT))
            .begunBy(change(row, BEGUN))
            .endedBy(change(row, ENDED))
            .build());
  }

  static PhoneNumberHolder holder(Row row) {
    return new PhoneNumberHolder(
        row.get(ASSIGNMENT.HOLDER_ID),
        HolderType.valueOf(row.get(ASSIGNMENT.HOLDER_KIND)),
        row.get(HOLDER.NAME),
        row.get(ASSIGNMENT.ACCOUNT_ID));
  }

  /** Returns the role of a row in the words of the API. */
  static AssignmentRole role(Row row) {
    return Role.valueOf(row.get(ASSIGNMENT.ROLE)).view();
  }

  private static @Nullable LedgerChange change(Row row, AuditEntry by) {
    return row.get(by.REQUEST_ID) == null
        ? null
        : new LedgerChange(row.get(by.PRINCIPAL), row.get(by.OPERATION), row.get(by.REQUEST_ID));
  }
}
