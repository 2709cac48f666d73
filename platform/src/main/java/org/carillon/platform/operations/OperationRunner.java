package org.carillon.platform.operations;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.carillon.api.model.AccessDeniedException;
import org.carillon.api.model.ForbiddenException;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.DatabaseBusyException;
import org.carillon.platform.db.DatabaseLostException;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.Transaction;
import org.carillon.platform.db.UnknownOutcomeException;
import org.carillon.platform.identity.Principal;
import org.jspecify.annotations.Nullable;

/**
 * The only way an operation runs: authorize, read and validate the input, open the transaction,
 * run, leave the audit row, commit, measure. A refusal undoes what was done and then leaves its own
 * row.
 */
public final class OperationRunner implements AutoCloseable {

  private static final String UNEXPECTED = "Unexpected";

  private final Database database;
  private final Ids ids;
  private final MeterRegistry meters;
  private final AuditStore audit = new AuditStore();
  private final RefusalLog refusals;
  private final Map<String, OperationBinding<?, ?>> bound = new HashMap<>();

  /** Runs those operations; one of the model that is not among them is refused as unsupported. */
  public OperationRunner(
      Database database, Ids ids, MeterRegistry meters, List<OperationBinding<?, ?>> operations) {
    this.database = database;
    this.ids = ids;
    this.meters = meters;
    this.refusals = new RefusalLog(database, ids);
    for (OperationBinding<?, ?> each : operations) {
      if (bound.put(each.shape().name(), each) != null) {
        throw new IllegalArgumentException(each.shape().name() + " is bound twice");
      }
    }
  }

  /** Returns whether a class does that operation. */
  public boolean supports(OperationShape<?, ?> shape) {
    return bound.containsKey(shape.name());
  }

  /**
   * Runs one operation for an authenticated principal.
   *
   * @param input decodes and validates on demand, so that nothing is parsed for who may not call
   * @throws ModelledException an error that the model declares for the operation
   * @throws IllegalStateException when the operation throws one that it does not declare
   */
  public <I, O> O run(
      OperationShape<I, O> shape, Supplier<I> input, Principal principal, RequestOrigin request) {
    long begun = System.nanoTime();
    String outcome = AuditEntry.DONE;
    try {
      return available(() -> authorized(shape, input, principal, request));
    } catch (ModelledException refusal) {
      outcome = refusal.shape().name();
      throw refusal;
    } catch (RuntimeException | Error unexpected) {
      outcome = UNEXPECTED;
      throw unexpected;
    } finally {
      meters
          .timer("carillon.operations", "operation", shape.name(), "outcome", outcome)
          .record(Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private <I, O> O authorized(
      OperationShape<I, O> shape, Supplier<I> input, Principal principal, RequestOrigin request) {
    I read;
    Operation<I, O> operation;
    try {
      authorize(shape, principal);
      operation = operation(shape);
      read = input.get();
    } catch (ModelledException refusal) {
      // Not every operation declares AccessDenied; a denied caller gets Forbidden there.
      boolean told =
          !shape.readOnly()
              || refusal instanceof AccessDeniedException
              || refusal instanceof ForbiddenException;
      if (told) {
        refusals.record(entry(shape, principal, null, refusal, request));
      }
      throw refusal;
    }
    try {
      return done(shape, operation, read, principal, request);
    } catch (ModelledException refusal) {
      // The edge's own errors, such as 415, come with the input and are in no model.
      if (!shape.declares(refusal)) {
        throw new IllegalStateException(
            shape.name() + " does not declare " + refusal.shape().name() + " in the model",
            refusal);
      }
      throw refusal;
    }
  }

  private <I, O> O done(
      OperationShape<I, O> shape,
      Operation<I, O> operation,
      I read,
      Principal principal,
      RequestOrigin request) {
    return switch (operation) {
      case ReadOperation<I, O> reads ->
          database.read(
              principal.organizationId(),
              transaction -> reads.run(read, reading(shape, principal, transaction)));
      case SnapshotOperation<I, O> reads ->
          database.snapshot(
              principal.organizationId(),
              transaction -> reads.run(read, reading(shape, principal, transaction)));
      case OutsideOperation<I, O> asks ->
          database.outside(transaction -> asks.run(read, reading(shape, principal, transaction)));
      case WriteOperation<I, O> writes -> write(shape, writes, read, principal, request);
    };
  }

  private static OperationContext reading(
      OperationShape<?, ?> shape, Principal principal, Transaction transaction) {
    return new OperationContext(principal, shape.name(), 0, transaction);
  }

  /**
   * Translates an overloaded or lost database into the API's errors, for every query that serves a
   * request.
   */
  public static <O extends @Nullable Object> O available(Supplier<O> work) {
    try {
      return work.get();
    } catch (DatabaseBusyException busy) {
      throw Refusal.unavailable("the server is busy: too many changes are waiting; try again");
    } catch (DatabaseLostException lost) {
      throw Refusal.unavailable("the database does not answer, and nothing was changed; try again");
    } catch (UnknownOutcomeException unknown) {
      throw Refusal.failure(
          "the connection to the database was lost during the commit; read the resource before you"
              + " try again");
    }
  }

  private <I, O> O write(
      OperationShape<I, O> shape,
      WriteOperation<I, O> operation,
      I input,
      Principal principal,
      RequestOrigin request) {
    long auditId = ids.next();
    String target = target(shape, input);
    AuditEntry done = new AuditEntry(principal, shape.name(), target, AuditEntry.DONE, request);
    try {
      return database.write(
          principal.organizationId(),
          transaction -> {
            OperationContext context =
                new OperationContext(principal, shape.name(), auditId, transaction);
            O output = operation.run(input, context);
            audit.add(transaction, auditId, done, context.detail());
            return output;
          });
    } catch (DatabaseBusyException | DatabaseLostException | UnknownOutcomeException unserved) {
      throw unserved;
    } catch (RuntimeException refusal) {
      refusals.record(entry(shape, principal, target, refusal, request));
      throw refusal;
    }
  }

  private static AuditEntry entry(
      OperationShape<?, ?> shape,
      Principal principal,
      @Nullable String target,
      RuntimeException refusal,
      RequestOrigin request) {
    String outcome =
        refusal instanceof ModelledException modelled ? modelled.shape().name() : UNEXPECTED;
    return new AuditEntry(principal, shape.name(), target, outcome, request);
  }

  /** Writes the refusals that are only counted so far. */
  @Override
  public void close() {
    refusals.close();
  }

  private static void authorize(OperationShape<?, ?> shape, Principal principal) {
    if (principal.may("chime:" + shape.name())) {
      return;
    }
    String message =
        principal.arn() + " is not authorized to perform chime:" + shape.name() + " on resource *";
    AccessDeniedException denied = Refusal.accessDenied(message);
    if (shape.declares(denied)) {
      throw denied;
    }
    throw Refusal.forbidden(message);
  }

  @SuppressWarnings("unchecked") // bound pairs a shape with an operation of the same types
  private <I, O> Operation<I, O> operation(OperationShape<I, O> shape) {
    OperationBinding<?, ?> found = bound.get(shape.name());
    if (found == null) {
      throw Refusal.badRequest(shape.name() + " is not implemented by this server");
    }
    return (Operation<I, O>) found.operation();
  }

  /** Returns the last label of the path: the resource of the operation. */
  private static <I> @Nullable String target(OperationShape<I, ?> shape, I input) {
    List<Member> members = shape.input().members();
    @Nullable Object[] values = shape.input().read(input);
    String target = null;
    for (int i = 0; i < values.length; i++) {
      if (members.get(i).location() == Member.Location.LABEL) {
        target = String.valueOf(values[i]);
      }
    }
    return target;
  }
}
