package org.carillon.api.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the service.
 *
 * @param name as in the API, such as {@code DeletePhoneNumber}
 * @param method the HTTP verb
 * @param uri the path with its labels in braces and, after {@code ?}, its literal query
 * @param successCode the status of a success
 * @param readOnly whether it changes nothing
 * @param strict whether a request may hold only what the model names; else the rest is passed over
 * @param errors what it may be refused with
 * @param pagination how it is read in pages; null where it answers all at once
 */
public record OperationShape<I, O>(
    String name,
    String method,
    String uri,
    int successCode,
    boolean readOnly,
    boolean strict,
    StructureShape<I> input,
    StructureShape<O> output,
    List<ErrorShape<?>> errors,
    @Nullable Pagination<I> pagination) {

  /** Returns whether the model declares that error for this operation. */
  public boolean declares(ModelledException error) {
    return errors.contains(error.shape());
  }
}
