package org.carillon.server.inventory.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of numbers as spreadsheets of all countries write them, and malformed ones. */
final class NumberFileTest {

  private static final NumberFile.Row ZURICH =
      new NumberFile.Row(
          2,
          new E164("+41435550100"),
          PhoneNumberType.TOLL_FREE,
          "Zürich",
          null,
          PhoneNumberProductType.VOICE_CONNECTOR,
          "jane@example.com");

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void separatorIsFoundFromTheHeader(String separator) throws IOException {
    String file =
        """
        Number;TYPE;City;product_type;E-Mail;
        +41435550100;toll free;"Zürich";voiceconnector;jane@example.com;
        """
            .replace(";", separator);
    assertEquals(List.of(ZURICH), sound(file.getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        List.of(ZURICH), sound(file.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of(ZURICH), sound(file.replace("\n", "\r").getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void utf8AndUtf16AreReadAndAnythingElseIsNamedWithItsLine() throws IOException {
    String file =
        """
        number,type,city,product type,email
        +41435550100,TollFree,Zürich,VoiceConnector,jane@example.com
        """;
    assertEquals(List.of(ZURICH), sound(("\uFEFF" + file).getBytes(StandardCharsets.UTF_8)));
    for (Charset charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      assertEquals(List.of(ZURICH), sound(("\uFEFF" + file).getBytes(charset)), charset.name());
    }
    String not =
        "the line is not in UTF-8, nor in UTF-16 with a byte order mark; save the file as UTF-8";
    assertEquals(
        List.of(
            "2: " + not,
            "3: x is not a phone number; write a number in E.164, such as +12065550100"),
        problems((file + "x\n").getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals(List.of("1: " + not), problems(file.getBytes(StandardCharsets.UTF_16BE)));
    assertEquals(List.of("1: " + not), problems(new byte[] {'P', 'K', 3, 4, 0, 0, 8, 0}));
  }

  @Test
  void headerIsNeededAndAFileWithoutNumbersIsNone() throws IOException {
    for (String file : List.of("", "\n", " \n\t\n")) {
      assertEquals(
          List.of(
              "1: the file is empty; it needs a header such as number,type and one row for each"
                  + " number"),
          problems(file));
    }
    assertEquals(
        List.of("1: the file has no numbers; add one row for each number below the header"),
        problems("number,type\n\n"));
    assertEquals(
        List.of(
            "1: the file has no header; make its first line, for example, number,type,city,state"),
        problems("+12065550100,Local\n+12065550101,Local\n"));
    assertEquals(List.of("1: the header has no column \"number\""), problems("type,city\nx,y\n"));
  }

  @Test
  void everyProblemOfAFileIsToldInOneRun() throws IOException {
    assertEquals(
        List.of(
            "1: two columns are named type",
            "3: type \"Mobile\" is unknown; write Local or TollFree",
            "3: product type \"Fax\" is unknown; product types are BusinessCalling, VoiceConnector,"
                + " SipMediaApplicationDialIn",
            "4: a quotation mark is not closed on its line, or text follows the closing one",
            "5: +12065550100 is already in line 2",
            "6: the row has 6 columns, and the header has 5",
            "7: the city has a character that cannot be printed"),
        problems(
            """
            number,type,type,product type,city
            +12065550100,,Local
            +12065550101,,Mobile,Fax
            "+12065550102,Local
            +12065550100
            +12065550103,,,,,x
            +12065550104,,,,Se\u001battle
            """));
  }

  @Test
  void hundredProblemsAreShownAndTheRestCounted() throws IOException {
    NumberFile.Content content =
        NumberFile.read(NumberFile.text(stream("number\n" + "x\n".repeat(250))));
    assertEquals(100, content.found().list().size());
    assertEquals(101, content.found().list().getLast().line());
    assertEquals(150, content.found().more());
  }

  @Test
  void lineOfAGigabyteIsRefusedBeforeItIsHeld() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            Arrays.fill(bytes, from, from + length, (byte) 'x');
            return length;
          }
        };
    NumberFile.Content content = NumberFile.read(NumberFile.text(endless));
    assertEquals(
        List.of(new NumberFile.Problem(1, "the line has more than 10,000 characters")),
        content.found().list());
    assertTrue(content.rows().isEmpty());
  }

  private static List<NumberFile.Row> sound(byte[] file) throws IOException {
    NumberFile.Content content = NumberFile.read(NumberFile.text(new ByteArrayInputStream(file)));
    assertEquals(List.of(), content.found().list());
    return content.rows();
  }

  private static List<String> problems(String file) throws IOException {
    return problems(file.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(byte[] file) throws IOException {
    return NumberFile.read(NumberFile.text(new ByteArrayInputStream(file))).found().list().stream()
        .map(each -> each.line() + ": " + each.what())
        .toList();
  }

  private static InputStream stream(String file) {
    return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
  }
}
