package org.carillon.conformance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.chime.ChimeClient;
import software.amazon.awssdk.services.chime.model.OrderedPhoneNumberStatus;
import software.amazon.awssdk.services.chime.model.PhoneNumberOrder;
import software.amazon.awssdk.services.chime.model.PhoneNumberOrderStatus;
import software.amazon.awssdk.services.chime.model.PhoneNumberProductType;

/** A server that dies in a sweep, at once and by {@code kill -9}, and the next one on its data. */
final class KilledServerTest {

  private static final Map<String, String> SETTINGS =
      Map.of("CARILLON_ORDERS_ANSWER_AFTER", "0s", "CARILLON_SWEEPS_EVERY", "100ms");

  /** Far less than the minute that a claim holds, and more than a busy machine takes. */
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void theNextServerFulfilsAtOnceWhatTheDeadOneHadClaimed() throws Exception {
    RunningServer.Started dying = RunningServer.start(folder, SETTINGS);
    String order;
    try (ChimeClient chime = dying.chime()) {
      List<String> numbers =
          chime
              .searchAvailablePhoneNumbers(r -> r.areaCode("206").maxResults(100))
              .e164PhoneNumbers();
      order =
          chime
              .createPhoneNumberOrder(r ->
                  r.productType(PhoneNumberProductType.BUSINESS_CALLING).e164PhoneNumbers(numbers))
              .phoneNumberOrder()
              .phoneNumberOrderId();
      await("the first number of the order")
          .pollInterval(Duration.ofMillis(5))
          .until(() -> fulfilled(order(chime, order)) > 0);
    } finally {
      dying.process().destroyForcibly();
    }
    assertTrue(dying.process().waitFor(20, TimeUnit.SECONDS));

    RunningServer.Started next = RunningServer.start(folder, SETTINGS);
    try (ChimeClient chime = next.chime()) {
      PhoneNumberOrder done =
          await("the order is fulfilled")
              .atMost(SOON)
              .until(
                  () -> order(chime, order),
                  now -> now.status() != PhoneNumberOrderStatus.PROCESSING);
      assertEquals(done.orderedPhoneNumbers().size(), fulfilled(done), done::toString);
    } finally {
      next.process().destroy();
      next.process().waitFor();
    }
  }

  private static PhoneNumberOrder order(ChimeClient chime, String id) {
    return chime.getPhoneNumberOrder(r -> r.phoneNumberOrderId(id)).phoneNumberOrder();
  }

  private static long fulfilled(PhoneNumberOrder order) {
    return order.orderedPhoneNumbers().stream()
        .filter(each -> each.status() == OrderedPhoneNumberStatus.ACQUIRED)
        .count();
  }
}
