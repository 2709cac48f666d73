package org.carillon.server.people.users;

import java.nio.file.Path;
import org.carillon.api.model.ListAccountsInput;
import org.carillon.api.model.ListUsersInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.UserType;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which index serves each list of accounts and users. SQLite tells for empty tables too; PostgreSQL
 * has the same indexes but reads a small table whole.
 */
final class ListPlansTest {

  private final TestServer server;
  private final Tenant bells;
  private final String sales;

  ListPlansTest(@TempDir Path folder) {
    server = new TestServer(Engine.SQLITE, folder);
    bells = server.organization();
    sales = bells.account();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private <I> void indexed(OperationShape<I, ?> shape, I input, String index) {
    bells.plans(shape, input).use(index);
  }

  @Test
  void accountsAreFoundInOrderOrByTheAddressOfAUser() {
    indexed(Operations.LIST_ACCOUNTS, ListAccountsInput.builder().build(), "account_page ");
    indexed(
        Operations.LIST_ACCOUNTS, ListAccountsInput.builder().name("S").build(), "account_page ");
    bells.user(sales, "jane@example.com");
    ListAccountsInput janes = ListAccountsInput.builder().userEmail("jane@example.com").build();
    bells
        .plans(Operations.LIST_ACCOUNTS, janes)
        .sorting("few users have one address")
        .use("user_by_email ", "PRIMARY KEY (account_id=? AND organization_id=?)");
  }

  @Test
  void usersAreFoundInOrderWithinTheirTypeOrByAddress() {
    ListUsersInput.Builder of = ListUsersInput.builder().accountId(sales);
    indexed(Operations.LIST_USERS, of.build(), "user_page ");
    indexed(Operations.LIST_USERS, of.build(), "one_primary ");
    indexed(
        Operations.LIST_USERS, of.userType(UserType.SHARED_DEVICE).build(), "user_page_by_type ");
    indexed(
        Operations.LIST_USERS,
        of.userEmail("jane@example.com").userType(null).build(),
        "user_by_email (organization_id=? AND email_key=? AND account_id=?");
  }
}
