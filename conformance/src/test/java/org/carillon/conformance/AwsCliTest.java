package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the scripts beside this module with the real aws command line. */
final class AwsCliTest {

  @Test
  void numberLivesItsLifeThroughTheAwsCommandLine() throws Exception {
    passes("number-life.sh", "chime");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chime", "chime-sdk-voice"})
  void inventoryProceduresWorkUnderBothNamesOfTheService(String service) throws Exception {
    passes("inventory-procedures.sh", service);
  }

  private static void passes(String name, String service) throws Exception {
    Path cli = Path.of(System.getProperty("aws.cli", "/usr/bin/aws"));
    assertTrue(
        Files.isExecutable(cli),
        cli + " is missing: install Debian's package awscli or name another with -Daws.cli");
    ProcessBuilder script =
        new ProcessBuilder("bash", Path.of("cli", name).toAbsolutePath().toString())
            .redirectErrorStream(true);
    script
        .environment()
        .putAll(
            Map.of(
                "AWS_CLI",
                cli.toString(),
                "AWS_SERVICE",
                service,
                "CARILLON_ENDPOINT",
                RunningServer.ENDPOINT.toString(),
                "AWS_ACCESS_KEY_ID",
                RunningServer.ACCESS_KEY_ID,
                "AWS_SECRET_ACCESS_KEY",
                RunningServer.SECRET_ACCESS_KEY));
    Process process = script.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertTrue(output.contains(", 0 failed"), output);
  }
}
