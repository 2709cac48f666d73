package org.carillon.server.people.users;

import static org.carillon.platform.db.schema.Tables.ACCOUNT_USER;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.api.model.UserType;
import org.carillon.platform.db.Sql;
import org.carillon.platform.db.schema.tables.records.AccountUserRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.Role;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** The users of accounts: found with their primary number, locked and saved by id. */
public final class UserStore {

  UserStore() {}

  /**
   * The user of the organization with that address, letter case aside; several only where they had
   * it before addresses became unique, the oldest first.
   */
  public List<UserRef> findByEmail(OperationContext context, String email) {
    return context
        .transaction()
        .sql()
        .select(ACCOUNT_USER.ACCOUNT_ID, ACCOUNT_USER.USER_ID)
        .from(ACCOUNT_USER)
        .where(live(context))
        .and(hasEmail(email))
        .orderBy(ACCOUNT_USER.CREATED_AT, ACCOUNT_USER.USER_ID)
        .fetch(row -> new UserRef(row.value1(), row.value2()));
  }

  /**
   * The user, in one round trip.
   *
   * @throws org.carillon.api.model.NotFoundException when the account has none of that id
   */
  UserRow getRow(OperationContext context, String accountId, String userId) {
    Optional<UserRow> found =
        entries(context, inAccount(context, accountId).and(ACCOUNT_USER.USER_ID.eq(userId)))
            .fetchOptional(UserStore::entry);
    return found.orElseThrow(() -> notFound(accountId, userId));
  }

  /**
   * The user, not locked.
   *
   * @throws org.carillon.api.model.NotFoundException when the account has none of that id
   */
  public User get(OperationContext context, String accountId, String userId) {
    return getRow(context, accountId, userId).user();
  }

  /**
   * The user as the ledger knows it.
   *
   * @throws org.carillon.api.model.NotFoundException when the account has none of that id
   */
  public Holder getHolder(OperationContext context, String accountId, String userId) {
    return getRow(context, accountId, userId).user().holder();
  }

  /**
   * Locks the user until the transaction ends.
   *
   * @throws org.carillon.api.model.NotFoundException when the account has none of that id
   */
  public User lock(OperationContext context, String accountId, String userId) {
    User user =
        context
            .transaction()
            .lock(
                ResourceLock.USER,
                context
                    .transaction()
                    .sql()
                    .selectFrom(ACCOUNT_USER)
                    .where(inAccount(context, accountId))
                    .and(ACCOUNT_USER.USER_ID.eq(userId)),
                ACCOUNT_USER)
            .fetchOptional(UserRows::read)
            .orElseThrow(() -> notFound(accountId, userId));
    context.transaction().nowAfter(user.changedAt());
    return user;
  }

  /**
   * Locks those of the ids that are users of the organization, in any account, in the order of the
   * ids.
   *
   * @param userIds at most 2,000
   */
  public Map<String, User> lockAll(OperationContext context, Collection<String> userIds) {
    List<User> users =
        context
            .transaction()
            .lock(
                ResourceLock.USER,
                context
                    .transaction()
                    .sql()
                    .selectFrom(ACCOUNT_USER)
                    .where(live(context))
                    .and(Sql.in(ACCOUNT_USER.USER_ID, userIds))
                    .orderBy(ACCOUNT_USER.USER_ID),
                ACCOUNT_USER)
            .fetch(UserRows::read);
    return context.transaction().lockedByKey(users, User::userId, User::changedAt);
  }

  /**
   * Locks the users of the organization with these addresses, in the order of their ids.
   *
   * @param emails at most 2,000
   */
  public void lockWithEmails(OperationContext context, Collection<String> emails) {
    lockAll(
        context,
        emails.stream()
            .distinct()
            .flatMap(email -> findByEmail(context, email).stream())
            .map(UserRef::userId)
            .toList());
  }

  /** One page in order of creation; a null address or type narrows nothing down. */
  List<UserRow> page(
      OperationContext context,
      String accountId,
      @Nullable String email,
      @Nullable UserType type,
      CreationCursor after,
      int limit) {
    Condition which =
        inAccount(context, accountId)
            .and(type == null ? noCondition() : ACCOUNT_USER.USER_TYPE.eq(type.value()));
    if (email != null) {
      return idOf(context, accountId, email).stream()
          .flatMap(id -> entries(context, which.and(ACCOUNT_USER.USER_ID.eq(id))).stream())
          .map(UserStore::entry)
          .toList();
    }
    return entries(context, which)
        .and(row(ACCOUNT_USER.CREATED_AT, ACCOUNT_USER.USER_ID).gt(after.createdAt(), after.id()))
        .orderBy(ACCOUNT_USER.CREATED_AT, ACCOUNT_USER.USER_ID)
        .limit(limit)
        .fetch(UserStore::entry);
  }

  /** Read from the index alone: for more columns SQLite would read all users. */
  private static Optional<String> idOf(OperationContext context, String accountId, String email) {
    return context
        .transaction()
        .sql()
        .select(ACCOUNT_USER.USER_ID)
        .from(ACCOUNT_USER)
        .where(inAccount(context, accountId))
        .and(hasEmail(email))
        .fetchOptional(ACCOUNT_USER.USER_ID);
  }

  /**
   * Adds a user.
   *
   * @throws org.carillon.api.model.ConflictException when another transaction has just given the
   *     address to a user of the organization
   */
  void add(OperationContext context, User user) {
    int added =
        context
            .transaction()
            .sql()
            .insertInto(ACCOUNT_USER)
            .set(UserRows.added(context.organizationId(), user))
            .onConflictDoNothing()
            .execute();
    if (added == 0) {
      throw Refusal.conflict(
          "Email %s belongs to another user of the organization since a moment ago; choose another"
              .formatted(user.email()));
    }
  }

  /** Saves a locked user. */
  void save(OperationContext context, User user) {
    save(context, user, UserRows.changeable(user));
  }

  /**
   * Saves a locked user after a change of number or permissions. The user's clients learn of it at
   * the next sign-in, which is required from then on.
   */
  public void saveRequiringSignIn(OperationContext context, User user) {
    AccountUserRecord row = UserRows.changeable(user);
    row.setSignOutNeededSince(user.changedAt());
    save(context, user, row);
  }

  /**
   * Carries a locked user's caller ID over from the assignment that ends now to the one that begins
   * now, if it is that number.
   *
   * @param heldSince the instant from which the user had the number in the ending assignment
   */
  public void carryCallerIdOver(
      OperationContext context, User user, NumberKey numberId, Instant heldSince) {
    context
        .transaction()
        .sql()
        .update(ACCOUNT_USER)
        .set(ACCOUNT_USER.CALLER_ID_HELD_SINCE, context.now())
        .where(live(context))
        .and(ACCOUNT_USER.USER_ID.eq(user.userId()))
        .and(ACCOUNT_USER.CALLER_ID_NUMBER_ID.eq(numberId.value()))
        .and(ACCOUNT_USER.CALLER_ID_HELD_SINCE.eq(heldSince))
        .execute();
  }

  private static void save(OperationContext context, User user, AccountUserRecord row) {
    context
        .transaction()
        .sql()
        .update(ACCOUNT_USER)
        .set(row)
        .where(live(context))
        .and(ACCOUNT_USER.USER_ID.eq(user.userId()))
        .execute();
  }

  private static SelectConditionStep<Record> entries(OperationContext context, Condition which) {
    return context
        .transaction()
        .sql()
        .select(ACCOUNT_USER.fields())
        .select(PHONE_NUMBER.E164)
        .from(ACCOUNT_USER)
        .leftJoin(ASSIGNMENT)
        .on(ASSIGNMENT.ORGANIZATION_ID.eq(ACCOUNT_USER.ORGANIZATION_ID))
        .and(ASSIGNMENT.HOLDER_ID.eq(ACCOUNT_USER.USER_ID))
        .and(LedgerSql.inRole(ASSIGNMENT, Role.PRIMARY))
        .and(LedgerSql.open(ASSIGNMENT))
        .leftJoin(PHONE_NUMBER)
        .on(LedgerSql.number(ASSIGNMENT, PHONE_NUMBER))
        .where(which);
  }

  private static UserRow entry(Record row) {
    return new UserRow(UserRows.read(row), row.get(PHONE_NUMBER.E164));
  }

  private static Condition inAccount(OperationContext context, String accountId) {
    return live(context).and(ACCOUNT_USER.ACCOUNT_ID.eq(accountId));
  }

  private static Condition live(OperationContext context) {
    return ACCOUNT_USER
        .ORGANIZATION_ID
        .eq(context.organizationId())
        .and(ACCOUNT_USER.REMOVED_AT.isNull());
  }

  private static Condition hasEmail(String email) {
    return ACCOUNT_USER.EMAIL_KEY.eq(UserRows.key(email));
  }

  private static RuntimeException notFound(String accountId, String userId) {
    return Refusal.notFound("there is no user " + userId + " in account " + accountId);
  }
}
