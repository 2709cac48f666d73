package org.carillon.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A server is killed while it fulfils orders, and starts again. */
@Command(
    name = "kill",
    mixinStandardHelpOptions = true,
    description =
        "kill -9 amid sweeps, then how long its orders wait in the next start, on SQLite.")
final class KillFault implements Callable<Integer> {

  private static final Map<String, String> SETTINGS =
      Map.of("CARILLON_ORDERS_ANSWER_AFTER", "0s", "CARILLON_SWEEPS_EVERY", "100ms");
  private static final int ORDERS = 60;
  private static final int PATIENCE_SECONDS = 300;

  @Mixin private ProgramUnderTest program = new ProgramUnderTest();

  @Option(names = "--times", defaultValue = "10", description = "${DEFAULT-VALUE}")
  private int times = 10;

  KillFault() {}

  @Override
  public Integer call() throws Exception {
    Path folder = ProgramUnderTest.newFolder();
    Random random = new Random(7);
    IO.println("| kill | orders acknowledged | start s | longest wait s | lost |");
    IO.println("|---:|---:|---:|---:|---:|");
    long lost = 0;
    int next = 0;
    for (int i = 1; i <= times; i++) {
      List<String> acknowledged = new ArrayList<>();
      try (Child server = program.serve(folder, SETTINGS)) {
        OrderWatch orders = new OrderWatch(server.address());
        int count = ORDERS + random.nextInt(ORDERS);
        for (int k = 0; k < count; k++) {
          acknowledged.add(orders.order(number(next++)));
        }
        server.kill();
      }
      long begun = System.nanoTime();
      try (Child server = program.serve(folder, SETTINGS)) {
        double start = (System.nanoTime() - begun) / 1e9;
        OrderWatch orders = new OrderWatch(server.address());
        long missing = 0;
        for (String each : acknowledged) {
          missing += orders.await(each, PATIENCE_SECONDS) < 0 ? 1 : 0;
        }
        double waited = (System.nanoTime() - begun) / 1e9 - start;
        IO.println(
            "| %d | %d | %.1f | %.1f | %d |"
                .formatted(i, acknowledged.size(), start, waited, missing));
        lost += missing;
      }
    }
    return lost == 0 ? 0 : 1;
  }

  /** A number of the first start's pool, which has a hundred in each of many area codes. */
  private static String number(int index) {
    int[] areas = {206, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228, 229, 231, 234, 239};
    return "+1%d555%04d".formatted(areas[index / 100 % areas.length], 100 + index % 100);
  }
}
