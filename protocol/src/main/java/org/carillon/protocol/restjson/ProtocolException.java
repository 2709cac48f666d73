package org.carillon.protocol.restjson;

import java.util.List;
import org.carillon.api.shape.ErrorShape;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.Shape;
import org.carillon.api.shape.StructureShape;

/**
 * A refusal by the protocol itself, which any operation may meet although no model declares it: an
 * unknown route, an unusable media type, a signature that proves nothing.
 */
public final class ProtocolException extends ModelledException {

  private static final long serialVersionUID = 1L;

  private static final Shape TEXT = new Shape.Text(null, null, null);

  private static final StructureShape<ProtocolException> SHAPE =
      new StructureShape<>(
          "ProtocolException",
          () -> List.of(Member.required("Code", TEXT), Member.required("Message", TEXT)),
          values -> {
            throw new UnsupportedOperationException("only servers make these");
          },
          error -> new Object[] {error.code, error.text});

  private final transient ErrorShape<ProtocolException> shape;
  private final String code;
  private final String text;

  /**
   * @param name what {@code x-amzn-ErrorType} says
   * @param status the HTTP status
   * @param code the body's {@code Code}
   * @param message the body's {@code Message}
   */
  public ProtocolException(String name, int status, String code, String message) {
    super(message, status >= 500);
    this.shape = new ErrorShape<>(name, status, SHAPE);
    this.code = code;
    this.text = message;
  }

  @Override
  public ErrorShape<?> shape() {
    return shape;
  }
}
