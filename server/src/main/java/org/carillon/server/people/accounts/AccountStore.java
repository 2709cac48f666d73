package org.carillon.server.people.accounts;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.schema.Tables.ACCOUNT;
import static org.carillon.platform.db.schema.Tables.ACCOUNT_USER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.substring;

import java.util.List;
import java.util.Optional;
import org.carillon.api.model.AccountType;
import org.carillon.api.model.License;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.CaseFolding;
import org.carillon.platform.db.Filter;
import org.carillon.platform.db.Parameter;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.db.schema.tables.records.AccountRecord;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.CreationCursorSql;
import org.carillon.server.ResourceLock;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** The accounts of an organization: found and locked by id, saved as a whole. */
public final class AccountStore {

  private static final Condition LIVE =
      ContextSql.ofOrganization(ACCOUNT.ORGANIZATION_ID).and(ACCOUNT.DELETED_AT.isNull());
  private static final Condition OF_ID = given(ACCOUNT.ACCOUNT_ID);
  private static final Condition ONE = LIVE.and(OF_ID);

  private static final Query<Account> BY_ID =
      Query.of(sql -> sql.selectFrom(ACCOUNT).where(ONE), AccountStore::read);
  private static final Query<Account> LOCKED =
      Query.locking(
          ResourceLock.ACCOUNT,
          ACCOUNT,
          sql -> sql.selectFrom(ACCOUNT).where(ONE),
          AccountStore::read);

  private static final Parameter<String> PREFIX = Parameter.of(ACCOUNT.NAME);
  private static final Parameter<Integer> LENGTH = Parameter.of(length(ACCOUNT.NAME));

  /** Not LIKE, which looks at letter case on one engine and not on the other. */
  private static final Condition BEGINS =
      substring(ACCOUNT.NAME, inline(1), LENGTH.slot()).eq(PREFIX.slot());

  private static final Query<Account> PAGE =
      Query.filtered(
          (sql, filter) ->
              sql.selectFrom(ACCOUNT)
                  .where(LIVE)
                  .and(filter)
                  .and(CreationCursorSql.isBehind(ACCOUNT.CREATED_AT, ACCOUNT.ACCOUNT_ID))
                  .orderBy(ACCOUNT.CREATED_AT, ACCOUNT.ACCOUNT_ID)
                  .limit(limit()),
          AccountStore::read);

  /**
   * The one account whose user has the address (reference, ListAccounts), the oldest user's where
   * several had it before addresses became unique. A query by itself: within a join SQLite begins
   * at every account of the organization.
   */
  private static final Query<String> HAVING =
      Query.of(
          sql ->
              sql.select(ACCOUNT_USER.ACCOUNT_ID)
                  .from(ACCOUNT_USER)
                  .where(ContextSql.ofOrganization(ACCOUNT_USER.ORGANIZATION_ID))
                  .and(given(ACCOUNT_USER.EMAIL_KEY))
                  .and(ACCOUNT_USER.REMOVED_AT.isNull())
                  .orderBy(ACCOUNT_USER.CREATED_AT, ACCOUNT_USER.USER_ID)
                  .limit(inline(1)),
          row -> row.get(ACCOUNT_USER.ACCOUNT_ID));

  private static final RecordCommand<AccountRecord> ADD = RecordCommand.insert(ACCOUNT);
  private static final RecordCommand<AccountRecord> SAVE = RecordCommand.update(ACCOUNT, ONE);

  AccountStore() {}

  /**
   * The account.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  public Account get(OperationContext context, String accountId) {
    return BY_ID
        .find(context.transaction(), context.organization(), id(accountId))
        .orElseThrow(() -> notFound(accountId));
  }

  /**
   * Locks the account until the transaction ends.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  public Account lock(OperationContext context, String accountId) {
    Account account =
        LOCKED
            .find(context.transaction(), context.organization(), id(accountId))
            .orElseThrow(() -> notFound(accountId));
    context.transaction().nowAfter(account.changedAt());
    return account;
  }

  /**
   * One page in order of creation.
   *
   * @param prefix what the names begin with, or null
   * @param email an address that a user of the account has, or null
   */
  List<Account> page(
      OperationContext context,
      @Nullable String prefix,
      @Nullable String email,
      CreationCursor after,
      int limit) {
    Transaction transaction = context.transaction();
    Filter filter = prefix == null ? Filter.NONE : beginning(prefix);
    if (email != null) {
      Optional<String> having =
          HAVING.find(
              transaction,
              context.organization(),
              Argument.of(ACCOUNT_USER.EMAIL_KEY, CaseFolding.of(email)));
      if (having.isEmpty()) {
        return List.of();
      }
      filter = filter.and(OF_ID, id(having.get()));
    }
    return PAGE.list(
        transaction, filter, context.organization(), after.argument(), Argument.limit(limit));
  }

  private static Filter beginning(String prefix) {
    return Filter.of(
        BEGINS, PREFIX.is(prefix), LENGTH.is(prefix.codePointCount(0, prefix.length())));
  }

  void add(OperationContext context, Account account) {
    AccountRecord row = changeable(account);
    row.setOrganizationId(context.organizationId());
    row.setAccountId(account.accountId());
    row.setType(account.type().value());
    row.setCreatedAt(account.createdAt());
    ADD.run(context.transaction(), row);
  }

  /** Saves a locked account. */
  void save(OperationContext context, Account account) {
    SAVE.run(
        context.transaction(),
        changeable(account),
        context.organization(),
        id(account.accountId()));
  }

  private static AccountRecord changeable(Account account) {
    AccountRecord row = new AccountRecord();
    row.setName(account.name());
    row.setDefaultLicense(account.defaultLicense().value());
    row.setDisableRemoteControl(account.disableRemoteControl());
    row.setEnableDialOut(account.enableDialOut());
    row.setChangedAt(account.changedAt());
    return row;
  }

  private static Argument id(String accountId) {
    return Argument.of(ACCOUNT.ACCOUNT_ID, accountId);
  }

  private static Account read(Row row) {
    return new Account(
        row.get(ACCOUNT.ACCOUNT_ID),
        row.get(ACCOUNT.NAME),
        requireNonNull(AccountType.fromValue(row.get(ACCOUNT.TYPE))),
        requireNonNull(License.fromValue(row.get(ACCOUNT.DEFAULT_LICENSE))),
        row.get(ACCOUNT.DISABLE_REMOTE_CONTROL),
        row.get(ACCOUNT.ENABLE_DIAL_OUT),
        row.get(ACCOUNT.CREATED_AT),
        row.get(ACCOUNT.CHANGED_AT));
  }

  private static RuntimeException notFound(String accountId) {
    return Refusal.notFound("there is no account " + accountId + " in this organization");
  }
}
