package org.carillon.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Call engines report as fast as they can while orders must go through. */
@Command(
    name = "reports",
    mixinStandardHelpOptions = true,
    description =
        "BatchPutRecord from many connections beside one order after the other, on SQLite.")
final class ReportFault implements Callable<Integer> {

  private static final byte[] READY =
      "GET /health/ready HTTP/1.1\r\nHost: ready\r\n\r\n".getBytes(ISO_8859_1);
  private static final int BATCH = 100;
  private static final int ORDER_SECONDS = 20;

  @Mixin private ProgramUnderTest program = new ProgramUnderTest();

  @Option(names = "--connections", defaultValue = "64", description = "${DEFAULT-VALUE}")
  private int connections = 64;

  @Option(names = "--seconds", defaultValue = "60", description = "${DEFAULT-VALUE}")
  private int seconds = 60;

  ReportFault() {}

  @Override
  public Integer call() throws Exception {
    Path folder = ProgramUnderTest.newFolder();
    try (Child server = program.serve(folder, Map.of("CARILLON_ORDERS_ANSWER_AFTER", "0s"));
        ExecutorService orders = Executors.newSingleThreadExecutor()) {
      Stock stock = Stock.order(server.address(), ProgramUnderTest.ROOT);
      List<Client> engines = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        engines.add(
            new CallEngine(
                new SignedClient(server.address(), ProgramUnderTest.ROOT),
                stock.numbers().get(i % stock.numbers().size())));
      }
      Load load = new Load(Duration.ofSeconds(2), Duration.ofSeconds(seconds));
      LiveWatch live = new LiveWatch(server.address());
      Figures figures;
      Future<Orders> ordered;
      try (live) {
        long end = System.nanoTime() + (seconds + 2) * 1_000_000_000L;
        ordered = orders.submit(() -> order(server, end));
        figures = load.run("reports", server::cpu, engines);
      }
      Orders came = ordered.get();
      IO.println(
          "| connections | reports/s | failed | orders | order p50 ms | order longest ms | stuck"
              + " | ready p99 ms | live p50 ms | live longest ms | live unanswered |");
      IO.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
      IO.println(
          String.format(
              Locale.ROOT,
              "| %d | %.0f | %d | %d | %.0f | %.0f | %d | %.0f | %s |",
              connections,
              figures.rate() * BATCH,
              figures.failed(),
              came.fulfilled.count(),
              came.fulfilled.millis(0.5),
              came.fulfilled.millis(1),
              came.stuck,
              came.ready.millis(0.99),
              live.cells()));
      return came.stuck == 0 && figures.failed() == 0 && live.failed() == 0 ? 0 : 1;
    }
  }

  /** The outcomes of the orders. */
  private static final class Orders {

    private final Latencies fulfilled = new Latencies();
    private final Latencies ready = new Latencies();
    private int stuck;
  }

  private static Orders order(Child server, long end) throws Exception {
    Orders came = new Orders();
    OrderWatch watch = new OrderWatch(server.address());
    for (int i = 0; System.nanoTime() < end; i++) {
      long begun = System.nanoTime();
      try (Connection connection = new Connection(server.address())) {
        connection.exchange(READY);
      }
      came.ready.add(System.nanoTime() - begun);
      long took = watch.await(watch.order("+1206555%04d".formatted(100 + i % 100)), ORDER_SECONDS);
      if (took < 0) {
        came.stuck++;
      } else {
        came.fulfilled.add(took * 1_000_000);
      }
      Thread.sleep(500);
    }
    return came;
  }

  /** Reports a hundred calls of one number at a time. */
  private record CallEngine(SignedClient client, String number) implements Client {

    @Override
    public Outcome next() throws IOException, GeneralSecurityException {
      String started = Instant.now().toString();
      String items =
          Stream.generate(() ->
                  """
                  {"RecordId":"%s","Report":{"Sequence":1,"Type":"Call","Direction":"Inbound",\
                  "Outcome":"Missed","E164PhoneNumber":"%s","StartedTimestamp":"%s"}}\
                  """
                      .formatted(UUID.randomUUID(), number, started))
              .limit(BATCH)
              .collect(Collectors.joining(","));
      int status =
          client.status(
              Call.post("/records", "operation=batch-put", "{\"RecordItems\":[" + items + "]}"));
      return switch (status) {
        case 200 -> Outcome.DONE;
        case 503 -> Outcome.REFUSED;
        default -> Outcome.FAILED;
      };
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }
}
