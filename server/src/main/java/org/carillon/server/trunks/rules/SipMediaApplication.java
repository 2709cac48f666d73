package org.carillon.server.trunks.rules;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import org.carillon.api.model.SipMediaApplicationEndpoint;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.tags.Arns;
import org.jspecify.annotations.Nullable;

/**
 * A program that answers calls which SIP rules send to it, with every transition it can make.
 *
 * @param region where it runs; it never changes
 * @param lambdaArn the function that says what happens to a call
 */
record SipMediaApplication(
    String applicationId,
    String region,
    String name,
    String lambdaArn,
    Instant createdAt,
    Instant changedAt) {

  /** The type of its kind in ARNs. */
  static final String TYPE = "sma";

  /** The position of the region in the ARN of a function; the model has checked its form. */
  private static final int REGION = 3;

  /**
   * A new application.
   *
   * @throws org.carillon.api.model.BadRequestException when the function runs in another region
   */
  static SipMediaApplication created(
      String applicationId,
      String region,
      String name,
      List<SipMediaApplicationEndpoint> endpoints,
      Instant now) {
    return new SipMediaApplication(
        applicationId, region, name, function(endpoints, region), now, now);
  }

  /**
   * Returns the application with another name or function; null keeps the present value.
   *
   * @throws org.carillon.api.model.BadRequestException when both are null, or the function runs in
   *     another region
   */
  SipMediaApplication updated(
      @Nullable String newName,
      @Nullable List<SipMediaApplicationEndpoint> endpoints,
      Instant now) {
    if (newName == null && endpoints == null) {
      throw Refusal.badRequest("Name and Endpoints are absent; give at least one of them");
    }
    return new SipMediaApplication(
        applicationId,
        region,
        requireNonNullElse(newName, name),
        endpoints == null ? lambdaArn : function(endpoints, region),
        createdAt,
        now);
  }

  /** AWS wants the function to be made in the region of the application (its API reference). */
  private static String function(List<SipMediaApplicationEndpoint> endpoints, String region) {
    String arn = endpoints.getFirst().lambdaArn();
    String runsIn = arn.split(":", -1)[REGION];
    if (!runsIn.equals(region)) {
      throw Refusal.badRequest(
          "the function runs in "
              + runsIn
              + " and the application in "
              + region
              + "; both must run in the same region");
    }
    return arn;
  }

  /** Its name for tags and policies. */
  String arn(String organizationId) {
    return Arns.of(region, organizationId, TYPE, applicationId);
  }

  /** Returns the application as clients of that organization see it. */
  org.carillon.api.model.SipMediaApplication view(String organizationId) {
    return org.carillon.api.model.SipMediaApplication.builder()
        .sipMediaApplicationId(applicationId)
        .awsRegion(region)
        .name(name)
        .endpoints(List.of(new SipMediaApplicationEndpoint(lambdaArn)))
        .createdTimestamp(createdAt)
        .updatedTimestamp(changedAt)
        .sipMediaApplicationArn(arn(organizationId))
        .build();
  }
}
