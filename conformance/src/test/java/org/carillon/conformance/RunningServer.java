package org.carillon.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
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
    Map<String, String> all = new HashMap<>(settings);
    all.put("CARILLON_ROOT_ACCESS_KEY_ID", ACCESS_KEY_ID);
    all.put("CARILLON_ROOT_SECRET_ACCESS_KEY", SECRET_ACCESS_KEY);
    try {
      ServerProcess server = ServerProcess.start(folder, all);
      return new Started(server.process(), server.endpoint());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
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
