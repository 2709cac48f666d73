package org.carillon.server.trunks.connectorsettings;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.carillon.api.model.CreateVoiceConnectorInput;
import org.carillon.api.model.Credential;
import org.carillon.api.model.ListVoiceConnectorTerminationCredentialsInput;
import org.carillon.api.model.NetworkType;
import org.carillon.api.model.Operations;
import org.carillon.api.model.Origination;
import org.carillon.api.model.OriginationRoute;
import org.carillon.api.model.PutVoiceConnectorOriginationInput;
import org.carillon.api.model.PutVoiceConnectorTerminationCredentialsInput;
import org.carillon.api.model.PutVoiceConnectorTerminationInput;
import org.carillon.api.model.Termination;
import org.carillon.platform.db.Engine;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;

/** A server with Voice Connectors and their settings, and short ways to make them. */
public final class ConfiguredTrunks implements AutoCloseable {

  /** Settings that every connector takes. */
  public static final Termination TERMINATION =
      new Termination(
          5, null, List.of("US", "CA", "XK"), List.of("198.51.100.0/24", "10.0.0.0/8"), false);

  private final TestServer server;

  /** A server on the folder's database of that engine. */
  public ConfiguredTrunks(Engine engine, Path folder) {
    server = new TestServer(engine, folder);
  }

  /** The server itself. */
  public TestServer server() {
    return server;
  }

  /** The id of a new connector that speaks IPv4 alone and requires no encryption. */
  public String connector(Tenant organization) {
    return connector(organization, NetworkType.IPV4_ONLY);
  }

  /** The id of a new connector that requires no encryption. */
  public String connector(Tenant organization, NetworkType network) {
    return requireNonNull(
        requireNonNull(
                organization
                    .call(
                        Operations.CREATE_VOICE_CONNECTOR,
                        CreateVoiceConnectorInput.builder()
                            .name("Lobby")
                            .requireEncryption(false)
                            .networkType(network)
                            .build())
                    .voiceConnector())
            .voiceConnectorId());
  }

  /** Sets the termination settings. */
  public Termination terminate(Tenant organization, String connector, Termination termination) {
    return requireNonNull(
        organization
            .call(
                Operations.PUT_VOICE_CONNECTOR_TERMINATION,
                new PutVoiceConnectorTerminationInput(connector, termination))
            .termination());
  }

  /** Sets where calls go. */
  public Origination originate(Tenant organization, String connector, String... hosts) {
    List<OriginationRoute> routes =
        List.of(hosts).stream().map(host -> OriginationRoute.builder().host(host).build()).toList();
    return requireNonNull(
        organization
            .call(
                Operations.PUT_VOICE_CONNECTOR_ORIGINATION,
                new PutVoiceConnectorOriginationInput(connector, new Origination(routes, null)))
            .origination());
  }

  /** Adds credentials. */
  public void credentials(Tenant organization, String connector, Credential... credentials) {
    organization.call(
        Operations.PUT_VOICE_CONNECTOR_TERMINATION_CREDENTIALS,
        new PutVoiceConnectorTerminationCredentialsInput(connector, List.of(credentials)));
  }

  /** The user names that there are. */
  public List<String> usernames(Tenant organization, String connector) {
    return requireNonNull(
        organization
            .call(
                Operations.LIST_VOICE_CONNECTOR_TERMINATION_CREDENTIALS,
                new ListVoiceConnectorTerminationCredentialsInput(connector))
            .usernames());
  }

  /** Returns the password, as the SIP stack reads it. */
  public Optional<String> password(Tenant organization, String connector, String username) {
    return organization.read(context ->
        server
            .feature(SipTrunkingFeature.class)
            .credentials()
            .password(context, connector, username));
  }

  @Override
  public void close() {
    server.close();
  }
}
