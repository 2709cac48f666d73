package org.carillon.server.inventory.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Shows the texts that are read as phone numbers, and the messages about others. */
final class PhoneNumberTextTest {

  private static final String REMEDY = "; write a number in E.164, such as +12065550100";

  @Test
  void noPlusIsPutBeforeDigitsThatHaveNone() {
    assertProblem("911 is an emergency number" + REMEDY, "911");
    assertProblem("112 is an emergency number" + REMEDY, "112");
    assertProblem("999 is an emergency number" + REMEDY, "999");
    assertProblem(
        "411 is a short number, which works only in its own country or exchange" + REMEDY, "411");
    assertProblem(
        "2065550172 is a national number; in the US or Canada write +12065550172", "2065550172");
    assertProblem("12065550172 has no plus; write +12065550172", "12065550172");
    assertProblem(
        "00442079460123 begins with an international dialling prefix; write +442079460123",
        "00442079460123");
    assertProblem(
        "011442079460123 begins with an international dialling prefix; write +442079460123",
        "011442079460123");
    assertProblem(
        "02079460123 is a national number; write it with a plus and the code of its country, as in"
            + " +12065550100",
        "02079460123");
    assertProblem("442079460123 has no plus" + REMEDY, "442079460123");
  }

  @Test
  void charactersThatCannotBeSeenAreDroppedAtTheEndsAndNamedInside() {
    for (String around : new String[] {"\u202A", "\u00A0", "\u200B", "\uFEFF", " ", "\t\n"}) {
      assertEquals(
          new PhoneNumberText.InE164(new E164("+12065550172")),
          PhoneNumberText.of(around + "+12065550172" + around));
    }
    assertProblem(
        "+<U+202A>12065550172 has U+202A at position 1; write a plus and digits only, such as"
            + " +12065550100",
        "+\u202A12065550172");
    assertProblem(
        "+1206 5550172 has a blank at position 6; write a plus and digits only, such as"
            + " +12065550100",
        " +1206 5550172");
    assertProblem("is empty" + REMEDY, "\u200B \uFEFF");
  }

  @Test
  void otherTextsAreToldWhatIsWrongWithThem() {
    assertProblem("+02065550100 begins with 0, as no country code does" + REMEDY, "+02065550100");
    assertProblem(
        "+1206555010012345 has 16 digits, and the limit is 15" + REMEDY, "+1206555010012345");
    assertProblem("+1 is too short" + REMEDY, "+1");
    assertProblem("nonsense is not a phone number" + REMEDY, "nonsense");
    assertProblem(
        "+1206-555-0100 has \"-\" at position 5; write a plus and digits only, such as"
            + " +12065550100",
        "+1206-555-0100");
    assertInstanceOf(PhoneNumberText.Unreadable.class, PhoneNumberText.of("+１２０６５５５０１００"));
    PhoneNumberText much = PhoneNumberText.of("+1".repeat(100_000));
    assertTrue(
        assertInstanceOf(PhoneNumberText.Unreadable.class, much).problem().length() < 200,
        "a message is short however long the text");
  }

  @Test
  void charactersOfTwoHalvesAreQuotedWhole() {
    String bell = "\uD83D\uDD14";
    assertProblem(
        "x".repeat(39) + bell + "… is not a phone number" + REMEDY, "x".repeat(39) + bell + "y");
    assertProblem("x".repeat(39) + bell + " is not a phone number" + REMEDY, "x".repeat(39) + bell);
    assertProblem(
        "+1206"
            + bell
            + " has U+1F514 at position 5; write a plus and digits only, such as"
            + " +12065550100",
        "+1206" + bell);
    assertProblem(
        "+1206<U+D83D> has U+D83D at position 5; write a plus and digits only, such as"
            + " +12065550100",
        "+1206\uD83D");
  }

  @Test
  void numbersToOwnOrDialHaveALengthAndACountryThatThereIs() {
    assertImpossible("+12 is too short", "+12");
    assertImpossible("+911 is too short", "+911");
    assertImpossible("+1206555500 is too short for a number of +1", "+1206555500");
    assertImpossible("+1425555015 is too short for a number of +1", "+1425555015");
    assertImpossible("+120655501001 is too long for a number of +1", "+120655501001");
    assertImpossible("+5550100 is too short for a number of +55", "+5550100");
    assertImpossible("+999 begins with an unknown country code", "+999");
    assertImpossible("+99912345678 begins with an unknown country code", "+99912345678");
    String[] possible = {"+12065550100", "+14362340123", "+441632960123", "+390612345678"};
    for (String each : possible) {
      assertEquals(new PhoneNumberText.InE164(new E164(each)), PhoneNumberText.dialable(each));
    }
    assertEquals(new PhoneNumberText.InE164(new E164("+12")), PhoneNumberText.of("+12"));
  }

  @Test
  void nationalPrefixesAreNoPartOfANumberToOwnOrDial() {
    String why = " has a digit that only calls within its country use; write ";
    for (String[] each :
        new String[][] {
          {"+4402079460123", "+442079460123"},
          {"+112065550100", "+12065550100"},
          {"+49030123456", "+4930123456"}
        }) {
      assertEquals(
          new PhoneNumberText.Unreadable(each[0] + why + each[1]),
          PhoneNumberText.dialable(each[0]));
    }
  }

  private static void assertImpossible(String problem, String written) {
    assertEquals(
        new PhoneNumberText.Unreadable(problem + REMEDY), PhoneNumberText.dialable(written));
  }

  private static void assertProblem(String problem, String written) {
    assertEquals(new PhoneNumberText.Unreadable(problem), PhoneNumberText.of(written));
  }
}
