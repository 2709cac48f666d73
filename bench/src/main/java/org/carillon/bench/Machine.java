package org.carillon.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Describes what the figures were made on. */
final class Machine {

  private static final int SYNCS = 200;

  private Machine() {}

  /** Processors, Java, system, and what a sync of the disk costs under that folder. */
  static String describe(Path folder) throws IOException {
    return String.format(
        Locale.ROOT,
        "%d processors, Java %s, %s %s; appending 4 KiB and syncing takes %.2f ms (median).",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        syncMillis(folder));
  }

  private static double syncMillis(Path folder) throws IOException {
    Path file = folder.resolve("sync");
    Latencies latencies = new Latencies();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < SYNCS; i++) {
        long begun = System.nanoTime();
        channel.write(ByteBuffer.allocate(4096));
        channel.force(false);
        latencies.add(System.nanoTime() - begun);
      }
    }
    Files.delete(file);
    return latencies.millis(0.5);
  }
}
