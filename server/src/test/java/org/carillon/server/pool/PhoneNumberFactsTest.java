package org.carillon.server.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.carillon.api.model.PhoneNumberType;
import org.carillon.server.pool.PhoneNumberFacts.Facts;
import org.junit.jupiter.api.Test;

/** Shows what is known of a number. */
final class PhoneNumberFactsTest {

  private final PhoneNumberFacts facts = new PhoneNumberFacts();

  @Test
  void americanNumbersHaveAreaCodeCityAndState() {
    assertEquals(
        new Facts("US", PhoneNumberType.LOCAL, "206", "Seattle", "WA"), facts.of("+12062170100"));
    assertEquals(
        new Facts("US", PhoneNumberType.LOCAL, "206", null, "WA"), facts.of("+12065550100"));
    assertEquals(
        new Facts("US", PhoneNumberType.LOCAL, "202", "Washington", "DC"),
        facts.of("+12025550100"));
    assertEquals(
        new Facts("CA", PhoneNumberType.LOCAL, "204", null, "MB"), facts.of("+12045550100"));
    assertEquals(
        new Facts("US", PhoneNumberType.TOLL_FREE, "888", null, null), facts.of("+18885550100"));
  }

  @Test
  void otherCountriesHaveACityWhereThePlanSaysSo() {
    assertEquals(
        new Facts("GB", PhoneNumberType.LOCAL, null, "London", null), facts.of("+442079460123"));
    assertEquals(
        new Facts("AU", PhoneNumberType.TOLL_FREE, null, null, null), facts.of("+611800160401"));
    assertEquals("GB", facts.of("+441632960123").country());
  }

  @Test
  void numbersOfNoPlanAreAcceptedWithoutCountry() {
    Facts unknown = new Facts(null, PhoneNumberType.LOCAL, null, null, null);
    assertEquals(unknown, facts.of("+99912345"));
    assertEquals(unknown, facts.of("+19999999999"));
    assertEquals(unknown, facts.of("+12"));
    assertEquals(unknown, facts.of("+449"));
  }

  @Test
  void everyNumberKeptForFictionIsInE164() {
    for (NumberPool.Entry entry : Fiction.numbers()) {
      assertTrue(PhoneNumberFacts.isE164(entry.e164()), entry.e164());
    }
    assertFalse(PhoneNumberFacts.isE164("+02065550100"));
    assertFalse(PhoneNumberFacts.isE164("+1206555010012345"));
  }
}
