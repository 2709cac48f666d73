package org.carillon.platform.operations;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.carillon.api.model.ResourceLimitExceededException;
import org.junit.jupiter.api.Test;

/** What quotas allow and how they refuse. */
final class QuotasTest {

  @Test
  void oneMoreThanTheQuotaIsRefusedNamingItsSetting() {
    Quotas quotas = Quotas.of(quota -> quota == Quota.SIP_RULES ? 2 : 1);
    assertEquals(2, quotas.of(Quota.SIP_RULES));
    assertDoesNotThrow(() -> quotas.refuseFurther(Quota.SIP_RULES, 1));
    String message =
        String.valueOf(
            assertThrows(
                    ResourceLimitExceededException.class,
                    () -> quotas.refuseFurther(Quota.SIP_RULES, 2))
                .getMessage());
    assertTrue(message.contains("quota of 2 SIP rules"), message);
    assertTrue(message.contains("quota.sip-rules"), message);
  }

  @Test
  void quotaIsAtLeastOneAndNoneIsLeftOut() {
    assertThrows(IllegalArgumentException.class, () -> Quotas.of(quota -> 0));
    assertThrows(IllegalArgumentException.class, () -> new Quotas(Map.of(Quota.SIP_RULES, 5)));
  }
}
