package org.carillon.server.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.shape.ModelledException;
import org.carillon.server.numbers.Assignments;
import org.carillon.server.numbers.PhoneNumber;
import org.carillon.server.numbers.PhoneNumberStore;
import org.carillon.server.numbers.ProductFit;
import org.carillon.server.platform.db.Keys;
import org.carillon.server.platform.operations.Background;
import org.carillon.server.platform.operations.Call;
import org.carillon.server.platform.operations.Refusal;
import org.carillon.server.pool.NumberFile.Problem;
import org.carillon.server.pool.NumberFile.Row;
import org.carillon.server.pool.NumberPool;
import org.carillon.server.pool.PhoneNumberFacts;
import org.carillon.server.users.UserNumbers;
import org.carillon.server.users.UserStore;
import org.carillon.server.users.UserStore.Whereabouts;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of a file over into an inventory: Unassigned, or given to the user whose e-mail
 * address a row names. Every row is checked before anything changes; then the rows are taken over
 * five thousand at a time, so that a server beside it goes on writing.
 */
public final class InventoryImport {

  private static final int BATCH = 5_000;
  private static final int PROBLEMS = 100;
  private static final String JOB = "import-numbers";

  private final Background background;
  private final PhoneNumberStore numbers;
  private final UserStore users;
  private final UserNumbers userNumbers;
  private final NumberPool pool;
  private final PhoneNumberFacts facts;
  private final Keys keys;

  /** An import into the inventories behind those features. */
  public InventoryImport(
      Background background,
      PhoneNumberStore numbers,
      UserStore users,
      UserNumbers userNumbers,
      NumberPool pool,
      PhoneNumberFacts facts,
      Keys keys) {
    this.background = background;
    this.numbers = numbers;
    this.users = users;
    this.userNumbers = userNumbers;
    this.pool = pool;
    this.facts = facts;
    this.keys = keys;
  }

  /** Where the rows go, and what they are when they do not say themselves. */
  public record Target(String organizationId, PhoneNumberProductType productType) {}

  /**
   * Checks all the rows, then takes them over.
   *
   * @return the first hundred problems that the check found, when nothing was changed; or the one
   *     that stopped the take-over because something changed meanwhile, which says what was kept
   */
  public List<Problem> run(Target target, List<Row> rows) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Integer> numbersOfUsers = new HashMap<>();
    each(
        target,
        rows,
        (call, batch, _) -> check(call, target, batch, numbersOfUsers, problems),
        problems);
    if (problems.isEmpty()) {
      each(target, rows, (call, batch, at) -> takeOver(call, target, batch, at), problems);
    }
    return problems;
  }

  /**
   * One step over one batch of rows; tells which row it is at, and answers whether it changed
   * anything.
   */
  private interface Step {
    boolean apply(Call call, List<Row> batch, Consumer<Row> at);
  }

  private void each(Target target, List<Row> rows, Step step, List<Problem> problems) {
    for (int from = 0; from < rows.size() && problems.size() < PROBLEMS; from += BATCH) {
      List<Row> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
      AtomicReference<Row> at = new AtomicReference<>(batch.getFirst());
      try {
        background.record(
            target.organizationId(), JOB, null, call -> step.apply(call, batch, at::set));
      } catch (ModelledException refusal) {
        problems.add(
            new Problem(
                at.get().line(),
                "%s; the %d rows before line %d were taken over"
                    .formatted(refusal.getMessage(), from, batch.getFirst().line())));
        return;
      }
    }
  }

  private boolean check(
      Call call,
      Target target,
      List<Row> batch,
      Map<String, Integer> numbersOfUsers,
      List<Problem> problems) {
    Map<String, PhoneNumber> present = present(call, batch);
    Map<String, Integer> counted = new HashMap<>();
    List<Problem> found = new ArrayList<>();
    for (Row row : batch) {
      try {
        Whereabouts user = verify(call, target, row, present);
        if (user != null) {
          verifyRoom(call, row, user, numbersOfUsers, counted);
        }
      } catch (ModelledException refusal) {
        found.add(new Problem(row.line(), String.valueOf(refusal.getMessage())));
      }
    }
    // At the end, since the database may have this run again.
    numbersOfUsers.putAll(counted);
    problems.addAll(found);
    return false;
  }

  private Map<String, PhoneNumber> present(Call call, List<Row> batch) {
    return numbers.lock(call, batch.stream().map(Row::e164).collect(Collectors.toList()));
  }

  /** Answers whose the number shall be; null for one that stays Unassigned. */
  private @Nullable Whereabouts verify(
      Call call, Target target, Row row, Map<String, PhoneNumber> present) {
    PhoneNumberFacts.Facts known = facts.of(row.e164());
    PhoneNumberProductType product = product(target, row);
    ProductFit.verify(
        row.e164(), known.country(), row.type() == null ? known.type() : row.type(), product);
    PhoneNumber before = present.get(row.e164());
    if (before != null) {
      before.refuseOrderedAnew(call.now());
    } else if (numbers.isClaimed(call, row.e164())) {
      throw Refusal.badRequest(row.e164() + " is not available");
    }
    if (row.email() == null) {
      return null;
    }
    if (product != PhoneNumberProductType.BUSINESS_CALLING) {
      throw Refusal.badRequest("only BusinessCalling numbers go to users");
    }
    return holder(call, row.email());
  }

  /**
   * Refuses one number more than a user can have, those of the rows before included.
   *
   * @param earlier how many each user would have with the batches before, by the user's id
   * @param counted how many with this batch too, so far
   */
  private void verifyRoom(
      Call call,
      Row row,
      Whereabouts user,
      Map<String, Integer> earlier,
      Map<String, Integer> counted) {
    int before =
        counted.computeIfAbsent(
            user.userId(),
            id ->
                earlier.containsKey(id)
                    ? earlier.get(id)
                    : userNumbers.held(call, user.accountId(), id));
    int after = before + 1;
    counted.put(user.userId(), after);
    if (after > Assignments.NUMBERS_A_USER) {
      throw Refusal.badRequest(
          "with this row user %s would have %d numbers, and %d are the most there may be; give it to somebody else"
              .formatted(row.email(), after, Assignments.NUMBERS_A_USER));
    }
  }

  private Whereabouts holder(Call call, String email) {
    List<Whereabouts> found = users.withEmail(call, email);
    return switch (found.size()) {
      case 0 -> throw Refusal.badRequest("the organization has no user " + email);
      case 1 -> found.getFirst();
      default -> throw Refusal.badRequest(email + " is a user of several accounts");
    };
  }

  private static PhoneNumberProductType product(Target target, Row row) {
    return row.productType() == null ? target.productType() : row.productType();
  }

  private boolean takeOver(Call call, Target target, List<Row> batch, Consumer<Row> at) {
    Map<String, PhoneNumber> present = present(call, batch);
    List<PhoneNumber> tenures = new ArrayList<>();
    for (Row row : batch) {
      at.accept(row);
      // Again, since time has passed; whatever is refused now undoes this batch.
      verify(call, target, row, present);
      PhoneNumber before = present.get(row.e164());
      if (before != null) {
        numbers.remove(call, before);
      }
      PhoneNumberFacts.Facts known = facts.of(row.e164());
      PhoneNumber tenure =
          PhoneNumber.ordered(
                  target.organizationId(),
                  keys.next(),
                  row.e164(),
                  null,
                  product(target, row),
                  known.country(),
                  row.type() == null ? known.type() : row.type(),
                  null,
                  call.now())
              .acquired(call.now());
      if (!pool.claim(call.transaction(), row.e164(), tenure.reference())) {
        throw Refusal.badRequest(row.e164() + " is not available");
      }
      tenures.add(tenure);
    }
    numbers.add(call, tenures);
    for (Row row : batch) {
      at.accept(row);
      call.concerns(row.e164());
      if (row.email() != null) {
        Whereabouts user = holder(call, row.email());
        userNumbers.give(call, user.accountId(), user.userId(), row.e164());
      }
    }
    return true;
  }
}
