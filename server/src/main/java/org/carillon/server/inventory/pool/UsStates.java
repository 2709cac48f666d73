package org.carillon.server.inventory.pool;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The two letters of the states and provinces that the geocoder names in full. */
final class UsStates {

  private static final String NAMED =
      """
      AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|\
      DE Delaware|DC Washington D.C.|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|\
      IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|\
      MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|\
      NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|\
      NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|\
      PA Philadelphia|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|\
      UT Utah|VT Vermont|VA Virginia|WA Washington State|WV West Virginia|WI Wisconsin|\
      WY Wyoming|AB Alberta|BC British Columbia|BC British Colombia|MB Manitoba|\
      NB New Brunswick|NL Newfoundland and Labrador|ON Ontario|ON Toronto|QC Quebec|\
      SK Saskatchewan\
      """;

  private static final Map<String, String> BY_NAME = read();

  private UsStates() {}

  /** The letters of a place that is a state or province (or as good as one); null for others. */
  static @Nullable String of(String place) {
    return BY_NAME.get(place);
  }

  private static Map<String, String> read() {
    return NAMED
        .lines()
        .flatMap(line -> Arrays.stream(line.split("\\|", -1)))
        .collect(
            Collectors.toUnmodifiableMap(
                state -> state.substring(3).strip(), state -> state.substring(0, 2)));
  }
}
