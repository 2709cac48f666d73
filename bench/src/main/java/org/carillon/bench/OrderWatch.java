package org.carillon.bench;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders numbers one at a time, and waits until each is in the inventory. */
final class OrderWatch {

  private static final Pattern ID = Pattern.compile("\"PhoneNumberOrderId\":\"([^\"]+)\"");
  private static final int PAUSE_MILLIS = 50;

  private final URI server;

  OrderWatch(URI server) {
    this.server = server;
  }

  /**
   * Orders one number of the first start's pool.
   *
   * @return the order's id, which the server has acknowledged
   */
  String order(String e164) throws IOException, GeneralSecurityException {
    try (SignedClient client = new SignedClient(server, ProgramUnderTest.ROOT)) {
      String body =
          client.body(
              Call.post(
                  "/phone-number-orders",
                  "",
                  "{\"ProductType\":\"BusinessCalling\",\"E164PhoneNumbers\":[\"%s\"]}"
                      .formatted(e164)));
      Matcher id = ID.matcher(body);
      if (!id.find()) {
        throw new IOException("no order in " + body);
      }
      return id.group(1);
    }
  }

  /** Milliseconds until the order is fulfilled, or -1 when that takes longer than the seconds. */
  long await(String orderId, int seconds)
      throws IOException, GeneralSecurityException, InterruptedException {
    long begun = System.nanoTime();
    try (SignedClient client = new SignedClient(server, ProgramUnderTest.ROOT)) {
      while (System.nanoTime() - begun < seconds * 1_000_000_000L) {
        String body = client.body(Call.get("/phone-number-orders/" + orderId, ""));
        if (body.contains("\"Status\":\"Successful\"")) {
          return (System.nanoTime() - begun) / 1_000_000;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
    return -1;
  }
}
