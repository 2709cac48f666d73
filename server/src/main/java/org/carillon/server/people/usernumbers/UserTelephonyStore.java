package org.carillon.server.people.usernumbers;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.schema.Tables.ACCOUNT_USER;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import java.time.Instant;
import org.carillon.api.model.TelephonySettings;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.Assignment;
import org.carillon.platform.db.schema.tables.PhoneNumber;
import org.carillon.platform.db.schema.tables.records.AccountUserRecord;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.Role;
import org.carillon.server.inventory.pool.E164;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Keeps caller IDs and required sign-ins, in the rows of the users themselves. */
final class UserTelephonyStore {

  private static final Assignment PRIMARY = ASSIGNMENT.as("primary_held");
  private static final PhoneNumber PRIMARY_NUMBER = PHONE_NUMBER.as("primary_number");
  private static final Assignment CHOSEN = ASSIGNMENT.as("chosen_held");
  private static final PhoneNumber CHOSEN_NUMBER = PHONE_NUMBER.as("chosen_number");

  private static final Condition ONE =
      ContextSql.ofOrganization(ACCOUNT_USER.ORGANIZATION_ID).and(given(ACCOUNT_USER.USER_ID));

  private static final Query<UserTelephony> TELEPHONY =
      Query.of(
          sql ->
              sql.select(
                      ACCOUNT_USER.USER_ID,
                      ACCOUNT_USER.ACCOUNT_ID,
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
                  .where(ONE)
                  .and(given(ACCOUNT_USER.ACCOUNT_ID))
                  .and(ACCOUNT_USER.REMOVED_AT.isNull()),
          UserTelephonyStore::read);

  private static final RecordCommand<AccountUserRecord> SAVE =
      RecordCommand.update(ACCOUNT_USER, ONE);

  private static Condition openOfUser(Assignment held) {
    return held.ORGANIZATION_ID
        .eq(ACCOUNT_USER.ORGANIZATION_ID)
        .and(held.HOLDER_ID.eq(ACCOUNT_USER.USER_ID))
        .and(LedgerSql.open(held));
  }

  private static UserTelephony read(Row row) {
    return new UserTelephony(
        row.get(ACCOUNT_USER.USER_ID),
        row.get(ACCOUNT_USER.ACCOUNT_ID),
        new TelephonySettings(
            row.get(ACCOUNT_USER.INBOUND_CALLING),
            row.get(ACCOUNT_USER.OUTBOUND_CALLING),
            row.get(ACCOUNT_USER.SMS)),
        number(row, PRIMARY, PRIMARY_NUMBER),
        number(row, CHOSEN, CHOSEN_NUMBER),
        row.get(ACCOUNT_USER.SIGN_OUT_NEEDED_SINCE),
        row.get(ACCOUNT_USER.SIGNED_IN_AT));
  }

  private static @Nullable CallerId number(Row row, Assignment held, PhoneNumber number) {
    String e164 = row.get(number.E164);
    return e164 == null
        ? null
        : new CallerId(
            new NumberKey(row.get(held.NUMBER_ID)), new E164(e164), row.get(held.HELD_SINCE));
  }

  /**
   * Returns a user's telephony, in one round trip.
   *
   * @throws org.carillon.api.model.NotFoundException when the account has none of that id
   */
  UserTelephony get(OperationContext context, String accountId, String userId) {
    return TELEPHONY
        .find(
            context.transaction(),
            context.organization(),
            Argument.of(ACCOUNT_USER.ACCOUNT_ID, accountId),
            Argument.of(ACCOUNT_USER.USER_ID, userId))
        .orElseThrow(
            () -> Refusal.notFound("there is no user " + userId + " in account " + accountId));
  }

  /** Has a locked user show that number, or the primary one when it is null. */
  void choose(OperationContext context, String userId, @Nullable CallerId chosen) {
    AccountUserRecord row = new AccountUserRecord();
    row.setCallerIdNumberId(chosen == null ? null : chosen.numberId().value());
    row.setCallerIdHeldSince(chosen == null ? null : chosen.heldSince());
    save(context, userId, row);
  }

  /** Notes the latest sign-in of a locked user. */
  void signedIn(OperationContext context, String userId, Instant at) {
    AccountUserRecord row = new AccountUserRecord();
    row.setSignedInAt(at);
    save(context, userId, row);
  }

  private static void save(OperationContext context, String userId, AccountUserRecord row) {
    row.setChangedAt(context.now());
    SAVE.run(
        context.transaction(),
        row,
        context.organization(),
        Argument.of(ACCOUNT_USER.USER_ID, userId));
  }
}
