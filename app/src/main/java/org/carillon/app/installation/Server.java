package org.carillon.app.installation;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.app.settings.IdentitySettings;
import org.carillon.app.settings.ServerSettings;
import org.carillon.app.web.Meters;
import org.carillon.app.web.OperatorPages;
import org.carillon.app.web.Readiness;
import org.carillon.platform.identity.FirstStart;
import org.carillon.platform.identity.RootAccess;
import org.carillon.platform.identity.RootKey;
import org.carillon.protocol.web.AccessLog;
import org.carillon.protocol.web.WebServer;
import org.carillon.protocol.web.WebServerSettings;
import org.carillon.protocol.web.WebServerSettings.Patience;
import org.carillon.protocol.wire.WireRequest;
import org.carillon.protocol.wire.WireResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: listens from its start until it is closed. */
public final class Server implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final Duration WRITE_DEADLINE = Duration.ofSeconds(2);
  private static final Duration WRITE_PROBED = Duration.ofSeconds(5);
  private static final String FIRST_ORGANIZATION = "First organization";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAGES_FRESH = Duration.ofSeconds(1);

  private final URI address;
  private final FirstStart firstStart;
  private final RootAccess access;
  private final Readiness readiness;
  private final Deque<Part> parts;

  /** A part of the server; parts end in the opposite order of their start. */
  private record Part(String name, AutoCloseable end) {}

  private Server(
      URI address,
      FirstStart firstStart,
      RootAccess access,
      Readiness readiness,
      Deque<Part> parts) {
    this.address = address;
    this.firstStart = firstStart;
    this.access = access;
    this.readiness = readiness;
    this.parts = parts;
  }

  /**
   * Begins background work and listening.
   *
   * @param socket where it listens; closed with the server
   * @param meters where figures are put; closed with the server
   * @param work begins background work
   * @param api answers the API's requests
   * @throws FailureException when another server has the data folder
   */
  public static Server start(
      Installation installation,
      ServerSocketChannel socket,
      Meters meters,
      Background work,
      Function<WireRequest, WireResponse> api) {
    Deque<Part> parts = new ArrayDeque<>();
    try {
      parts.push(new Part("listening socket", socket));
      parts.push(new Part("metrics", meters));
      boolean isOnlyNode = !installation.settings().storage().postgres();
      if (isOnlyNode) {
        FileChannel lock = DataFolder.lock(installation.settings().storage().folder());
        parts.push(new Part("lock of the data folder", lock));
      }
      FirstStart firstStart =
          new FirstStart(installation.database(), installation.vault(), installation.ids());
      RootAccess access = access(firstStart, installation.settings().identity(), isOnlyNode);
      Running running = work.begin();
      parts.push(new Part("background work", running.end()));
      Readiness readiness =
          new Readiness(installation.database()::probe, running.overdue(), WRITE_DEADLINE)
              .every(WRITE_PROBED);
      parts.push(new Part("readiness", readiness));
      ServerSettings settings = installation.settings().server();
      WebServer web =
          new WebServer(
              WebServerSettings.defaults()
                  .listeningOn(settings.host(), settings.port())
                  .waiting(new Patience(PATIENCE, PATIENCE, PATIENCE, settings.drain())),
              api,
              new OperatorPages(readiness, meters.registry(), descriptions(), PAGES_FRESH).byPath(),
              accessLog(meters.registry()));
      parts.push(new Part("web server", web));
      web.listenOn(socket);
      web.start();
      return new Server(settings.address(web.port()), firstStart, access, readiness, parts);
    } catch (IOException broken) {
      end(parts);
      throw new UncheckedIOException(broken);
    } catch (RuntimeException refused) {
      end(parts);
      throw refused;
    }
  }

  /** Begins background work, such as the sweeps. */
  @FunctionalInterface
  public interface Background {

    /** Begins it. */
    Running begin();
  }

  /**
   * Background work that was begun.
   *
   * @param overdue the names of work that should have made progress by now
   * @param end finishes running work and ends it
   */
  public record Running(Supplier<List<String>> overdue, AutoCloseable end) {}

  /** Returns the address for clients on this machine. */
  public URI address() {
    return address;
  }

  /** Returns the access of the first administrator. */
  public RootAccess access() {
    return access;
  }

  /** Records that {@link #access} was printed, so that no later start prints the secret again. */
  public void accessTold() {
    if (access instanceof RootAccess.Issued issued) {
      firstStart.told(issued.key());
    }
  }

  /** Lets requests in progress finish, then background work, and lets go of the data folder. */
  @Override
  public void close() {
    readiness.stop();
    end(parts);
  }

  private static void end(Deque<Part> parts) {
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      try {
        part.end().close();
      } catch (Exception failed) { // AutoCloseable declares no narrower one; the rest must end too.
        LOG.error("The {} did not end cleanly", part.name(), failed);
      }
    }
  }

  private static RootAccess access(
      FirstStart start, IdentitySettings identity, boolean isOnlyNode) {
    return start.start(
        FIRST_ORGANIZATION,
        RootKey.of(identity.rootAccessKeyId(), identity.rootSecretAccessKey().text()),
        isOnlyNode);
  }

  private static AccessLog accessLog(MeterRegistry meters) {
    return (method, status, duration, requestId) -> {
      meters.timer("carillon.requests", "status", Integer.toString(status)).record(duration);
      LOG.debug("{} answered {} in {} ms [{}]", method, status, duration.toMillis(), requestId);
    };
  }

  /** The API's descriptions, generated from its model, by the paths that they are served at. */
  private static Map<String, byte[]> descriptions() {
    return Stream.of("/openapi.json", "/service-2.json", "/paginators-1.json")
        .collect(Collectors.toMap(Function.identity(), Server::description));
  }

  private static byte[] description(String name) {
    try (InputStream json = Server.class.getResourceAsStream(name)) {
      if (json == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      return json.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
