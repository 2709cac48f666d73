package org.carillon.app.installation;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.OperationShape;
import org.carillon.app.web.Meters;
import org.carillon.platform.identity.KeyRing;
import org.carillon.platform.jobs.SweepRunner;
import org.carillon.platform.jobs.SweepRunner.Recurring;
import org.carillon.protocol.restjson.RestJsonService;
import org.carillon.protocol.restjson.RestJsonSettings;
import org.carillon.server.Features;
import org.carillon.server.Platform;
import org.carillon.server.inventory.pool.NumberPool;
import org.carillon.server.inventory.pool.PhoneNumberFacts;
import org.carillon.server.inventory.pool.PoolSupplier;

/** Puts the parts of a server together: features, supplier, sweeps, protocol. */
public final class ServerAssembly {

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
    Features features = features(installation, meters.registry());
    return Server.start(
        installation,
        socket,
        meters,
        () -> begin(installation, features, meters.registry()),
        api(installation, features)::answer);
  }

  /** All features on an open installation, without a network. */
  public static Features features(Installation installation, MeterRegistry meters) {
    PoolSupplier supplier =
        new PoolSupplier(
            installation.database(), installation.clock(), installation.settings().pool());
    Platform platform =
        new Platform(
            installation.database(),
            installation.ids(),
            installation.vault(),
            installation.settings().limits());
    return new Features(platform, supplier, installation.settings().sipDomain(), meters);
  }

  private static RestJsonService api(Installation installation, Features features) {
    RestJsonSettings settings =
        new RestJsonSettings(
            new SignedApi.ApiRefusals(), RestJsonSettings.Envelope.FULL, false, OLD_CLIENTS_PREFIX);
    KeyRing keys = new KeyRing(installation.database(), installation.vault());
    List<OperationShape<?, ?>> routes = new ArrayList<>(Operations.ALL);
    routes.addAll(Operations.UNSERVED);
    return new RestJsonService(
        routes, settings, new SignedApi(keys, installation.clock(), features.runner()));
  }

  private static Server.Running begin(
      Installation installation, Features features, MeterRegistry meters) {
    new NumberPool(installation.database(), new PhoneNumberFacts()).seed();
    Duration every = installation.settings().jobs().every();
    List<Recurring> sweeps =
        features.jobs().stream().map(sweep -> new Recurring(sweep, every)).toList();
    SweepRunner runner = new SweepRunner(installation.clock(), meters, sweeps);
    runner.start();
    return new Server.Running(
        runner::overdue,
        () -> {
          runner.close();
          // The web server has ended by now, so no refusal comes after the last ones are written.
          features.runner().close();
        });
  }
}
