package org.carillon.conformance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.chime.ChimeClient;
import software.amazon.awssdk.services.chime.model.PhoneNumber;
import software.amazon.awssdk.services.chime.model.PhoneNumberOrder;
import software.amazon.awssdk.services.chime.model.PhoneNumberOrderStatus;
import software.amazon.awssdk.services.chime.model.PhoneNumberProductType;

/**
 * What a story begins with: an account of its own, people in it and numbers of the inventory, got
 * through AWS's SDK from a server that others may have used before.
 */
final class Office {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LOT = 30;

  /** Numbers that were ordered and not yet given out, by area code. */
  private static final Map<String, List<String>> STOCK = new HashMap<>();

  final ChimeClient chime = RunningServer.chime();
  final String account = chime.createAccount(r -> r.name("Conformance")).account().accountId();

  /** A new user, who is known by this name and something that makes the e-mail address unique. */
  String user(String name) {
    return chime
        .createUser(r -> r.accountId(account).email(unique(name) + "@example.com"))
        .user()
        .userId();
  }

  /** A word that begins with this one and that nobody has used before. */
  static String unique(String word) {
    return word + "-" + UUID.randomUUID();
  }

  /** Up to this many numbers of the pool. */
  List<String> search(String areaCode, int count) {
    return chime
        .searchAvailablePhoneNumbers(r -> r.areaCode(areaCode).maxResults(count))
        .e164PhoneNumbers();
  }

  PhoneNumberOrder order(List<String> numbers) {
    return chime
        .createPhoneNumberOrder(
            r -> r.productType(PhoneNumberProductType.BUSINESS_CALLING).e164PhoneNumbers(numbers))
        .phoneNumberOrder();
  }

  /** The order once the supplier has answered. */
  PhoneNumberOrder settled(PhoneNumberOrder order) {
    Supplier<PhoneNumberOrder> current =
        () ->
            chime
                .getPhoneNumberOrder(r -> r.phoneNumberOrderId(order.phoneNumberOrderId()))
                .phoneNumberOrder();
    await("numbers of the order")
        .atMost(PATIENCE)
        .until(() -> current.get().status() != PhoneNumberOrderStatus.PROCESSING);
    return current.get();
  }

  /**
   * This many numbers of the inventory, Unassigned, for people. They are ordered in lots, since an
   * order takes the supplier's time at any size.
   */
  List<String> ordered(String areaCode, int count) {
    synchronized (STOCK) {
      List<String> stock = STOCK.computeIfAbsent(areaCode, _ -> new ArrayList<>());
      if (stock.size() < count) {
        List<String> lot = search(areaCode, Math.max(count, LOT));
        assertTrue(lot.size() >= count, () -> "the pool is out of numbers of " + areaCode);
        assertEquals(PhoneNumberOrderStatus.SUCCESSFUL, settled(order(lot)).status());
        stock.addAll(lot);
      }
      List<String> taken = List.copyOf(stock.subList(0, count));
      stock.subList(0, count).clear();
      return taken;
    }
  }

  void assign(String user, String... numbers) {
    for (String number : numbers) {
      chime.associatePhoneNumberWithUser(
          r -> r.accountId(account).userId(user).e164PhoneNumber(number));
    }
  }

  /** Turns calls in and out and text messages on or off. */
  void permit(String user, boolean permitted) {
    chime.updateUserSettings(r ->
        r.accountId(account)
            .userId(user)
            .userSettings(s ->
                s.telephony(
                    t -> t.inboundCalling(permitted).outboundCalling(permitted).sms(permitted))));
  }

  PhoneNumber get(String number) {
    return chime.getPhoneNumber(r -> r.phoneNumberId(number)).phoneNumber();
  }
}
