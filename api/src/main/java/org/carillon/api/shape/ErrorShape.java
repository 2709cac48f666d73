package org.carillon.api.shape;

/**
 * An error that the model declares.
 *
 * @param name as clients know it, such as {@code NotFoundException}
 * @param status the HTTP status it leaves with
 * @param structure its members
 */
public record ErrorShape<T extends ModelledException>(
    String name, int status, StructureShape<T> structure) {

  /** Whether the service is at fault rather than the client. */
  public boolean serverFault() {
    return status >= 500;
  }
}
