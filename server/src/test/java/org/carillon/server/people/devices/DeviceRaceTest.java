package org.carillon.server.people.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carillon.api.model.ConflictException;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two administrators create desk phones with the same addresses in two accounts at once. */
final class DeviceRaceTest {

  private static final int ADDRESSES = 30;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void oneOfTwoIsRefused(Engine engine) throws Exception {
    try (TestServer server = new TestServer(engine, folder);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Tenant acme = server.organization();
      String sales = acme.account();
      String marketing = acme.account();
      for (int each = 0; each < ADDRESSES; each++) {
        String mac = "0200000000%02d".formatted(each);
        List<Callable<Boolean>> both =
            List.of(() -> created(acme, sales, mac), () -> created(acme, marketing, mac));
        int made = 0;
        for (Future<Boolean> result : threads.invokeAll(both)) {
          made += result.get() ? 1 : 0;
        }
        assertEquals(1, made);
      }
    }
  }

  private static boolean created(Tenant acme, String account, String mac) {
    try {
      return !acme.device(account, mac).isEmpty();
    } catch (ConflictException other) {
      return false;
    }
  }
}
