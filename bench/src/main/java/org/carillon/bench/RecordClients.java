package org.carillon.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carillon.api.model.BatchPutRecordInput;
import org.carillon.api.model.ListVisibleRecordsInput;
import org.carillon.api.model.ListVisibleRecordsOutput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PutRecordInput;
import org.carillon.api.model.RecordDirection;
import org.carillon.api.model.RecordItem;
import org.carillon.api.model.RecordOutcome;
import org.carillon.api.model.RecordReport;
import org.carillon.api.model.RecordType;
import org.carillon.api.model.RecordUserReport;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.identity.Principal;
import org.carillon.platform.operations.OperationRunner;
import org.carillon.platform.operations.RequestOrigin;
import org.jspecify.annotations.Nullable;

/** Makes clients that record calls and look at what users may see, in this process. */
final class RecordClients {

  /** The reports of a batch. */
  static final int BATCH = 100;

  /** The most records in a page. */
  static final int PAGE = 100;

  private static final RequestOrigin REQUEST =
      new RequestOrigin("00000000-0000-4000-8000-000000000000", "127.0.0.1");

  private final OperationRunner runner;
  private final RecordStock stock;
  private final Instant now;
  private final int count;

  RecordClients(OperationRunner runner, RecordStock stock, Instant now, int count) {
    this.runner = runner;
    this.stock = stock;
    this.now = now;
    this.count = count;
  }

  /** The repeated work of one client. */
  private record Repeated(Runnable step) implements Client {

    @Override
    public Outcome next() {
      step.run();
      return Outcome.DONE;
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }

  /** Each records one call at a time. */
  List<Client> putting() {
    return clients(random -> run(Operations.PUT_RECORD, new PutRecordInput(id(), report(random))));
  }

  /** Each records {@link #BATCH} calls at a time. */
  List<Client> puttingBatches() {
    return clients(random -> {
      List<RecordItem> items =
          Stream.generate(() -> new RecordItem(id(), report(random))).limit(BATCH).toList();
      var errors =
          Objects.requireNonNull(
              run(Operations.BATCH_PUT_RECORD, new BatchPutRecordInput(items)).recordErrors());
      if (!errors.isEmpty()) {
        throw new IllegalStateException(errors.toString());
      }
    });
  }

  /**
   * Each reads what a user chosen at random may see, page after page until so many records are
   * found as one page holds, or the list ends.
   *
   * @param looks counts them
   */
  List<Client> looking(Function<Random, ListVisibleRecordsInput.Builder> query, Looks looks) {
    return IntStream.range(0, count)
        .<Client>mapToObj(seed -> new Looker(new Random(seed), query, looks))
        .toList();
  }

  /** The count of pages that all clients read. */
  static final class Looks {

    private final LongAdder looks = new LongAdder();
    private final LongAdder pages = new LongAdder();

    private void ended(int read) {
      looks.increment();
      pages.add(read);
    }

    /** Pages until one was full or the list ended, on the average. */
    double pagesEach() {
      return (double) pages.sum() / Math.max(1, looks.sum());
    }
  }

  /** Reads one page at a time. */
  private final class Looker implements Client {

    private final Random random;
    private final Function<Random, ListVisibleRecordsInput.Builder> query;
    private final Looks looks;
    private @Nullable ListVisibleRecordsInput next;
    private int found;
    private int pages;

    Looker(Random random, Function<Random, ListVisibleRecordsInput.Builder> query, Looks looks) {
      this.random = random;
      this.query = query;
      this.looks = looks;
    }

    @Override
    public Outcome next() {
      ListVisibleRecordsInput asked =
          next == null
              ? query.apply(random).accountId(RecordStock.ACCOUNT).maxResults(PAGE).build()
              : next;
      ListVisibleRecordsOutput page = run(Operations.LIST_VISIBLE_RECORDS, asked);
      pages++;
      found += Objects.requireNonNull(page.records()).size();
      if (page.nextToken() == null || found >= PAGE) {
        looks.ended(pages);
        pages = 0;
        next = null;
        found = 0;
      } else {
        next = asked.toBuilder().nextToken(page.nextToken()).build();
      }
      return Outcome.DONE;
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }

  /** A user assigned to five lines. */
  static String anybody(Random random) {
    return "user-" + (1 + random.nextInt(RecordStock.USERS - 1));
  }

  private <I, O> O run(OperationShape<I, O> shape, I input) {
    return runner.run(
        shape, () -> input, Principal.system(stock.organizationId(), "bench"), REQUEST);
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private RecordReport report(Random random) {
    return RecordReport.builder()
        .sequence(1)
        .type(RecordType.CALL)
        .direction(RecordDirection.INBOUND)
        .outcome(RecordOutcome.ANSWERED)
        .e164PhoneNumber("+1206555" + (1_000 + random.nextInt(RecordStock.LINES)))
        .otherParty("+14155550199")
        .startedTimestamp(now)
        .users(List.of(new RecordUserReport(anybody(random), null, null)))
        .build();
  }

  private List<Client> clients(Consumer<Random> step) {
    List<Client> clients = new ArrayList<>();
    IntStream.range(0, count)
        .mapToObj(Random::new)
        .forEach(random -> clients.add(new Repeated(() -> step.accept(random))));
    return clients;
  }
}
