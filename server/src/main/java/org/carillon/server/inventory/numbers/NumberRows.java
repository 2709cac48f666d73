package org.carillon.server.inventory.numbers;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import java.time.Instant;
import java.util.Objects;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.records.PhoneNumberRecord;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/** Turns a row of the inventory into a number and back. */
final class NumberRows {

  private NumberRows() {}

  static PhoneNumber read(Row row) {
    String type = row.get(PHONE_NUMBER.TYPE);
    return new PhoneNumber(
        row.get(PHONE_NUMBER.ORGANIZATION_ID),
        new NumberKey(row.get(PHONE_NUMBER.NUMBER_ID)),
        new E164(row.get(PHONE_NUMBER.E164)),
        row.get(PHONE_NUMBER.ORDER_ID),
        requireNonNull(PhoneNumberProductType.fromValue(row.get(PHONE_NUMBER.PRODUCT_TYPE))),
        row.get(PHONE_NUMBER.COUNTRY),
        type == null ? null : PhoneNumberType.fromValue(type),
        row.get(PHONE_NUMBER.NAME),
        callingName(row),
        state(row),
        row.get(PHONE_NUMBER.CREATED_AT),
        row.get(PHONE_NUMBER.ACQUIRED_AT),
        row.get(PHONE_NUMBER.CHANGED_AT));
  }

  private static CallingName callingName(Row row) {
    return new CallingName(
        row.get(PHONE_NUMBER.CALLING_NAME),
        switch (row.get(PHONE_NUMBER.CALLING_NAME_STATUS)) {
          case "UNASSIGNED" -> new CallingName.Never();
          case "SUCCEEDED" -> new CallingName.Succeeded();
          case "FAILED" -> new CallingName.Failed();
          case "IN_PROGRESS" ->
              new CallingName.Pending(
                  row.get(PHONE_NUMBER.CALLING_NAME_WANTED),
                  row.get(PHONE_NUMBER.NAMING_ASKED_AT),
                  row.get(PHONE_NUMBER.NAMING_DUE_AT),
                  row.get(PHONE_NUMBER.NAMING_ATTEMPTS));
          default -> throw new IllegalStateException("no such calling name status");
        });
  }

  private static State state(Row row) {
    return switch (Phase.valueOf(row.get(PHONE_NUMBER.PHASE))) {
      case ACQUIRING -> new State.Acquiring();
      case FAILED -> new State.AcquireFailed();
      case HELD -> new State.Held(row.get(PHONE_NUMBER.ASSIGNED));
      case DELETED ->
          new State.Deleted(
              row.get(PHONE_NUMBER.DELETED_AT),
              row.get(PHONE_NUMBER.LEAVES_AT),
              row.get(PHONE_NUMBER.RELEASE_DUE_AT),
              row.get(PHONE_NUMBER.RELEASE_ATTEMPTS),
              row.get(PHONE_NUMBER.RELEASE_FAILED_AT));
      case RELEASED ->
          new State.Released(
              row.get(PHONE_NUMBER.DELETED_AT),
              row.get(PHONE_NUMBER.LEAVES_AT),
              row.get(PHONE_NUMBER.RELEASED_AT));
    };
  }

  static PhoneNumberRecord write(PhoneNumber number) {
    PhoneNumberRecord row = new PhoneNumberRecord();
    row.setOrganizationId(number.organizationId());
    row.setNumberId(number.numberId().value());
    row.setE164(number.e164().text());
    row.setOrderId(number.orderId());
    row.setProductType(number.productType().value());
    row.setCountry(number.country());
    row.setType(number.type() == null ? null : number.type().value());
    row.setName(number.name());
    row.setCreatedAt(number.createdAt());
    row.setAcquiredAt(number.acquiredAt());
    row.setChangedAt(number.changedAt());
    writeCallingName(number.callingName(), row);
    writeState(number.state(), row);
    row.setFacet(facet(row));
    return row;
  }

  /** Returns the facet by which numbers are counted, in the form of migration 20. */
  private static String facet(PhoneNumberRecord row) {
    return String.join(
        "/",
        row.getPhase() + (row.getAssigned() ? "+" : "-"),
        row.getProductType(),
        Objects.requireNonNullElse(row.getType(), ""),
        Objects.requireNonNullElse(row.getCountry(), ""));
  }

  private static void writeCallingName(CallingName callingName, PhoneNumberRecord row) {
    row.setCallingName(callingName.current());
    row.setCallingNameStatus(
        switch (callingName.update()) {
          case CallingName.Never() -> "UNASSIGNED";
          case CallingName.Pending _ -> "IN_PROGRESS";
          case CallingName.Succeeded() -> "SUCCEEDED";
          case CallingName.Failed() -> "FAILED";
        });
    CallingName.@Nullable Pending pending =
        callingName.update() instanceof CallingName.Pending update ? update : null;
    row.setCallingNameWanted(pending == null ? null : pending.wanted());
    row.setNamingAskedAt(pending == null ? null : pending.askedAt());
    row.setNamingDueAt(pending == null ? null : pending.dueAt());
    row.setNamingAttempts(pending == null ? 0 : pending.attempts());
  }

  /** Repeats the holder in the number's own row, for searches of the inventory. */
  static void writeHolder(Holder holder, Instant since, PhoneNumberRecord row) {
    row.setHolderId(holder.holderId());
    row.setHolderKind(holder.kind().name());
    row.setHolderKey(holder.key());
    row.setHeldSince(since);
  }

  private static void writeState(State state, PhoneNumberRecord row) {
    boolean held = state instanceof State.Held(boolean assigned) && assigned;
    row.setAssigned(held);
    if (!held) {
      row.setHolderId(null);
      row.setHolderKind(null);
      row.setHolderKey(null);
      row.setHeldSince(null);
    }
    switch (state) {
      case State.Acquiring() -> leaving(row, Phase.ACQUIRING, null, null, null, 0, null, null);
      case State.AcquireFailed() -> leaving(row, Phase.FAILED, null, null, null, 0, null, null);
      case State.Held _ -> leaving(row, Phase.HELD, null, null, null, 0, null, null);
      case State.Deleted d ->
          leaving(
              row,
              Phase.DELETED,
              d.deletedAt(),
              d.leavesAt(),
              d.releaseDueAt(),
              d.releaseAttempts(),
              d.releaseFailedAt(),
              null);
      case State.Released r ->
          leaving(row, Phase.RELEASED, r.deletedAt(), r.leavesAt(), null, 0, null, r.releasedAt());
    }
  }

  private static void leaving(
      PhoneNumberRecord row,
      Phase phase,
      @Nullable Instant deletedAt,
      @Nullable Instant leavesAt,
      @Nullable Instant releaseDueAt,
      int releaseAttempts,
      @Nullable Instant releaseFailedAt,
      @Nullable Instant releasedAt) {
    row.setPhase(phase.name());
    row.setDeletedAt(deletedAt);
    row.setLeavesAt(leavesAt);
    row.setReleaseDueAt(releaseDueAt);
    row.setReleaseAttempts(releaseAttempts);
    row.setReleaseFailedAt(releaseFailedAt);
    row.setReleasedAt(releasedAt);
  }
}
