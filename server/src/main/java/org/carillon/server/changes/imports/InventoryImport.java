package org.carillon.server.changes.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.shape.ModelledException;
import org.carillon.platform.db.DatabaseBusyException;
import org.carillon.platform.db.DatabaseLostException;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.Pieces;
import org.carillon.platform.db.UnknownOutcomeException;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.operations.SystemWork;
import org.carillon.server.Platform;
import org.carillon.server.inventory.numbers.Assignments;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.inventory.pool.NumberFile.Problem;
import org.carillon.server.inventory.pool.NumberFile.Row;
import org.carillon.server.inventory.pool.NumberPool;
import org.carillon.server.inventory.pool.PhoneNumberFacts;
import org.carillon.server.inventory.pool.Problems;
import org.carillon.server.people.users.UserNumbers;
import org.carillon.server.people.users.UserRef;
import org.carillon.server.people.users.UserStore;
import org.carillon.server.people.users.UsersFeature;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of a file over into an inventory: Unassigned, or given to the user whose e-mail
 * address a row names. Every row is checked before anything changes; then the rows are taken over
 * in transactions of some milliseconds, so that a server beside it goes on writing. What stops it
 * in the middle leaves the rows before taken over; a row that stands as the file says is passed
 * over, so that the same file can be imported again.
 */
public final class InventoryImport {

  private static final String JOB = "import-numbers";

  private final PhoneNumberFacts facts = new PhoneNumberFacts();
  private final SystemWork systemWork;
  private final PhoneNumberStore numbers;
  private final NumberingRules rules;
  private final UserStore users;
  private final UserNumbers userNumbers;
  private final NumberPool pool;
  private final Ids ids;

  /** Imports numbers for those users. */
  public InventoryImport(Platform platform, NumbersFeature numbers, UsersFeature users) {
    this.systemWork = platform.work();
    this.numbers = numbers.numbers();
    this.rules = new NumberingRules(facts, numbers.businessCalling());
    this.users = users.users();
    this.userNumbers = users.userNumbers();
    this.pool = new NumberPool(platform.database(), facts);
    this.ids = platform.ids();
  }

  /** The organization of the rows, and the product type of rows without one. */
  public record Target(String organizationId, PhoneNumberProductType productType) {}

  /**
   * The outcome of an import.
   *
   * @param added the number of imported rows; the others were there before
   * @param found the problems of the check, after which nothing changed; or the one that stopped
   *     the import, with the number of imported rows
   */
  public record Imported(int added, Problems found) {}

  /** Checks all the rows, then takes them over. */
  public Imported run(Target target, List<Row> rows) {
    Problems problems = new Problems();
    Map<String, Integer> numbersOfUsers = new HashMap<>();
    List<Row> missing = new ArrayList<>();
    Pieces checks = new Pieces();
    checks.each(
        rows,
        piece -> {
          Checked checked =
              record(target, checks, context -> check(context, target, piece, numbersOfUsers));
          numbersOfUsers.putAll(checked.counted());
          problems.addAll(checked.problems());
          missing.addAll(checked.missing());
        });
    return problems.isEmpty() ? takeOver(target, missing) : new Imported(0, problems);
  }

  private Imported takeOver(Target target, List<Row> rows) {
    AtomicInteger added = new AtomicInteger();
    AtomicReference<Row> at = new AtomicReference<>();
    Pieces pieces = new Pieces();
    try {
      pieces.each(
          rows,
          piece -> {
            at.set(piece.getFirst());
            record(target, pieces, context -> takeOver(context, target, piece, at::set));
            added.addAndGet(piece.size());
          });
      return new Imported(added.get(), new Problems());
    } catch (ModelledException refusal) {
      return stopped(at.get(), String.valueOf(refusal.getMessage()), added.get());
    } catch (DatabaseLostException | DatabaseBusyException away) {
      return stopped(at.get(), "the database does not answer", added.get());
    } catch (UnknownOutcomeException unknown) {
      return stopped(at.get(), "the connection was lost during the commit", added.get());
    }
  }

  private static Imported stopped(Row at, String why, int added) {
    Problems problem = new Problems();
    problem.add(
        at.line(),
        "%s; the %d rows before are imported: repair this and import the same file again, which skips them"
            .formatted(why, added));
    return new Imported(added, problem);
  }

  private <R> R record(Target target, Pieces pieces, Function<OperationContext, R> step) {
    AtomicReference<R> result = new AtomicReference<>();
    systemWork.record(
        target.organizationId(),
        JOB,
        null,
        context -> {
          result.set(pieces.timed(() -> step.apply(context)));
          return result.get() instanceof Boolean changed && changed;
        });
    return result.get();
  }

  /**
   * The result of checking some rows.
   *
   * @param missing the rows that are not imported yet
   * @param counted how many numbers each user of them would have, by the user's id
   */
  private record Checked(List<Row> missing, List<Problem> problems, Map<String, Integer> counted) {}

  private Checked check(
      OperationContext context,
      Target target,
      List<Row> piece,
      Map<String, Integer> numbersOfUsers) {
    Map<E164, PhoneNumber> present = present(context, piece);
    Checked checked = new Checked(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    for (Row row : piece) {
      try {
        if (!stands(context, target, row, present)) {
          UserRef user = verify(context, target, row, present);
          if (user != null) {
            verifyRoom(context, row, user, numbersOfUsers, checked.counted());
          }
          checked.missing().add(row);
        }
      } catch (ModelledException refusal) {
        checked.problems().add(new Problem(row.line(), String.valueOf(refusal.getMessage())));
      }
    }
    return checked;
  }

  /**
   * Returns whether the number is in the inventory for that product, and its user's if the row
   * names one.
   */
  private boolean stands(
      OperationContext context, Target target, Row row, Map<E164, PhoneNumber> present) {
    PhoneNumber number = present.get(row.e164());
    return number != null
        && number.isHeld()
        && number.productType() == product(target, row)
        && (row.email() == null
            || userNumbers.isOf(context, number, holder(context, row.email()).userId()));
  }

  private Map<E164, PhoneNumber> present(OperationContext context, List<Row> piece) {
    return numbers.lockAll(context, piece.stream().map(Row::e164).collect(Collectors.toList()));
  }

  /** Answers whose the number shall be; null for one that stays Unassigned. */
  private @Nullable UserRef verify(
      OperationContext context, Target target, Row row, Map<E164, PhoneNumber> present) {
    PhoneNumberProductType product = product(target, row);
    rules.verify(context, row, product);
    PhoneNumber before = present.get(row.e164());
    if (before != null) {
      before.refuseOrderedAnew(context.now());
    } else if (numbers.isClaimed(context, row.e164())) {
      throw Refusal.badRequest(row.e164() + " is not available");
    }
    if (row.email() == null) {
      return null;
    }
    if (product != PhoneNumberProductType.BUSINESS_CALLING) {
      throw Refusal.badRequest("users can hold only BusinessCalling numbers; leave the e-mail out");
    }
    return holder(context, row.email());
  }

  /**
   * Refuses one number more than a user can have, those of the rows before included.
   *
   * @param earlier how many each user would have with the pieces before, by the user's id
   * @param counted how many with this piece too, so far
   */
  private void verifyRoom(
      OperationContext context,
      Row row,
      UserRef user,
      Map<String, Integer> earlier,
      Map<String, Integer> counted) {
    int before =
        counted.computeIfAbsent(
            user.userId(),
            id ->
                earlier.containsKey(id)
                    ? earlier.get(id)
                    : userNumbers.held(context, user.accountId(), id));
    int after = before + 1;
    counted.put(user.userId(), after);
    Assignments.OF_A_USER.refuseBeyond(context, "user " + row.email(), 1, most -> before);
  }

  private UserRef holder(OperationContext context, String email) {
    List<UserRef> found = users.findByEmail(context, email);
    return switch (found.size()) {
      case 0 ->
          throw Refusal.badRequest(
              "the organization has no user with the e-mail " + email + "; create the user first");
      case 1 -> found.getFirst();
      default ->
          throw Refusal.badRequest(
              "e-mail " + email + " belongs to users of several accounts; leave it out");
    };
  }

  private static PhoneNumberProductType product(Target target, Row row) {
    return row.productType() == null ? target.productType() : row.productType();
  }

  private boolean takeOver(
      OperationContext context, Target target, List<Row> piece, Consumer<Row> at) {
    // Users come before numbers, as everywhere.
    users.lockWithEmails(context, piece.stream().map(Row::email).filter(Objects::nonNull).toList());
    Map<E164, PhoneNumber> present = present(context, piece);
    List<PhoneNumber> tenures = new ArrayList<>();
    for (Row row : piece) {
      at.accept(row);
      // Verify again, since time has passed; a refusal now undoes this piece.
      verify(context, target, row, present);
      PhoneNumber before = present.get(row.e164());
      if (before != null) {
        numbers.remove(context, before);
      }
      PhoneNumberFacts.Facts known = facts.of(row.e164());
      PhoneNumber tenure =
          PhoneNumber.ordered(
                  target.organizationId(),
                  new NumberKey(ids.next()),
                  row.e164(),
                  null,
                  product(target, row),
                  known.country(),
                  row.type() == null ? known.type() : row.type(),
                  null,
                  context.now())
              .acquired(context.now());
      if (!pool.claim(context.transaction(), row.e164(), tenure.reference())) {
        throw Refusal.badRequest(row.e164() + " is not available");
      }
      tenures.add(tenure);
    }
    numbers.add(context, tenures);
    for (Row row : piece) {
      at.accept(row);
      context.auditSubject(row.e164().text());
      if (row.email() != null) {
        UserRef user = holder(context, row.email());
        userNumbers.assign(context, user.accountId(), user.userId(), row.e164());
      }
    }
    return true;
  }
}
