package org.carillon.platform.operations;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import org.carillon.api.model.AccessDeniedException;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.ConflictException;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.ForbiddenException;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.ResourceLimitExceededException;
import org.carillon.api.model.ServiceFailureException;
import org.carillon.api.model.ServiceUnavailableException;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.jspecify.annotations.Nullable;

/**
 * The errors of the API with the code that belongs to each. A message says which rule was broken,
 * the holder and the time, and the next step.
 */
public final class Refusal {

  private static final Map<String, OperationShape<?, ?>> SHAPES =
      Operations.ALL.stream().collect(toUnmodifiableMap(OperationShape::name, shape -> shape));

  private Refusal() {}

  /** Returns the code of an error, as in its body and in the answers of batches. */
  public static ErrorCode code(ModelledException error) {
    List<Member> members = error.shape().structure().members();
    @Nullable Object[] values = error.shape().structure().readAny(error);
    for (int i = 0; i < values.length; i++) {
      if (members.get(i).name().equals("Code") && values[i] instanceof ErrorCode code) {
        return code;
      }
    }
    throw new IllegalStateException(error.shape().name() + " has no code");
  }

  /** The request breaks a rule. */
  public static BadRequestException badRequest(String message) {
    return new BadRequestException(ErrorCode.BAD_REQUEST, message);
  }

  /**
   * The number has a holder, which the change does not allow: a conflict in our own operations, and
   * a bad request in Amazon's, which do not declare the conflict.
   */
  public static ModelledException stillAssigned(OperationContext context, String message) {
    ErrorCode code = ErrorCode.PHONE_NUMBER_ASSOCIATIONS_EXIST;
    OperationShape<?, ?> shape = SHAPES.get(context.operation());
    return shape != null && shape.strict()
        ? conflict(code, message)
        : new BadRequestException(code, message);
  }

  /**
   * The resource does not exist in the caller's organization; one of another organization is
   * refused in the same words.
   */
  public static NotFoundException notFound(String message) {
    return new NotFoundException(ErrorCode.NOT_FOUND, message);
  }

  /** The resource exists already, or another caller changes it. */
  public static ConflictException conflict(String message) {
    return new ConflictException(ErrorCode.CONFLICT, message);
  }

  /** Another resource still depends on the resource; the code gives its kind. */
  public static ConflictException conflict(ErrorCode code, String message) {
    return new ConflictException(code, message);
  }

  /** The state of the resource does not allow the request. */
  public static ForbiddenException forbidden(String message) {
    return new ForbiddenException(ErrorCode.FORBIDDEN, message);
  }

  static AccessDeniedException accessDenied(String message) {
    return new AccessDeniedException(ErrorCode.ACCESS_DENIED, message);
  }

  /** A limit is reached; a bad request where the operation does not declare that error. */
  static ModelledException limitExceeded(OperationContext context, String message) {
    return declared(
        context,
        new ResourceLimitExceededException(ErrorCode.RESOURCE_LIMIT_EXCEEDED, message),
        message);
  }

  /**
   * A resource that the body names does not exist; a bad request where the operation does not
   * declare NotFound.
   */
  public static ModelledException namesAbsent(OperationContext context, String message) {
    return declared(context, notFound(message), message);
  }

  private static ModelledException declared(
      OperationContext context, ModelledException error, String message) {
    OperationShape<?, ?> shape = SHAPES.get(context.operation());
    return shape == null || shape.declares(error) ? error : badRequest(message);
  }

  static ServiceFailureException failure(String message) {
    return new ServiceFailureException(ErrorCode.SERVICE_FAILURE, message);
  }

  static ServiceUnavailableException unavailable(String message) {
    return new ServiceUnavailableException(ErrorCode.SERVICE_UNAVAILABLE, message);
  }
}
