package org.carillon.server.people.usernumbers;

import static org.carillon.server.people.usernumbers.Desk.A;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
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
    List<String> plans = desk.service.plans(desk.bells, shape, input);
    String text = String.join("\n", plans);
    assertTrue(plans.stream().noneMatch(step -> step.startsWith("SCAN")), text);
    for (String index : indexes) {
      assertTrue(text.contains(index), text);
    }
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
    indexed(
        Operations.LIST_USER_PHONE_NUMBERS,
        new ListUserPhoneNumbersInput(desk.sales, desk.jane, 100, null),
        "assignment USING INDEX one_seat (organization_id=? AND holder_id=? AND number_id>?)",
        "phone_number USING PRIMARY KEY (number_id=? AND organization_id=?)",
        "whole USING INDEX holders_of_number (organization_id=? AND number_id=?)",
        "holder USING PRIMARY KEY (holder_id=? AND organization_id=?)");
  }
}
