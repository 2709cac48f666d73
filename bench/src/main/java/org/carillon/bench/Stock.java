package org.carillon.bench;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a fresh server was filled with, through its own API: one account, users, and numbers that
 * nobody holds.
 *
 * @param numbers with their leading plus
 */
record Stock(String accountId, List<String> userIds, List<String> numbers) {

  private static final int USERS = 100;
  private static final int NUMBERS = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern NUMBER = Pattern.compile("\"(\\+[0-9]+)\"");

  /**
   * Fills a server whose pool holds the numbers of a first start.
   *
   * @throws IOException when the server refuses, or does not deliver the numbers in a minute
   */
  static Stock order(URI address, Signer.Credentials credentials)
      throws IOException, GeneralSecurityException, InterruptedException {
    try (SignedClient client = new SignedClient(address, credentials)) {
      String account =
          text(client.body(Call.post("/accounts", "", "{\"Name\":\"Bench\"}")), "AccountId");
      List<String> users = new ArrayList<>();
      for (int i = 0; i < USERS; i++) {
        Call create =
            Call.post(
                "/accounts/" + account + "/users",
                "operation=create",
                "{\"Email\":\"user-%d@example.com\"}".formatted(i));
        users.add(text(client.body(create), "UserId"));
      }
      return new Stock(account, List.copyOf(users), order(client));
    }
  }

  private static List<String> order(SignedClient client)
      throws IOException, GeneralSecurityException, InterruptedException {
    String found =
        client.body(
            Call.get("/search", "max-results=%d&state=CA&type=phone-numbers".formatted(NUMBERS)));
    List<String> numbers = NUMBER.matcher(found).results().map(each -> each.group(1)).toList();
    String list = numbers.stream().collect(Collectors.joining("\",\"", "\"", "\""));
    String order =
        client.body(
            Call.post(
                "/phone-number-orders",
                "",
                "{\"ProductType\":\"BusinessCalling\",\"E164PhoneNumbers\":[%s]}".formatted(list)));
    Call look = Call.get("/phone-number-orders/" + text(order, "PhoneNumberOrderId"), "");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String status = "";
    while (System.nanoTime() < deadline) {
      status = client.body(look);
      if (status.contains("\"Status\":\"Successful\"")) {
        return numbers;
      }
      Thread.sleep(200);
    }
    throw new IOException("the order for numbers is not fulfilled: " + status);
  }

  private static String text(String json, String member) throws IOException {
    Matcher found = Pattern.compile("\"" + member + "\":\"([^\"]+)\"").matcher(json);
    if (!found.find()) {
      throw new IOException("no " + member + " in " + json);
    }
    return found.group(1);
  }
}
