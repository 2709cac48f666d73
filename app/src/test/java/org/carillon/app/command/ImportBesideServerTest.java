package org.carillon.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carillon.app.installation.Installation;
import org.carillon.app.settings.Settings;
import org.carillon.platform.identity.Organizations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator imports a large file while a server writes to the same SQLite file. */
final class ImportBesideServerTest {

  private static final int ROWS = 8_000;

  @TempDir private Path folder;

  @Test
  void serverGoesOnWritingBetweenThePiecesOfAnImport() throws Exception {
    Path data = folder.resolve("data");
    AtomicBoolean enough = new AtomicBoolean();
    List<Long> waits = new ArrayList<>();
    try (Installation server =
        Installation.open(Settings.read(Map.of("--data", data.toString()), Map.of(), folder))) {
      Organizations organizations = new Organizations(server.database(), server.ids());
      String owner = organizations.create("Owner").organizationId();
      StringBuilder rows = new StringBuilder("number,product type,email\n");
      for (int i = 0; i < ROWS; i++) {
        rows.append("+1206555%04d,VoiceConnector,%n".formatted(i));
      }
      Files.writeString(folder.resolve("owned.csv"), rows);
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
              long begun = System.nanoTime();
              organizations.create("Company");
              waits.add(System.nanoTime() - begun);
            }
          });
      long begun = System.nanoTime();
      String said = run("pool", "import", "owned.csv", "--organization", owner, "--data", data);
      long took = System.nanoTime() - begun;
      enough.set(true);
      writer.get();
      assertEquals("Put 8000 numbers into the inventory of %s.\n".formatted(owner), said);
      assertTrue(waits.size() >= 20, waits.size() + " writes");
      // In transactions of five thousand rows a write waited for a third of the import and more.
      // A single slow sync of a busy disk is no such wait, so they are added up.
      long held = waits.stream().filter(each -> each * 6 >= took).mapToLong(each -> each).sum();
      assertTrue(
          held * 3 < took,
          "long waits of %d ms in %d".formatted(held / 1_000_000, took / 1_000_000));
    }
  }

  private String run(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    Program.run(new CommandEnvironment(new Terminal(both, both), Map.of(), folder), words);
    return out.toString(StandardCharsets.UTF_8);
  }
}
