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
 * Runs the scripts beside this module with the real aws command line and boto3; first of all, since
 * they expect a new organization.
 */
@Order(1)
final class AwsCliTest {

  /** What a script that looks at the latest order needs for itself. */
  private static final String ORDERS = "orders";

  /** One that has boto3: Debian's package python3-boto3, or another named with -Dpython. */
  private static final String PYTHON = System.getProperty("python", "/usr/bin/python3");

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

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  @ResourceLock(value = ORDERS, mode = ResourceAccessMode.READ)
  void ownOperationsWorkOnceTheCommandLineHasTheirModel() throws Exception {
    passes("own-operations.sh", "carillon", "312");
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  @ResourceLock(value = ORDERS, mode = ResourceAccessMode.READ)
  void botoHasAClientForEveryOperationOnceItHasTheModel() throws Exception {
    String output = printed("carillon", "617", PYTHON, script("boto3-client.py"));
    assertTrue(output.endsWith("\n\nOK\n"), output);
  }

  private static void passes(String name, String service, String areaCode) throws Exception {
    String output = printed(service, areaCode, "bash", script(name));
    assertTrue(output.contains(", 0 failed"), output);
  }

  private static String script(String name) {
    return Path.of("cli", name).toAbsolutePath().toString();
  }

  /** Scripts that run at once order numbers of different areas. */
  private static String printed(String service, String areaCode, String... command)
      throws Exception {
    Path cli = Path.of(System.getProperty("aws.cli", "/usr/bin/aws"));
    assertTrue(
        Files.isExecutable(cli),
        cli + " is missing: install Debian's package awscli or name another with -Daws.cli");
    ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
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
    return output;
  }
}
