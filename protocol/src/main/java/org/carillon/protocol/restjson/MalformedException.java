package org.carillon.protocol.restjson;

/** Input that cannot be read at all; its message says where and why, for the caller to see. */
final class MalformedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedException(String message) {
    super(message, null, false, false);
  }
}
