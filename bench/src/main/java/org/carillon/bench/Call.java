package org.carillon.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A call of the API, apart from its signature.
 *
 * @param method the verb
 * @param path percent-encoded, as it goes on the request line
 * @param query percent-encoded and sorted, without the question mark; empty when there is none
 * @param body the JSON text; empty when there is none
 */
record Call(String method, String path, String query, byte[] body) {

  static Call get(String path, String query) {
    return new Call("GET", path, query, new byte[0]);
  }

  static Call post(String path, String query, String json) {
    return new Call("POST", path, query, json.getBytes(UTF_8));
  }

  static Call getPhoneNumber(String e164) {
    return get("/phone-numbers/" + e164.replace("+", "%2B"), "");
  }

  static Call associate(String accountId, String userId, String e164) {
    return post(
        user(accountId, userId),
        "operation=associate-phone-number",
        "{\"E164PhoneNumber\":\"" + e164 + "\"}");
  }

  static Call disassociate(String accountId, String userId) {
    return post(user(accountId, userId), "operation=disassociate-phone-number", "");
  }

  private static String user(String accountId, String userId) {
    return "/accounts/" + accountId + "/users/" + userId;
  }
}
