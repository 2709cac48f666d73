package org.carillon.protocol.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Shapes what Jetty itself refuses as the service's own errors, without its reasons or traces. */
final class TypedErrors extends ErrorHandler {

  private final Answers answers;

  TypedErrors(Answers answers) {
    this.answers = answers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    // Jetty closes the connection after these; a client that is not told sends its next request in
    // vain.
    response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
    answers.send(Refusal.of(response.getStatus()).response(), request, response, callback);
    return true;
  }

  /** Every method gets a typed body; for HEAD, Jetty leaves it out. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }
}
