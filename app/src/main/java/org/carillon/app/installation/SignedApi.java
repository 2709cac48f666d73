package org.carillon.app.installation;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.ErrorCode;
import org.carillon.api.model.IncompleteSignatureException;
import org.carillon.api.model.InvalidSignatureException;
import org.carillon.api.model.MissingAuthenticationTokenException;
import org.carillon.api.model.RequestExpired;
import org.carillon.api.model.ServiceFailureException;
import org.carillon.api.model.UnrecognizedClientException;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.api.shape.Violation;
import org.carillon.platform.identity.KeyRing;
import org.carillon.platform.identity.Principal;
import org.carillon.platform.operations.OperationRunner;
import org.carillon.platform.operations.RequestOrigin;
import org.carillon.protocol.restjson.OperationHandler;
import org.carillon.protocol.restjson.ProtocolException;
import org.carillon.protocol.restjson.Refusals;
import org.carillon.protocol.sigv4.AccessKey;
import org.carillon.protocol.sigv4.SignatureException;
import org.carillon.protocol.sigv4.SignatureVerifier;
import org.carillon.protocol.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** Finds out who signed a request, and has the operation run for them. */
final class SignedApi implements OperationHandler {

  private static final String SIGNING_NAME = "chime";

  private final SignatureVerifier<Principal> signatures;
  private final OperationRunner runner;

  SignedApi(KeyRing keys, InstantSource clock, OperationRunner runner) {
    this.signatures = new SignatureVerifier<>(SIGNING_NAME, clock, id -> find(keys, id));
    this.runner = runner;
  }

  @Override
  public <I, O> O handle(OperationShape<I, O> operation, Supplier<I> input, WireRequest request) {
    return runner.run(
        operation,
        input,
        OperationRunner.available(() -> signer(request)),
        new RequestOrigin(request.requestId(), request.source()));
  }

  private Principal signer(WireRequest request) {
    try {
      Principal signer = signatures.verify(request);
      checkPath(request.rawPath());
      return signer;
    } catch (SignatureException unproved) {
      throw refusal(unproved.reason(), String.valueOf(unproved.getMessage()));
    }
  }

  /** The API's error for a signature that proves nothing. */
  static ModelledException refusal(SignatureException.Reason reason, String message) {
    return switch (reason) {
      case MISSING ->
          new MissingAuthenticationTokenException(ErrorCode.MISSING_AUTHENTICATION_TOKEN, message);
      case INCOMPLETE -> new IncompleteSignatureException(ErrorCode.INCOMPLETE_SIGNATURE, message);
      case UNRECOGNIZED -> new UnrecognizedClientException(ErrorCode.UNRECOGNIZED_CLIENT, message);
      case MISMATCH -> new InvalidSignatureException(ErrorCode.INVALID_SIGNATURE, message);
      case EXPIRED -> new RequestExpired(ErrorCode.REQUEST_EXPIRED, message);
    };
  }

  /** The server runs the path as sent, so it must be the signed one. */
  private static void checkPath(String sent) {
    String signed = SignatureVerifier.signedPath(sent);
    if (!signed.equals(sent)) {
      throw new ProtocolException(
          "BadRequestException",
          400,
          "BadRequest",
          "The path "
              + sent
              + " has empty or dot segments, which its signature leaves out; send "
              + signed
              + ", or the id that is missing.");
    }
  }

  private static @Nullable AccessKey<Principal> find(KeyRing keys, String id) {
    var key = keys.find(id);
    return key == null ? null : new AccessKey<>(key.accessKeyId(), key.secret(), key.principal());
  }

  /** The API's errors for what the protocol refuses. */
  static final class ApiRefusals implements Refusals {

    @Override
    public ModelledException malformed(String message) {
      return new BadRequestException(ErrorCode.BAD_REQUEST, message);
    }

    @Override
    public ModelledException invalid(List<Violation> violations) {
      return new BadRequestException(ErrorCode.BAD_REQUEST, Refusals.sentence(violations));
    }

    @Override
    public ModelledException unexpected(String message) {
      return new ServiceFailureException(ErrorCode.SERVICE_FAILURE, message);
    }
  }
}
