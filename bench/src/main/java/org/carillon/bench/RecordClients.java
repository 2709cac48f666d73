package org.carillon.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carillon.api.model.BatchPutRecordInput;
import org.carillon.api.model.ListVisibleRecordsInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PutRecordInput;
import org.carillon.api.model.RecordDirection;
import org.carillon.api.model.RecordItem;
import org.carillon.api.model.RecordKind;
import org.carillon.api.model.RecordOutcome;
import org.carillon.api.model.RecordReport;
import org.carillon.api.model.RecordUserReport;
import org.carillon.api.shape.OperationShape;
import org.carillon.server.platform.identity.Principal;
import org.carillon.server.platform.operations.OperationRunner;
import org.carillon.server.platform.operations.Request;

/** Makes clients that record calls and look at what users may see, in this process. */
final class RecordClients {

  /** How many reports a batch holds. */
  static final int BATCH = 100;

  private static final Request REQUEST =
      new Request("00000000-0000-4000-8000-000000000000", "127.0.0.1");

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

  /** What one client does over and over. */
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

  /** Each reads a page of what a user chosen at random may see. */
  List<Client> looking(Function<Random, ListVisibleRecordsInput.Builder> query) {
    return clients(random ->
        run(
            Operations.LIST_VISIBLE_RECORDS,
            query.apply(random).accountId(RecordStock.ACCOUNT).build()));
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
        .kind(RecordKind.CALL)
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
