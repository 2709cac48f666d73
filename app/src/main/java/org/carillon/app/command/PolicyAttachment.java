package org.carillon.app.command;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The parameters of {@link AttachPolicy} and {@link DetachPolicy}. */
final class PolicyAttachment {

  @Parameters(index = "0", paramLabel = "PRINCIPAL", description = "name of the principal")
  private String principal = "";

  @Parameters(
      index = "1",
      paramLabel = "POLICY",
      description = "name of a managed policy or of the organization's own")
  private String policy = "";

  @Option(
      names = "--organization",
      paramLabel = "ID",
      required = true,
      description = "id of the organization")
  private String organization = "";

  String principal() {
    return principal;
  }

  String policy() {
    return policy;
  }

  String organization() {
    return organization;
  }
}
