package org.carillon.server.people.usernumbers;

import static org.carillon.server.people.usernumbers.Desk.A;

import java.nio.file.Path;
import org.carillon.api.model.GetUserTelephonyInput;
import org.carillon.api.model.ListUserPhoneNumbersInput;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which index serves each read of a user's numbers. */
final class UserNumbersPlansTest {

  private final Desk desk;

  UserNumbersPlansTest(@TempDir Path folder) {
    desk = new Desk(Engine.SQLITE, folder);
    desk.give(desk.jane, A);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private <I> void indexed(OperationShape<I, ?> shape, I input, String... indexes) {
    desk.bells.plans(shape, input).use(indexes);
  }

  @Test
  void userIsFoundByItsKeyAndItsNumbersByTheOpenEntries() {
    indexed(
        Operations.GET_USER_TELEPHONY,
        new GetUserTelephonyInput(desk.sales, desk.jane),
        "account_user USING PRIMARY KEY (user_id=? AND organization_id=?)",
        "primary_held USING INDEX one_primary (organization_id=? AND holder_id=?)",
        "chosen_held USING INDEX one_seat (organization_id=? AND holder_id=? AND number_id=?)");
  }

  @Test
  void numbersOfAUserAreFoundByTheOpenEntriesAndTheirLinesByTheirHolder() {
    desk.bells
        .plans(
            Operations.LIST_USER_PHONE_NUMBERS,
            new ListUserPhoneNumbersInput(desk.sales, desk.jane, 100, null))
        .sorting("a user holds a limited number of numbers")
        .use(
            "assignment USING INDEX one_seat (organization_id=? AND holder_id=? AND number_id>?)",
            "phone_number USING PRIMARY KEY (number_id=? AND organization_id=?)",
            "whole USING INDEX holders_of_number (organization_id=? AND number_id=?)",
            "holder USING PRIMARY KEY (holder_id=? AND organization_id=?)");
  }
}
