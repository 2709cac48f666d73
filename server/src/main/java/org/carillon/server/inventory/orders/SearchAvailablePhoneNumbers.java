package org.carillon.server.inventory.orders;

import java.util.Locale;
import java.util.regex.Pattern;
import org.carillon.api.model.Operations;
import org.carillon.api.model.SearchAvailablePhoneNumbersInput;
import org.carillon.api.model.SearchAvailablePhoneNumbersOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.OutsideOperation;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;
import org.carillon.platform.pages.Slice;
import org.carillon.server.inventory.pool.NumberSearch;
import org.carillon.server.inventory.pool.NumberSupplier;
import org.carillon.server.inventory.pool.PhoneNumberFacts;
import org.jspecify.annotations.Nullable;

/** Finds numbers that can be ordered; finding one reserves nothing. */
final class SearchAvailablePhoneNumbers
    implements OutsideOperation<
        SearchAvailablePhoneNumbersInput, SearchAvailablePhoneNumbersOutput> {

  private static final Pattern AREA_CODE = Pattern.compile("\\d{3}");

  private final NumberSupplier supplier;
  private final Pages pages;

  SearchAvailablePhoneNumbers(NumberSupplier supplier, Pages pages) {
    this.supplier = supplier;
    this.pages = pages;
  }

  @Override
  public SearchAvailablePhoneNumbersOutput run(
      SearchAvailablePhoneNumbersInput input, OperationContext context) {
    String country = input.country() == null ? "US" : input.country();
    refuseUnlikeCountry(country, input);
    Page<String> page =
        pages
            .of(context, Operations.SEARCH_AVAILABLE_PHONE_NUMBERS, input)
            .read("", (after, size) -> offered(context, country, input, after, size));
    return new SearchAvailablePhoneNumbersOutput(page.rows(), page.nextToken());
  }

  private Slice<String, String> offered(
      OperationContext context,
      String country,
      SearchAvailablePhoneNumbersInput input,
      String after,
      int size) {
    NumberSupplier.Page found =
        supplier.search(
            context.organizationId(),
            new NumberSearch(
                country,
                input.phoneNumberType(),
                input.areaCode(),
                input.city(),
                input.state() == null ? null : input.state().toUpperCase(Locale.ROOT),
                input.tollFreePrefix(),
                size,
                after.isEmpty() ? null : after));
    return new Slice<>(found.numbers(), found.after());
  }

  /** The rules of the reference, SearchAvailablePhoneNumbers, for what goes with which country. */
  private static void refuseUnlikeCountry(String country, SearchAvailablePhoneNumbersInput input) {
    if (!PhoneNumberFacts.isCountry(country)) {
      throw Refusal.badRequest("Country %s is unknown; write it as in US".formatted(country));
    }
    if (input.areaCode() != null && !AREA_CODE.matcher(input.areaCode()).matches()) {
      throw Refusal.badRequest("AreaCode does not have three digits; write it as in 206");
    }
    if (isBlank(input.city()) || isBlank(input.state())) {
      throw Refusal.badRequest("City or State is blank; give a name, or leave it out");
    }
    boolean placed =
        input.areaCode() != null
            || input.city() != null
            || input.state() != null
            || input.tollFreePrefix() != null;
    if (!country.equals("US")) {
      if (input.phoneNumberType() == null) {
        throw Refusal.badRequest("PhoneNumberType is absent; a search outside the US needs it");
      }
      if (placed) {
        throw Refusal.badRequest(
            "AreaCode, City, State and TollFreePrefix are for the US; outside it a search takes"
                + " PhoneNumberType only");
      }
    } else if (!placed) {
      throw Refusal.badRequest(
          "in the US a search needs one of AreaCode, City, State and TollFreePrefix");
    } else if (input.city() != null && input.state() == null) {
      throw Refusal.badRequest("State is absent; a search by City needs it");
    }
  }

  private static boolean isBlank(@Nullable String text) {
    return text != null && text.isBlank();
  }
}
