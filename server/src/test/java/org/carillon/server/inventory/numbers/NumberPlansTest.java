package org.carillon.server.inventory.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.carillon.api.model.GetPhoneNumberInput;
import org.carillon.api.model.ListPhoneNumbersInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberAssociationName;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.Ids;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.testing.QueryPlans;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which index serves each way of looking at the inventory; SQLite tells for empty tables too. */
final class NumberPlansTest {

  private final TestServer server;
  private final Tenant acme;

  NumberPlansTest(@TempDir Path folder) {
    server = new TestServer(Engine.SQLITE, folder);
    acme = server.organization();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void oneNumberIsFoundByItsUniqueIndexAndItsHolderByTheOpenEntry() {
    acme.stock("+12065550100", PhoneNumberProductType.BUSINESS_CALLING);
    indexed(
        Operations.GET_PHONE_NUMBER,
        new GetPhoneNumberInput("+12065550100"),
        "number_once_in_inventory (organization_id=? AND e164=?)",
        "holders_of_number (organization_id=? AND number_id=?)");
  }

  @Test
  void everyFilterOfTheListHasAnIndexInTheOrderOfThePages() {
    list(ListPhoneNumbersInput.builder(), "number_page (organization_id=? AND number_id>?)");
    Set<PhoneNumberStatus> neverReached =
        EnumSet.of(
            PhoneNumberStatus.DELETE_FAILED,
            PhoneNumberStatus.CANCELLED,
            PhoneNumberStatus.PORTIN_CANCEL_REQUESTED,
            PhoneNumberStatus.PORTIN_IN_PROGRESS);
    for (PhoneNumberStatus status : PhoneNumberStatus.values()) {
      if (!neverReached.contains(status)) {
        list(
            ListPhoneNumbersInput.builder().status(status),
            "number_page_by_state (organization_id=? AND phase=? AND assigned=? AND number_id>?)");
      }
    }
    list(
        ListPhoneNumbersInput.builder().productType(PhoneNumberProductType.VOICE_CONNECTOR),
        "number_page_by_product (organization_id=? AND product_type=? AND number_id>?)");
    list(
        ListPhoneNumbersInput.builder()
            .filterName(PhoneNumberAssociationName.USER_ID)
            .filterValue("jane"),
        "one_seat (organization_id=? AND holder_id=? AND number_id>?)");
    list(
        ListPhoneNumbersInput.builder()
            .filterName(PhoneNumberAssociationName.ACCOUNT_ID)
            .filterValue("sales"),
        "held_by_account (organization_id=? AND account_id=? AND number_id>?)");
  }

  @Test
  void whatAHolderHasIsCountedWithoutTheRestOfTheOrganization() {
    HolderStore holders = new HolderStore();
    assertEquals(
        List.of(
            "SEARCH assignment USING INDEX one_seat (organization_id=? AND holder_id=? AND"
                + " number_id>?)"),
        searches(acme.plans(context -> holders.numbersHeld(context, "jane", 5))));
  }

  @Test
  void whatAHolderHasIsReadWithoutWhatItEverHad() {
    AssignmentStore ledger = new AssignmentStore(new Ids(server::now));
    assertEquals(
        List.of(
            "SEARCH holder USING PRIMARY KEY (holder_id=? AND organization_id=?)",
            "SEARCH assignment USING INDEX one_seat (organization_id=? AND holder_id=? AND"
                + " number_id>?)"),
        searches(
            acme.plans(context -> ledger.heldBy(context, "jane"))
                .sorting("a user holds a limited number of numbers")));
  }

  @Test
  void holderOfANumberAndItsLastEndAreReadWithoutItsHistory() {
    AssignmentStore ledger = new AssignmentStore(new Ids(server::now));
    assertEquals(
        List.of(
            "SEARCH phone_number USING INDEX number_once_in_inventory (organization_id=? AND"
                + " e164=?)",
            "SEARCH assignment USING INDEX one_holder (organization_id=? AND number_id=?)",
            "SEARCH holder USING PRIMARY KEY (holder_id=? AND organization_id=?)"),
        searches(acme.plans(context -> ledger.ofHolder(context, new E164("+12065550100")))));
    assertEquals(
        List.of(
            "SEARCH assignment USING COVERING INDEX ledger_closed (organization_id=? AND"
                + " number_id=? AND to_at>?)"),
        searches(acme.plans(context -> ledger.lastEnd(context, new NumberKey(1)))));
  }

  private static List<String> searches(QueryPlans plans) {
    return plans.use().steps().stream().filter(step -> step.startsWith("SEARCH")).toList();
  }

  private void list(ListPhoneNumbersInput.Builder input, String index) {
    acme.plans(Operations.LIST_PHONE_NUMBERS, input.build())
        .sorting("a number of the page has a limited number of holders and members")
        .use(index);
  }

  private <I> void indexed(OperationShape<I, ?> shape, I input, String... indexes) {
    acme.plans(shape, input).use(indexes);
  }
}
