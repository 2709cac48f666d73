package org.carillon.server.people.users;

import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.schema.Tables.ACCOUNT_USER;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.UserType;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Filter;
import org.carillon.platform.db.Parameter;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.db.schema.tables.records.AccountUserRecord;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.CreationCursorSql;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.NumberKey;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** The users of accounts: found with their primary number, locked and saved by id. */
public final class UserStore {

  private static final Condition LIVE =
      ContextSql.ofOrganization(ACCOUNT_USER.ORGANIZATION_ID).and(ACCOUNT_USER.REMOVED_AT.isNull());
  private static final Condition IN_ACCOUNT = LIVE.and(given(ACCOUNT_USER.ACCOUNT_ID));
  private static final Condition ONE = LIVE.and(given(ACCOUNT_USER.USER_ID));
  private static final Condition ONE_IN_ACCOUNT = IN_ACCOUNT.and(given(ACCOUNT_USER.USER_ID));
  private static final Condition OF_TYPE = given(ACCOUNT_USER.USER_TYPE);

  private static final Query<UserRef> BY_EMAIL =
      Query.of(
          sql ->
              sql.select(ACCOUNT_USER.ACCOUNT_ID, ACCOUNT_USER.USER_ID)
                  .from(ACCOUNT_USER)
                  .where(LIVE)
                  .and(given(ACCOUNT_USER.EMAIL_KEY))
                  .orderBy(ACCOUNT_USER.CREATED_AT, ACCOUNT_USER.USER_ID),
          row -> new UserRef(row.get(ACCOUNT_USER.ACCOUNT_ID), row.get(ACCOUNT_USER.USER_ID)));

  /** Read from the index alone: for more columns SQLite would read all users. */
  private static final Query<String> ID_BY_EMAIL =
      Query.of(
          sql ->
              sql.select(ACCOUNT_USER.USER_ID)
                  .from(ACCOUNT_USER)
                  .where(IN_ACCOUNT)
                  .and(given(ACCOUNT_USER.EMAIL_KEY)),
          row -> row.get(ACCOUNT_USER.USER_ID));

  private static final Query<UserRow> ROW =
      Query.filtered(
          (sql, filter) -> UserRows.withPrimaryNumber(sql).where(ONE_IN_ACCOUNT).and(filter),
          UserRows::readWithPrimaryNumber);

  private static final Query<UserRow> PAGE =
      Query.filtered(
          (sql, filter) ->
              UserRows.withPrimaryNumber(sql)
                  .where(IN_ACCOUNT)
                  .and(filter)
                  .and(CreationCursorSql.isBehind(ACCOUNT_USER.CREATED_AT, ACCOUNT_USER.USER_ID))
                  .orderBy(ACCOUNT_USER.CREATED_AT, ACCOUNT_USER.USER_ID)
                  .limit(limit()),
          UserRows::readWithPrimaryNumber);

  private static final Query<User> LOCKED =
      Query.locking(
          ResourceLock.USER,
          ACCOUNT_USER,
          sql -> sql.selectFrom(ACCOUNT_USER).where(ONE_IN_ACCOUNT),
          UserRows::read);

  private static final Query<User> ALL_LOCKED =
      Query.locking(
          ResourceLock.USER,
          ACCOUNT_USER,
          sql ->
              sql.selectFrom(ACCOUNT_USER)
                  .where(LIVE)
                  .and(among(ACCOUNT_USER.USER_ID))
                  .orderBy(ACCOUNT_USER.USER_ID),
          UserRows::read);

  private static final RecordCommand<AccountUserRecord> ADD =
      RecordCommand.insertIfAbsent(ACCOUNT_USER);
  private static final RecordCommand<AccountUserRecord> SAVE =
      RecordCommand.update(ACCOUNT_USER, ONE);

  private static final Parameter<Instant> FORMER_SINCE =
      Parameter.of(ACCOUNT_USER.CALLER_ID_HELD_SINCE);
  private static final Command CARRY_OVER =
      Command.of(sql ->
          sql.update(ACCOUNT_USER)
              .set(ACCOUNT_USER.CALLER_ID_HELD_SINCE, ContextSql.now())
              .where(ONE)
              .and(given(ACCOUNT_USER.CALLER_ID_NUMBER_ID))
              .and(ACCOUNT_USER.CALLER_ID_HELD_SINCE.eq(FORMER_SINCE.slot())));

  UserStore() {}

  /**
   * The user of the organization with that address, letter case aside; several only where they had
   * it before addresses became unique, the oldest first.
   */
  public List<UserRef> findByEmail(OperationContext context, String email) {
    return BY_EMAIL.list(context.transaction(), context.organization(), emailKey(email));
  }

  /**
   * The user, in one round trip.
   *
   * @throws org.carillon.api.model.NotFoundException when the account has none of that id
   */
  UserRow getRow(OperationContext context, String accountId, String userId) {
    return ROW.find(context.transaction(), one(context, accountId, userId))
        .orElseThrow(() -> notFound(accountId, userId));
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
        LOCKED
            .find(context.transaction(), one(context, accountId, userId))
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
        ALL_LOCKED.list(
            context.transaction(),
            context.organization(),
            Argument.among(ACCOUNT_USER.USER_ID, userIds));
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
    Filter filter =
        type == null
            ? Filter.NONE
            : Filter.of(OF_TYPE, Argument.of(ACCOUNT_USER.USER_TYPE, type.value()));
    Transaction transaction = context.transaction();
    Argument account = Argument.of(ACCOUNT_USER.ACCOUNT_ID, accountId);
    if (email != null) {
      return ID_BY_EMAIL
          .find(transaction, context.organization(), account, emailKey(email))
          .flatMap(id -> ROW.find(transaction, filter, one(context, accountId, id)))
          .stream()
          .toList();
    }
    return PAGE.list(
        transaction,
        filter,
        context.organization(),
        account,
        after.argument(),
        Argument.limit(limit));
  }

  /**
   * Adds a user.
   *
   * @throws org.carillon.api.model.ConflictException when another transaction has just given the
   *     address to a user of the organization
   */
  void add(OperationContext context, User user) {
    int added = ADD.run(context.transaction(), UserRows.added(context.organizationId(), user));
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
    CARRY_OVER.run(
        context.transaction(),
        context.organization(),
        context.instant(),
        Argument.of(ACCOUNT_USER.USER_ID, user.userId()),
        Argument.of(ACCOUNT_USER.CALLER_ID_NUMBER_ID, numberId.value()),
        FORMER_SINCE.is(heldSince));
  }

  private static void save(OperationContext context, User user, AccountUserRecord row) {
    SAVE.run(
        context.transaction(),
        row,
        context.organization(),
        Argument.of(ACCOUNT_USER.USER_ID, user.userId()));
  }

  private static Argument one(OperationContext context, String accountId, String userId) {
    return Argument.all(
        context.organization(),
        Argument.of(ACCOUNT_USER.ACCOUNT_ID, accountId),
        Argument.of(ACCOUNT_USER.USER_ID, userId));
  }

  private static Argument emailKey(String email) {
    return Argument.of(ACCOUNT_USER.EMAIL_KEY, UserRows.key(email));
  }

  private static RuntimeException notFound(String accountId, String userId) {
    return Refusal.notFound("there is no user " + userId + " in account " + accountId);
  }
}
