package org.carillon.protocol.wire;

import java.util.List;

/**
 * One HTTP answer, complete: the web server only copies it out.
 *
 * @param status the HTTP status code
 * @param headers header lines in order; {@code Content-Length} and {@code Date} are the server's
 * @param body the whole body, possibly empty
 */
public record WireResponse(int status, List<Header> headers, byte[] body) {}
