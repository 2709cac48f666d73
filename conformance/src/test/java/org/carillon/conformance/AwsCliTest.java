package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs the script that leads a number through its life with the real aws command line. */
final class AwsCliTest {

  @Test
  void numberLivesItsLifeThroughTheAwsCommandLine() throws Exception {
    Path cli = Path.of(System.getProperty("aws.cli", "/usr/bin/aws"));
    assertTrue(
        Files.isExecutable(cli),
        cli + " is missing: install Debian's package awscli or name another with -Daws.cli");
    ProcessBuilder script =
        new ProcessBuilder("bash", Path.of("cli", "number-life.sh").toAbsolutePath().toString())
            .redirectErrorStream(true);
    script
        .environment()
        .putAll(
            Map.of(
                "AWS_CLI",
                cli.toString(),
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
