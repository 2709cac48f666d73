package org.carillon.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One organization reads as fast as it can beside a single writer of another. */
@Command(
    name = "readers",
    mixinStandardHelpOptions = true,
    description = "Readers of one organization beside one writer of another, on SQLite.")
final class ReaderFault implements Callable<Integer> {

  private static final Pattern ORGANIZATION = Pattern.compile("\\b\\d{12}\\b");
  private static final Pattern KEY = Pattern.compile("AWS_ACCESS_KEY_ID=(\\S+)");
  private static final Pattern SECRET = Pattern.compile("AWS_SECRET_ACCESS_KEY=(\\S+)");

  @Mixin private ProgramUnderTest program = new ProgramUnderTest();

  @Option(
      names = "--clients",
      split = ",",
      defaultValue = "1,16,32,64",
      description = "how many readers, one run each; ${DEFAULT-VALUE}")
  private List<Integer> clients = List.of();

  @Option(names = "--seconds", defaultValue = "10", description = "of each run; ${DEFAULT-VALUE}")
  private int seconds = 10;

  ReaderFault() {}

  @Override
  public Integer call() throws Exception {
    Path folder = ProgramUnderTest.newFolder();
    long failed = 0;
    try (Child server = program.serve(folder, Map.of("CARILLON_ORDERS_ANSWER_AFTER", "0s"))) {
      Stock stock = Stock.order(server.address(), ProgramUnderTest.ROOT);
      Signer.Credentials other = otherOrganization(folder);
      IO.println(
          "| readers | reads/s | read p50 ms | p99 ms | other's write p50 ms | p99 ms"
              + " | live p50 ms | live longest ms | live unanswered |");
      IO.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
      for (int count : clients) {
        failed += measure(server, stock, other, count);
      }
    }
    return failed == 0 ? 0 : 1;
  }

  private long measure(Child server, Stock stock, Signer.Credentials other, int count)
      throws Exception {
    try (PacedWriter writer = new PacedWriter(server.address(), other)) {
      LiveWatch live = new LiveWatch(server.address());
      Figures figures;
      try (live) {
        List<Client> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          all.add(new Lister(new SignedClient(server.address(), ProgramUnderTest.ROOT), stock, i));
        }
        Load load = new Load(Duration.ofSeconds(2), Duration.ofSeconds(seconds));
        figures = load.run("readers", server::cpu, all);
      }
      IO.println(
          String.format(
              Locale.ROOT,
              "| %d | %.0f | %.1f | %.0f | %s | %s |",
              count,
              figures.rate(),
              figures.latencies().millis(0.5),
              figures.latencies().millis(0.99),
              writer.cells(),
              live.cells()));
      return figures.failed() + live.failed() + writer.failed();
    }
  }

  /** Makes a second organization by the command line; the running server then serves it. */
  private Signer.Credentials otherOrganization(Path folder)
      throws IOException, InterruptedException {
    String made = program.run(folder, "organization", "create", "Other");
    String id = first(ORGANIZATION, made, 0);
    String key = program.run(folder, "key", "create", "--organization", id);
    return new Signer.Credentials(first(KEY, key, 1), first(SECRET, key, 1));
  }

  private static String first(Pattern pattern, String text, int group) throws IOException {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IOException("no " + pattern + " in " + text);
    }
    return found.group(group);
  }

  /** Lists and searches in turn, as a console does. */
  private static final class Lister implements Client {

    private final SignedClient client;
    private final List<String> numbers;
    private int turn;

    Lister(SignedClient client, Stock stock, int turn) {
      this.client = client;
      this.numbers = stock.numbers();
      this.turn = turn;
    }

    @Override
    public Outcome next() throws IOException, GeneralSecurityException {
      turn++;
      Call call =
          switch (turn % 3) {
            case 0 -> Call.get("/phone-numbers", "max-results=50");
            case 1 -> Call.get("/phone-number-inventory", "digits=555&max-results=50");
            default -> Call.getPhoneNumber(numbers.get(turn % numbers.size()));
          };
      return client.status(call) == 200 ? Outcome.DONE : Outcome.FAILED;
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }
}
