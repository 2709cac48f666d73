package org.carillon.server.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.shape.ModelledException;
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
    each(target, rows, (call, batch) -> check(call, target, batch, problems), problems);
    if (problems.isEmpty()) {
      each(target, rows, (call, batch) -> takeOver(call, target, batch), problems);
    }
    return problems;
  }

  /** One step over one batch of rows; answers whether it changed anything. */
  private interface Step {
    boolean apply(Call call, List<Row> batch);
  }

  private void each(Target target, List<Row> rows, Step step, List<Problem> problems) {
    for (int from = 0; from < rows.size() && problems.size() < PROBLEMS; from += BATCH) {
      List<Row> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
      try {
        background.record(target.organizationId(), JOB, null, call -> step.apply(call, batch));
      } catch (ModelledException refusal) {
        problems.add(
            new Problem(
                batch.getFirst().line(),
                refusal.getMessage() + "; " + from + " rows before this line were taken over"));
        return;
      }
    }
  }

  private boolean check(Call call, Target target, List<Row> batch, List<Problem> problems) {
    Map<String, PhoneNumber> present = present(call, batch);
    for (Row row : batch) {
      try {
        verify(call, target, row, present);
      } catch (ModelledException refusal) {
        problems.add(new Problem(row.line(), String.valueOf(refusal.getMessage())));
      }
    }
    return false;
  }

  private Map<String, PhoneNumber> present(Call call, List<Row> batch) {
    return numbers.lock(call, batch.stream().map(Row::e164).collect(Collectors.toList()));
  }

  private void verify(Call call, Target target, Row row, Map<String, PhoneNumber> present) {
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
    if (row.email() != null) {
      if (product != PhoneNumberProductType.BUSINESS_CALLING) {
        throw Refusal.badRequest("only BusinessCalling numbers go to users");
      }
      holder(call, row.email());
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

  private boolean takeOver(Call call, Target target, List<Row> batch) {
    Map<String, PhoneNumber> present = present(call, batch);
    List<PhoneNumber> tenures = new ArrayList<>();
    for (Row row : batch) {
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
      call.concerns(row.e164());
      if (row.email() != null) {
        Whereabouts user = holder(call, row.email());
        userNumbers.give(call, user.accountId(), user.userId(), row.e164());
      }
    }
    return true;
  }
}
