package org.carillon.protocol.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.carillon.protocol.wire.Header;
import org.carillon.protocol.wire.WireResponse;

/** The answers of the web server to requests that reach no operation. */
enum Refusal {
  BAD_REQUEST(400, "BadRequest", "The request is not well-formed HTTP."),
  NOT_FOUND(404, "NotFound", "This path does not exist."),
  METHOD_NOT_ALLOWED(405, "MethodNotAllowed", "This path does not support this method."),
  TOO_SLOW(408, "RequestTimeout", "The request took too long to arrive."),
  BODY_TOO_LARGE(413, "RequestEntityTooLarge", "The request body is too large."),
  URI_TOO_LONG(414, "UriTooLong", "The request target is too long."),
  EXPECTATION_FAILED(417, "ExpectationFailed", "The only supported expectation is 100-continue."),
  UPGRADE_REQUIRED(426, "UpgradeRequired", "This server speaks HTTP/1.1."),
  HEADERS_TOO_LARGE(
      431, "RequestHeaderFieldsTooLarge", "The request headers are too large or more than 100."),
  FAILURE(500, "ServiceFailure", "The server failed to answer; its log has the cause."),
  NOT_IMPLEMENTED(501, "NotImplemented", "The server does not know this method or encoding."),
  UNAVAILABLE(503, "ServiceUnavailable", "The server is stopping or overloaded; try again."),
  VERSION_NOT_SUPPORTED(505, "HttpVersionNotSupported", "This server speaks HTTP/1.1.");

  private final int status;
  private final String code;
  private final String message;

  Refusal(int status, String code, String message) {
    this.status = status;
    this.code = code;
    this.message = message;
  }

  /** The refusal with that status; another status is taken for the nearest general one. */
  static Refusal of(int status) {
    for (Refusal refusal : values()) {
      if (refusal.status == status) {
        return refusal;
      }
    }
    return status < 500 ? BAD_REQUEST : FAILURE;
  }

  int status() {
    return status;
  }

  /** The typed answer, in the shape of the service's own errors. */
  WireResponse response() {
    String body = "{\"Code\":\"" + code + "\",\"Message\":\"" + message + "\"}";
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("x-amzn-ErrorType", code + "Exception"));
    headers.add(new Header("Content-Type", "application/json"));
    if (this == UNAVAILABLE) {
      headers.add(new Header("Retry-After", "1"));
    }
    return new WireResponse(status, List.copyOf(headers), body.getBytes(UTF_8));
  }
}
