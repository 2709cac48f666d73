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
import org.carillon.server.testing.TestService;

/** A service with Voice Connectors and their settings, and short ways to make them. */
public final class ConfiguredTrunks implements AutoCloseable {

  /** Settings that every connector takes. */
  public static final Termination TERMINATION =
      new Termination(
          5, null, List.of("US", "CA", "XK"), List.of("198.51.100.0/24", "10.0.0.0/8"), false);

  private final TestService service;

  /** A service on the folder's database of that engine. */
  public ConfiguredTrunks(Engine engine, Path folder) {
    service = new TestService(engine, folder);
  }

  /** The service itself. */
  public TestService service() {
    return service;
  }

  /** The id of a new connector that speaks IPv4 alone and requires no encryption. */
  public String connector(String organization) {
    return connector(organization, NetworkType.IPV4_ONLY);
  }

  /** The id of a new connector that requires no encryption. */
  public String connector(String organization, NetworkType network) {
    return requireNonNull(
        requireNonNull(
                service
                    .run(
                        organization,
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
  public Termination terminate(String organization, String connector, Termination termination) {
    return requireNonNull(
        service
            .run(
                organization,
                Operations.PUT_VOICE_CONNECTOR_TERMINATION,
                new PutVoiceConnectorTerminationInput(connector, termination))
            .termination());
  }

  /** Sets where calls go. */
  public Origination originate(String organization, String connector, String... hosts) {
    List<OriginationRoute> routes =
        List.of(hosts).stream().map(host -> OriginationRoute.builder().host(host).build()).toList();
    return requireNonNull(
        service
            .run(
                organization,
                Operations.PUT_VOICE_CONNECTOR_ORIGINATION,
                new PutVoiceConnectorOriginationInput(connector, new Origination(routes, null)))
            .origination());
  }

  /** Adds credentials. */
  public void credentials(String organization, String connector, Credential... credentials) {
    service.run(
        organization,
        Operations.PUT_VOICE_CONNECTOR_TERMINATION_CREDENTIALS,
        new PutVoiceConnectorTerminationCredentialsInput(connector, List.of(credentials)));
  }

  /** The user names that there are. */
  public List<String> usernames(String organization, String connector) {
    return requireNonNull(
        service
            .run(
                organization,
                Operations.LIST_VOICE_CONNECTOR_TERMINATION_CREDENTIALS,
                new ListVoiceConnectorTerminationCredentialsInput(connector))
            .usernames());
  }

  /** Returns the password, as the SIP stack reads it. */
  public Optional<String> password(String organization, String connector, String username) {
    return service.read(
        organization,
        context ->
            service
                .feature(SipTrunkingFeature.class)
                .credentials()
                .password(context, connector, username));
  }

  @Override
  public void close() {
    service.close();
  }
}
