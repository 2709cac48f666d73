package org.carillon.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chime.ChimeClient;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;

/**
 * The server that the suites drive: one of their own, started as a process on a fresh data folder
 * and a port of the kernel's choice, or the one that the property {@code carillon.endpoint} names
 * (with {@code carillon.access-key-id} and {@code carillon.secret-access-key}).
 */
final class RunningServer {

  static final String ACCESS_KEY_ID =
      System.getProperty("carillon.access-key-id", "CARICONFORMANCE00001");
  static final String SECRET_ACCESS_KEY =
      System.getProperty("carillon.secret-access-key", "conformance/secret/of/forty/characters/x");

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Where the server answers; started at the first use and ended with this process. */
  static final URI ENDPOINT = endpoint();

  private RunningServer() {}

  /** A client of the SDK, unchanged but for where it goes. */
  static ChimeClient chime() {
    return chime(ACCESS_KEY_ID, SECRET_ACCESS_KEY);
  }

  static ChimeClient chime(String accessKeyId, String secret) {
    return chime(ENDPOINT, accessKeyId, secret);
  }

  private static ChimeClient chime(URI endpoint, String accessKeyId, String secret) {
    return ChimeClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secret)))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** A client of the SDK of chime-sdk-voice, for the same endpoint. */
  static ChimeSdkVoiceClient voice() {
    return ChimeSdkVoiceClient.builder()
        .endpointOverride(ENDPOINT)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(ACCESS_KEY_ID, SECRET_ACCESS_KEY)))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static URI endpoint() {
    String given = System.getProperty("carillon.endpoint", "");
    return given.isEmpty() ? start() : URI.create(given);
  }

  private static URI start() {
    try {
      return start(Files.createTempDirectory("carillon-conformance"), Map.of()).endpoint();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A server of a suite's own, ended at the latest with this process. */
  record Started(Process process, URI endpoint) {

    /** A client of it. */
    ChimeClient chime() {
      return RunningServer.chime(endpoint, ACCESS_KEY_ID, SECRET_ACCESS_KEY);
    }
  }

  /** Starts a server on the data below that folder; the settings are environment variables. */
  static Started start(Path folder, Map<String, String> settings) {
    try {
      Path output = Files.createTempFile(folder, "output", ".txt");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of("org.carillon.app.Main", "serve"));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder
          .environment()
          .putAll(
              Map.of(
                  "CARILLON_PORT",
                  "0",
                  "CARILLON_DATA",
                  folder.resolve("data").toString(),
                  "CARILLON_ROOT_ACCESS_KEY_ID",
                  ACCESS_KEY_ID,
                  "CARILLON_ROOT_SECRET_ACCESS_KEY",
                  SECRET_ACCESS_KEY));
      builder.environment().putAll(settings);
      Process server = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
      return new Started(server, awaitAddress(server, output));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static URI awaitAddress(Process server, Path output) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline && server.isAlive()) {
      Matcher address = ADDRESS.matcher(Files.readString(output));
      if (address.find()) {
        return URI.create(address.group());
      }
      pause();
    }
    throw new IllegalStateException("the server did not start: " + Files.readString(output));
  }

  private static void stop(Process server) {
    server.destroy();
    try {
      if (!server.waitFor(20, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
