package org.carillon.app.installation;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.app.web.Meters;
import org.carillon.platform.identity.KeyRing;
import org.carillon.platform.jobs.SweepRunner;
import org.carillon.platform.jobs.SweepRunner.Recurring;
import org.carillon.protocol.restjson.RestJsonService;
import org.carillon.protocol.restjson.RestJsonSettings;
import org.carillon.server.Carillon;
import org.carillon.server.inventory.pool.NumberPool;
import org.carillon.server.inventory.pool.PhoneNumberFacts;
import org.carillon.server.inventory.pool.PoolSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts of a server together: features, supplier, sweeps, protocol. */
public final class ServerAssembly {

  private static final Logger LOG = LoggerFactory.getLogger(ServerAssembly.class);
  private static final String OLD_CLIENTS_PREFIX = "/console";

  private ServerAssembly() {}

  /**
   * Starts a server with every feature on an open installation.
   *
   * @param socket from {@link ListeningSocket}; closed with the server
   * @throws FailureException when another server has the data folder
   */
  public static Server start(Installation installation, ServerSocketChannel socket) {
    Meters meters = new Meters();
    Carillon carillon = carillon(installation, meters.registry());
    return Server.start(
        installation,
        socket,
        meters,
        () -> begin(installation, carillon, meters.registry()),
        api(installation, carillon)::answer);
  }

  /** All features on an open installation, without a network. */
  public static Carillon carillon(Installation installation, MeterRegistry meters) {
    PoolSupplier supplier =
        new PoolSupplier(
            installation.database(), installation.clock(), installation.settings().pool());
    return new Carillon(
        installation.database(),
        installation.ids(),
        installation.vault(),
        supplier,
        installation.settings().sipDomain(),
        installation.settings().quotas(),
        meters);
  }

  private static RestJsonService api(Installation installation, Carillon carillon) {
    RestJsonSettings settings =
        new RestJsonSettings(
            new SignedApi.ApiRefusals(),
            RestJsonSettings.Envelope.FULL,
            false,
            OLD_CLIENTS_PREFIX,
            ServerAssembly::undeclared);
    KeyRing keys = new KeyRing(installation.database(), installation.vault());
    List<OperationShape<?, ?>> routes = new ArrayList<>(Operations.ALL);
    routes.addAll(Operations.UNSERVED);
    return new RestJsonService(
        routes, settings, new SignedApi(keys, installation.clock(), carillon.runner()));
  }

  private static void undeclared(OperationShape<?, ?> operation, ModelledException error) {
    LOG.error("{} threw an error that the model does not declare", operation.name(), error);
  }

  private static Server.Running begin(
      Installation installation, Carillon carillon, MeterRegistry meters) {
    new NumberPool(installation.database(), new PhoneNumberFacts()).seed();
    Duration every = installation.settings().jobs().every();
    List<Recurring> sweeps =
        Stream.of(
                carillon.orders(),
                carillon.releases(),
                carillon.callingNames(),
                carillon.messages())
            .map(sweep -> new Recurring(sweep, every))
            .toList();
    SweepRunner runner = new SweepRunner(installation.clock(), meters, sweeps);
    runner.start();
    return new Server.Running(
        runner::overdue,
        () -> {
          runner.close();
          // The web server has ended by now, so no refusal comes after the last ones are written.
          carillon.runner().close();
        });
  }
}
