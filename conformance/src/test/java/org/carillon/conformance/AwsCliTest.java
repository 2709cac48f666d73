package org.carillon.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs the scripts beside this module with the real aws command line; first of all, since they
 * expect a new organization.
 */
@Order(1)
final class AwsCliTest {

  /** What a script that looks at the latest order needs for itself. */
  private static final String ORDERS = "orders";

  @Test
  @ResourceLock(ORDERS)
  void numberLivesItsLifeThroughTheAwsCommandLine() throws Exception {
    passes("number-life.sh", "chime", "206");
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ResourceLock(value = ORDERS, mode = ResourceAccessMode.READ)
  @CsvSource({"chime, 425", "chime-sdk-voice, 458"})
  void inventoryProceduresWorkUnderBothNamesOfTheService(String service, String areaCode)
      throws Exception {
    passes("inventory-procedures.sh", service, areaCode);
  }

  /** Those of the two names run at once, so that each orders numbers of another area. */
  private static void passes(String name, String service, String areaCode) throws Exception {
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
                "CARILLON_AREA_CODE",
                areaCode,
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
