package org.carillon.app.command;

import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.carillon.app.installation.Installation;
import org.carillon.app.installation.ListeningSocket;
import org.carillon.app.installation.Server;
import org.carillon.app.installation.ServerAssembly;
import org.carillon.app.logging.Logging;
import org.carillon.app.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code carillon serve}: serves the API until the process is asked to stop. */
@Command(name = "serve", description = "Serves the API until the process is asked to stop.")
final class ServeCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  private final CommandEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  ServeCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = environment.settings(spec);
    Logging.start(settings.log());
    ServerSocketChannel socket = ListeningSocket.bind(settings.server());
    Installation installation = Installation.open(settings);
    Server server = started(installation, socket);
    AtomicInteger code = new AtomicInteger(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(server, installation, code), "shutdown"));
    environment
        .terminal()
        .say(
            Welcome.text(
                    server.address(),
                    server.access(),
                    words -> environment.hint(spec, words.split(" ", -1)))
                .stripTrailing());
    server.accessTold();
    code.set(0);
    // The process is asked to stop by a signal, which the hook answers.
    new CountDownLatch(1).await();
    return 0;
  }

  private static Server started(Installation installation, ServerSocketChannel socket) {
    try {
      return ServerAssembly.start(installation, socket);
    } catch (RuntimeException refused) {
      installation.close();
      throw refused;
    }
  }

  /**
   * Ends the process itself: after a signal, the JVM would answer 128 plus the signal's number.
   *
   * @param code 0 once the server has started; a start that fails calls this too
   */
  private static void stop(Server server, Installation installation, AtomicInteger code) {
    LOG.info("Stopping");
    try {
      server.close();
      installation.close();
      LOG.info("Stopped");
    } catch (RuntimeException failed) {
      LOG.error("The database did not close cleanly", failed);
      code.set(1);
    }
    Logging.stop();
    Runtime.getRuntime().halt(code.get());
  }
}
