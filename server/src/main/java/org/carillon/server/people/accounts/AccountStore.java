package org.carillon.server.people.accounts;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.ACCOUNT;
import static org.carillon.platform.db.schema.Tables.ACCOUNT_USER;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.substring;

import java.util.List;
import org.carillon.api.model.AccountType;
import org.carillon.api.model.License;
import org.carillon.platform.db.CaseFolding;
import org.carillon.platform.db.Sql;
import org.carillon.platform.db.schema.tables.records.AccountRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.server.ResourceLock;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** The accounts of an organization: found and locked by id, saved as a whole. */
public final class AccountStore {

  AccountStore() {}

  /**
   * The account.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  public Account get(OperationContext context, String accountId) {
    return one(context, accountId)
        .fetchOptional(AccountStore::read)
        .orElseThrow(() -> notFound(accountId));
  }

  /**
   * Locks the account until the transaction ends.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  public Account lock(OperationContext context, String accountId) {
    Account account =
        context
            .transaction()
            .lock(ResourceLock.ACCOUNT, one(context, accountId), ACCOUNT)
            .fetchOptional(AccountStore::read)
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
    List<String> having = email == null ? null : having(context, email);
    return context
        .transaction()
        .sql()
        .selectFrom(ACCOUNT)
        .where(live(context))
        .and(having == null ? noCondition() : Sql.in(ACCOUNT.ACCOUNT_ID, having))
        .and(prefix == null ? noCondition() : begins(prefix))
        .and(row(ACCOUNT.CREATED_AT, ACCOUNT.ACCOUNT_ID).gt(after.createdAt(), after.id()))
        .orderBy(ACCOUNT.CREATED_AT, ACCOUNT.ACCOUNT_ID)
        .limit(limit)
        .fetch(AccountStore::read);
  }

  void add(OperationContext context, Account account) {
    AccountRecord row = changeable(account);
    row.setOrganizationId(context.organizationId());
    row.setAccountId(account.accountId());
    row.setType(account.type().value());
    row.setCreatedAt(account.createdAt());
    context.transaction().sql().insertInto(ACCOUNT).set(row).execute();
  }

  /** Saves a locked account. */
  void save(OperationContext context, Account account) {
    context
        .transaction()
        .sql()
        .update(ACCOUNT)
        .set(changeable(account))
        .where(live(context))
        .and(ACCOUNT.ACCOUNT_ID.eq(account.accountId()))
        .execute();
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

  private static SelectConditionStep<AccountRecord> one(
      OperationContext context, String accountId) {
    return context
        .transaction()
        .sql()
        .selectFrom(ACCOUNT)
        .where(live(context))
        .and(ACCOUNT.ACCOUNT_ID.eq(accountId));
  }

  private static Condition live(OperationContext context) {
    return ACCOUNT.ORGANIZATION_ID.eq(context.organizationId()).and(ACCOUNT.DELETED_AT.isNull());
  }

  /**
   * The one account whose user has the address (reference, ListAccounts), the oldest user's where
   * several had it before addresses became unique. Asked for by itself: within a join SQLite begins
   * at every account of the organization.
   */
  private static List<String> having(OperationContext context, String email) {
    return context
        .transaction()
        .sql()
        .select(ACCOUNT_USER.ACCOUNT_ID)
        .from(ACCOUNT_USER)
        .where(ACCOUNT_USER.ORGANIZATION_ID.eq(context.organizationId()))
        .and(ACCOUNT_USER.EMAIL_KEY.eq(CaseFolding.of(email)))
        .and(ACCOUNT_USER.REMOVED_AT.isNull())
        .orderBy(ACCOUNT_USER.CREATED_AT, ACCOUNT_USER.USER_ID)
        .limit(1)
        .fetch(ACCOUNT_USER.ACCOUNT_ID);
  }

  /** Not LIKE, which looks at letter case on one engine and not on the other. */
  private static Condition begins(String prefix) {
    return substring(ACCOUNT.NAME, 1, prefix.codePointCount(0, prefix.length())).eq(prefix);
  }

  private static Account read(Record row) {
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
