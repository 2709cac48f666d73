package org.carillon.server.inventory.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.server.inventory.pool.PhoneNumberFacts.Facts;
import org.junit.jupiter.api.Test;

/** The facts about a number. */
final class PhoneNumberFactsTest {

  private final PhoneNumberFacts facts = new PhoneNumberFacts();

  @Test
  void americanNumbersHaveAreaCodeCityAndState() {
    assertEquals(
        new Facts("US", PhoneNumberType.LOCAL, "206", "Seattle", "WA"),
        facts.of(new E164("+12062170100")));
    assertEquals(
        new Facts("US", PhoneNumberType.LOCAL, "206", null, "WA"),
        facts.of(new E164("+12065550100")));
    assertEquals(
        new Facts("US", PhoneNumberType.LOCAL, "202", "Washington", "DC"),
        facts.of(new E164("+12025550100")));
    assertEquals(
        new Facts("CA", PhoneNumberType.LOCAL, "204", null, "MB"),
        facts.of(new E164("+12045550100")));
    assertEquals(
        new Facts("US", PhoneNumberType.TOLL_FREE, "888", null, null),
        facts.of(new E164("+18885550100")));
  }

  @Test
  void otherCountriesHaveACityWhereThePlanSaysSo() {
    assertEquals(
        new Facts("GB", PhoneNumberType.LOCAL, null, "London", null),
        facts.of(new E164("+442079460123")));
    assertEquals(
        new Facts("AU", PhoneNumberType.TOLL_FREE, null, null, null),
        facts.of(new E164("+611800160401")));
    assertEquals("GB", facts.of(new E164("+441632960123")).country());
  }

  @Test
  void numbersOfNoPlanAreAcceptedWithoutCountry() {
    Facts unknown = new Facts(null, PhoneNumberType.LOCAL, null, null, null);
    assertEquals(unknown, facts.of(new E164("+99912345")));
    assertEquals(unknown, facts.of(new E164("+19999999999")));
    assertEquals(unknown, facts.of(new E164("+12")));
    assertEquals(unknown, facts.of(new E164("+449")));
  }

  @Test
  void everyNumberKeptForFictionIsInE164AndOfItsTypeAndCountry() {
    List<NumberPool.PoolNumber> numbers = FictionalNumbers.numbers();
    // One of each block is enough, since the plans know no smaller ranges.
    for (int i = 0; i < numbers.size(); i += 50) {
      NumberPool.PoolNumber entry = numbers.get(i);
      assertEquals(
          new PhoneNumberText.InE164(entry.e164()), PhoneNumberText.dialable(entry.e164().text()));
      assertEquals(
          Optional.empty(), facts.contradiction(entry.e164(), entry.type()), entry.e164()::text);
      assertEquals(entry.country(), facts.of(entry.e164()).country(), entry.e164()::text);
    }
  }

  @Test
  void areaCodesNewerThanTheLibraryAreAmerican() {
    for (String code :
        List.of("436", "457", "471", "483", "565", "621", "679", "729", "837", "861", "924")) {
      Facts known = facts.of(new E164("+1" + code + "2340123"));
      assertEquals("US", known.country(), code);
      assertEquals(code, known.areaCode());
      assertNotNull(known.state(), code);
    }
    assertEquals(
        new Facts("US", PhoneNumberType.LOCAL, "436", null, "OH"),
        facts.of(new E164("+14362340123")));
    assertEquals(
        new Facts("US", PhoneNumberType.LOCAL, "927", null, null),
        facts.of(new E164("+19272340123")));
    assertEquals("CA", facts.of(new E164("+13872340123")).country());
    assertEquals("CA", facts.of(new E164("+14162340123")).country());
    assertEquals("JM", facts.of(new E164("+18762340123")).country());
    for (String placeless :
        List.of("+15352340123", "+16442340123", "+17002340123", "+18222340123")) {
      assertNull(facts.of(new E164(placeless)).country(), placeless);
    }
    assertNull(facts.of(new E164("+14361340123")).country());
    assertNull(facts.of(new E164("+14992340123")).country());
  }

  @Test
  void typeOfAFileAgreesWithThePlanWhereThePlanKnows() {
    assertEquals(
        Optional.of(
            "+14255550202 is not toll-free by its numbering plan, not TollFree; write Local, or"
                + " leave the type out"),
        facts.contradiction(new E164("+14255550202"), PhoneNumberType.TOLL_FREE));
    assertEquals(
        Optional.of(
            "+18005555002 is toll-free by its numbering plan, not Local; write TollFree, or leave"
                + " the type out"),
        facts.contradiction(new E164("+18005555002"), PhoneNumberType.LOCAL));
    assertEquals(
        Optional.empty(), facts.contradiction(new E164("+18885550100"), PhoneNumberType.TOLL_FREE));
    assertEquals(
        Optional.empty(), facts.contradiction(new E164("+14362340123"), PhoneNumberType.TOLL_FREE));
    assertEquals(Optional.empty(), facts.contradiction(new E164("+14255550202"), null));
  }
}
