package org.carillon.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Two readers send the longest and most expensive text that a request can hold. */
@Command(
    name = "patterns",
    mixinStandardHelpOptions = true,
    description = "Two requests for accounts by an e-mail address of 4,000 at signs.")
final class PatternFault implements Callable<Integer> {

  @Mixin private ProgramUnderTest program = new ProgramUnderTest();

  PatternFault() {}

  @Override
  public Integer call() throws Exception {
    Path folder = ProgramUnderTest.newFolder();
    Call hard = Call.get("/accounts", "user-email=" + "%40".repeat(4000));
    try (Child server = program.serve(folder, Map.of());
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      LiveWatch live = new LiveWatch(server.address());
      List<Future<String>> asked;
      try (live) {
        Callable<String> ask =
            () -> {
              long begun = System.nanoTime();
              try (SignedClient client =
                  new SignedClient(server.address(), ProgramUnderTest.ROOT)) {
                int status = client.status(hard);
                return status + " after " + (System.nanoTime() - begun) / 1_000_000 + " ms";
              }
            };
        asked = threads.invokeAll(List.of(ask, ask), 20, TimeUnit.SECONDS);
        Thread.sleep(1000);
      }
      // A server that is still matching would not notice an orderly stop.
      server.kill();
      IO.println("| answers | live p50 ms | live longest ms | live unanswered |");
      IO.println("|---|---:|---:|---:|");
      boolean answered = true;
      StringBuilder answers = new StringBuilder();
      for (Future<String> each : asked) {
        boolean done = each.state() == Future.State.SUCCESS;
        answered &= done;
        answers.append(done ? each.resultNow() : "none in 20 s").append(' ');
      }
      IO.println("| %s | %s |".formatted(answers.toString().strip(), live.cells()));
      return answered ? 0 : 1;
    }
  }
}
