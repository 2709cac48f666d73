package org.carillon.server.trunks.connectors;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import org.carillon.api.model.CreateVoiceConnectorInput;
import org.carillon.api.model.NetworkType;
import org.carillon.api.model.VoiceConnectorAwsRegion;
import org.carillon.api.model.VoiceConnectorIntegrationType;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.tags.Arns;
import org.jspecify.annotations.Nullable;

/**
 * A SIP trunk of an organization, with every transition it can make.
 *
 * @param voiceConnectorId the first label of its host name too
 */
public record VoiceConnector(
    String voiceConnectorId,
    String name,
    VoiceConnectorAwsRegion region,
    boolean encryptionRequired,
    @Nullable VoiceConnectorIntegrationType integration,
    NetworkType network,
    Instant createdAt,
    Instant changedAt) {

  /** The type before the id in ARNs. */
  static final String ARN_TYPE = "vc";

  static VoiceConnector created(String id, CreateVoiceConnectorInput input, Instant now) {
    return new VoiceConnector(
        id,
        input.name(),
        requireNonNullElse(input.awsRegion(), VoiceConnectorAwsRegion.US_EAST_1),
        input.requireEncryption(),
        input.integrationType(),
        requireNonNullElse(input.networkType(), NetworkType.IPV4_ONLY),
        now,
        now);
  }

  VoiceConnector updated(String newName, boolean requireEncryption, Instant now) {
    return new VoiceConnector(
        voiceConnectorId, newName, region, requireEncryption, integration, network, createdAt, now);
  }

  /** Returns the connector as a holder. */
  public Holder holder() {
    return new Holder(voiceConnectorId, Holder.Kind.CONNECTOR, null, name);
  }

  /** The name by which tags know it. */
  public String arn(String organizationId) {
    return Arns.of(region.value(), organizationId, ARN_TYPE, voiceConnectorId);
  }

  /** Returns the view for clients. */
  org.carillon.api.model.VoiceConnector view(String organizationId, SipDomain domain) {
    return org.carillon.api.model.VoiceConnector.builder()
        .voiceConnectorId(voiceConnectorId)
        .awsRegion(region)
        .name(name)
        .outboundHostName(domain.hostName(voiceConnectorId))
        .requireEncryption(encryptionRequired)
        .createdTimestamp(createdAt)
        .updatedTimestamp(changedAt)
        .voiceConnectorArn(arn(organizationId))
        .integrationType(integration)
        .networkType(network)
        .build();
  }
}
