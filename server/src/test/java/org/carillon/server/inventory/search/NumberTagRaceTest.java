package org.carillon.server.inventory.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.carillon.api.model.DeletePhoneNumberInput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.Tag;
import org.carillon.api.model.TagResourceInput;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.carillon.server.testing.TestSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Some tag numbers that were never acquired while another thread deletes them, which removes them.
 */
final class NumberTagRaceTest {

  private static final int TAGS = 3;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void tagIsThereBeforeTheNumberGoesOrFindsNone(Engine engine) throws Exception {
    List<String> numbers = IntStream.range(100, 150).mapToObj(i -> "+12065550" + i).toList();
    try (TestServer server = new TestServer(engine, folder);
        ExecutorService threads = Executors.newFixedThreadPool(TAGS + 1)) {
      Tenant acme = server.organization();
      server.supplier().become(TestSupplier.Mood.REFUSING);
      acme.order(numbers.toArray(String[]::new));
      server.sweep();
      assertEquals(PhoneNumberStatus.ACQUIRE_FAILED, acme.status(numbers.getFirst()));
      for (String each : numbers) {
        List<Callable<Boolean>> all = new ArrayList<>();
        all.add(() -> {
          acme.call(Operations.DELETE_PHONE_NUMBER, new DeletePhoneNumberInput(each));
          return true;
        });
        for (int i = 0; i < TAGS; i++) {
          String key = "key" + i;
          all.add(() -> tagged(acme, each, key));
        }
        for (Future<Boolean> result : threads.invokeAll(all)) {
          result.get();
        }
        assertThrows(NotFoundException.class, () -> acme.number(each));
      }
    }
  }

  private static boolean tagged(Tenant acme, String e164, String key) {
    String arn = "arn:aws:chime:us-east-1:" + acme.id() + ":phone-number/" + e164.substring(1);
    try {
      acme.call(Operations.TAG_RESOURCE, new TagResourceInput(arn, List.of(new Tag(key, "1"))));
      return true;
    } catch (NotFoundException gone) {
      return false;
    }
  }
}
