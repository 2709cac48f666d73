package org.carillon.server.people.usernumbers;

import static org.carillon.platform.db.schema.Tables.ACCOUNT_USER;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import java.time.Instant;
import java.util.Optional;
import org.carillon.api.model.TelephonySettings;
import org.carillon.platform.db.schema.tables.Assignment;
import org.carillon.platform.db.schema.tables.PhoneNumber;
import org.carillon.platform.db.schema.tables.records.AccountUserRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.Role;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Keeps caller IDs and required sign-ins, in the rows of the users themselves. */
final class UserTelephonyStore {

  private static final Assignment PRIMARY = ASSIGNMENT.as("primary_held");
  private static final PhoneNumber PRIMARY_NUMBER = PHONE_NUMBER.as("primary_number");
  private static final Assignment CHOSEN = ASSIGNMENT.as("chosen_held");
  private static final PhoneNumber CHOSEN_NUMBER = PHONE_NUMBER.as("chosen_number");

  /**
   * Returns a user's telephony, in one round trip.
   *
   * @throws org.carillon.api.model.NotFoundException when the account has none of that id
   */
  UserTelephony get(OperationContext context, String accountId, String userId) {
    Optional<UserTelephony> found =
        context
            .transaction()
            .sql()
            .select(
                ACCOUNT_USER.INBOUND_CALLING,
                ACCOUNT_USER.OUTBOUND_CALLING,
                ACCOUNT_USER.SMS,
                ACCOUNT_USER.SIGN_OUT_NEEDED_SINCE,
                ACCOUNT_USER.SIGNED_IN_AT,
                PRIMARY.NUMBER_ID,
                PRIMARY.HELD_SINCE,
                PRIMARY_NUMBER.E164,
                CHOSEN.NUMBER_ID,
                CHOSEN.HELD_SINCE,
                CHOSEN_NUMBER.E164)
            .from(ACCOUNT_USER)
            .leftJoin(PRIMARY)
            .on(openOfUser(PRIMARY))
            .and(LedgerSql.inRole(PRIMARY, Role.PRIMARY))
            .leftJoin(PRIMARY_NUMBER)
            .on(LedgerSql.number(PRIMARY, PRIMARY_NUMBER))
            .leftJoin(CHOSEN)
            .on(openOfUser(CHOSEN))
            .and(CHOSEN.NUMBER_ID.eq(ACCOUNT_USER.CALLER_ID_NUMBER_ID))
            .and(CHOSEN.HELD_SINCE.eq(ACCOUNT_USER.CALLER_ID_HELD_SINCE))
            .leftJoin(CHOSEN_NUMBER)
            .on(LedgerSql.number(CHOSEN, CHOSEN_NUMBER))
            .where(user(context, userId))
            .and(ACCOUNT_USER.ACCOUNT_ID.eq(accountId))
            .and(ACCOUNT_USER.REMOVED_AT.isNull())
            .fetchOptional(row -> read(row, accountId, userId));
    return found.orElseThrow(
        () -> Refusal.notFound("there is no user " + userId + " in account " + accountId));
  }

  private static Condition openOfUser(Assignment held) {
    return held.ORGANIZATION_ID
        .eq(ACCOUNT_USER.ORGANIZATION_ID)
        .and(held.HOLDER_ID.eq(ACCOUNT_USER.USER_ID))
        .and(LedgerSql.open(held));
  }

  private static UserTelephony read(Record row, String accountId, String userId) {
    return new UserTelephony(
        userId,
        accountId,
        new TelephonySettings(
            row.get(ACCOUNT_USER.INBOUND_CALLING),
            row.get(ACCOUNT_USER.OUTBOUND_CALLING),
            row.get(ACCOUNT_USER.SMS)),
        number(row, PRIMARY, PRIMARY_NUMBER),
        number(row, CHOSEN, CHOSEN_NUMBER),
        row.get(ACCOUNT_USER.SIGN_OUT_NEEDED_SINCE),
        row.get(ACCOUNT_USER.SIGNED_IN_AT));
  }

  private static @Nullable CallerId number(Record row, Assignment held, PhoneNumber number) {
    String e164 = row.get(number.E164);
    return e164 == null
        ? null
        : new CallerId(
            new NumberKey(row.get(held.NUMBER_ID)), new E164(e164), row.get(held.HELD_SINCE));
  }

  /** Has a locked user show that number, or the primary one when it is null. */
  void choose(OperationContext context, String userId, @Nullable CallerId chosen) {
    AccountUserRecord row = new AccountUserRecord();
    row.setCallerIdNumberId(chosen == null ? null : chosen.numberId().value());
    row.setCallerIdHeldSince(chosen == null ? null : chosen.heldSince());
    update(context, userId, row);
  }

  /** Notes the latest sign-in of a locked user. */
  void signedIn(OperationContext context, String userId, Instant at) {
    AccountUserRecord row = new AccountUserRecord();
    row.setSignedInAt(at);
    update(context, userId, row);
  }

  private static void update(OperationContext context, String userId, AccountUserRecord row) {
    row.setChangedAt(context.now());
    context
        .transaction()
        .sql()
        .update(ACCOUNT_USER)
        .set(row)
        .where(user(context, userId))
        .execute();
  }

  private static Condition user(OperationContext context, String userId) {
    return ACCOUNT_USER
        .ORGANIZATION_ID
        .eq(context.organizationId())
        .and(ACCOUNT_USER.USER_ID.eq(userId));
  }
}
