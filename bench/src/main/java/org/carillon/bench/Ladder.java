package org.carillon.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.app.Main;
import org.carillon.app.installation.Installation;
import org.carillon.app.settings.Settings;
import org.carillon.platform.db.Engine;

/**
 * Measures one engine from the bottom up: plain statements, operations in this process, signed
 * calls to a server, and the web server alone, all within minutes on the same machine.
 */
final class Ladder {

  private static final Signer.Credentials CREDENTIALS =
      new Signer.Credentials("CARIBENCHBENCHBENCH1", "the-secret-of-a-server-that-ends-with-it");
  private static final int HOT_NUMBERS = 4;

  private final Load load;
  private final int clients;
  private final Path folder;

  /**
   * @param folder empty, for the server's data and logs
   */
  Ladder(Load load, int clients, Path folder) {
    this.load = load;
    this.clients = clients;
    this.folder = folder;
  }

  private record Pair(Figures reading, Figures assigning) {

    long failed() {
      return reading.failed() + assigning.failed();
    }
  }

  private record Served(Stock stock, Pair web, Pair signed, Pair hot) {}

  /**
   * Measures and prints a table.
   *
   * @param databaseUrl empty for SQLite in the folder
   * @return how many operations went wrong
   */
  long climb(Engine engine, String databaseUrl) throws Exception {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put("--data", folder.resolve("data").toString());
    flags.put("--orders-answer-after", "0s");
    flags.put("--sweeps-every", "500ms");
    if (!databaseUrl.isEmpty()) {
      flags.put("--database-url", databaseUrl);
    }
    Served served = serve(flags);
    Stock stock = served.stock();
    try (Installation installation = Installation.open(Settings.read(flags, Map.of(), folder))) {
      OperationClients operations = new OperationClients(installation, CREDENTIALS.id(), clients);
      Pair unsigned =
          new Pair(
              here("GetPhoneNumber in process", operations.readers(stock.numbers())),
              here("Associate, Disassociate in process", operations.assigners(stock)));
      PlainSql sql = new PlainSql(operations.organizationId(), installation.database().engine());
      EngineClients statements =
          new EngineClients(installation.database(), installation.ids(), sql, clients);
      Pair bare =
          new Pair(
              here("bare engine, GetPhoneNumber's statement", statements.readers(stock.numbers())),
              here(
                  "bare engine, statements of Associate, Disassociate",
                  statements.assigners(stock)));
      print(Conditions.words(engine), served, unsigned, bare);
      return served.web().failed()
          + served.signed().failed()
          + served.hot().failed()
          + unsigned.failed()
          + bare.failed();
    }
  }

  private Served serve(Map<String, String> flags) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
    flags.forEach((flag, value) -> arguments.addAll(List.of(flag, value)));
    Map<String, String> environment =
        Map.of(
            "CARILLON_ROOT_ACCESS_KEY_ID", CREDENTIALS.id(),
            "CARILLON_ROOT_SECRET_ACCESS_KEY", CREDENTIALS.secret());
    try (Child server =
        Child.start(Main.class.getName(), arguments, environment, folder.resolve("server.log"))) {
      Stock stock = Stock.order(server.address(), CREDENTIALS);
      List<String> hot = stock.numbers().subList(0, HOT_NUMBERS);
      ApiClients api = new ApiClients(server.address(), CREDENTIALS, clients);
      Pair signed =
          new Pair(
              load.run("signed GetPhoneNumber", server::cpu, api.readers(stock.numbers())),
              load.run(
                  "signed Associate, Disassociate",
                  server::cpu,
                  api.assigners(stock, stock.numbers())));
      Pair contended =
          new Pair(
              load.run("signed GetPhoneNumber, 4 hot numbers", server::cpu, api.readers(hot)),
              load.run(
                  "signed Associate, Disassociate, 4 hot numbers",
                  server::cpu,
                  api.assigners(stock, hot)));
      return new Served(stock, bareWeb(server, stock), signed, contended);
    }
  }

  /** The same requests, and answers of the same size, without anything behind the web server. */
  private Pair bareWeb(Child server, Stock stock) throws Exception {
    int size;
    try (SignedClient client = new SignedClient(server.address(), CREDENTIALS)) {
      size = client.body(Call.getPhoneNumber(stock.numbers().getFirst())).getBytes(UTF_8).length;
    }
    try (Child web =
        Child.start(
            BareWebServer.class.getName(),
            List.of(Integer.toString(size)),
            Map.of(),
            folder.resolve("bare-web-server.log"))) {
      ApiClients same = new ApiClients(web.address(), CREDENTIALS, clients);
      return new Pair(
          load.run("bare web server, GET", web::cpu, same.readers(stock.numbers())),
          load.run("bare web server, POST", web::cpu, same.assigners(stock, stock.numbers())));
    }
  }

  private Figures here(String name, List<Client> all) throws Exception {
    return load.run(name, Ladder::cpu, all);
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private static void print(String engine, Served served, Pair unsigned, Pair bare) {
    Report report = new Report(engine);
    report.add(served.web().reading());
    report.add(served.web().assigning());
    report.add(bare.reading());
    report.add(bare.assigning());
    report.add(unsigned.reading(), bare.reading());
    report.add(unsigned.assigning(), bare.assigning());
    report.add(served.signed().reading(), served.web().reading(), bare.reading());
    report.add(served.hot().reading(), served.web().reading(), bare.reading());
    report.add(served.signed().assigning(), served.web().assigning(), bare.assigning());
    report.add(served.hot().assigning(), served.web().assigning(), bare.assigning());
    IO.println("\n" + report.text() + "\n");
  }
}
