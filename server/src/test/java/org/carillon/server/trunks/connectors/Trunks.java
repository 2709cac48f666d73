package org.carillon.server.trunks.connectors;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorGroupInput;
import org.carillon.api.model.AssociatePhoneNumbersWithVoiceConnectorInput;
import org.carillon.api.model.CreateVoiceConnectorGroupInput;
import org.carillon.api.model.CreateVoiceConnectorInput;
import org.carillon.api.model.DeleteVoiceConnectorGroupInput;
import org.carillon.api.model.DeleteVoiceConnectorInput;
import org.carillon.api.model.DisassociatePhoneNumbersFromVoiceConnectorGroupInput;
import org.carillon.api.model.DisassociatePhoneNumbersFromVoiceConnectorInput;
import org.carillon.api.model.GetPhoneNumberInput;
import org.carillon.api.model.GetVoiceConnectorGroupInput;
import org.carillon.api.model.GetVoiceConnectorInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumber;
import org.carillon.api.model.PhoneNumberError;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.UpdateVoiceConnectorGroupInput;
import org.carillon.api.model.UpdateVoiceConnectorInput;
import org.carillon.api.model.VoiceConnector;
import org.carillon.api.model.VoiceConnectorGroup;
import org.carillon.api.model.VoiceConnectorItem;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.platform.operations.Limits;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;

/** An organization with Voice Connectors, and short ways to their operations. */
final class Trunks implements AutoCloseable {

  private final TestServer server;
  private final Tenant bells;

  Trunks(Engine engine, Path folder, TestServer.Settings settings) {
    server = new TestServer(engine, folder, settings);
    bells = server.organization();
  }

  /** The initial limits but for these two. */
  static TestServer.Settings limits(int connectors, int groups) {
    return TestServer.Settings.INITIAL.with(
        new Limits(
            Map.of("quota.voice-connectors", connectors, "quota.voice-connector-groups", groups)));
  }

  TestServer server() {
    return server;
  }

  /** What other features look Voice Connectors up in. */
  VoiceConnectorStore connectors() {
    return server.feature(VoiceConnectorsFeature.class).connectors();
  }

  /** The organization. */
  Tenant bells() {
    return bells;
  }

  <I, O> O run(OperationShape<I, O> shape, I input) {
    return bells.call(shape, input);
  }

  VoiceConnector connector(String name) {
    CreateVoiceConnectorInput input =
        CreateVoiceConnectorInput.builder().name(name).requireEncryption(true).build();
    return requireNonNull(run(Operations.CREATE_VOICE_CONNECTOR, input).voiceConnector());
  }

  /** The id of a new Voice Connector. */
  String connectorId(String name) {
    return requireNonNull(connector(name).voiceConnectorId());
  }

  VoiceConnector getConnector(String id) {
    return requireNonNull(
        run(Operations.GET_VOICE_CONNECTOR, new GetVoiceConnectorInput(id)).voiceConnector());
  }

  void renameConnector(String id, String name) {
    run(Operations.UPDATE_VOICE_CONNECTOR, new UpdateVoiceConnectorInput(id, name, true));
  }

  void deleteConnector(String id) {
    run(Operations.DELETE_VOICE_CONNECTOR, new DeleteVoiceConnectorInput(id));
  }

  /** Items with the priorities 1, 2 and so on. */
  static List<VoiceConnectorItem> items(String... connectors) {
    List<VoiceConnectorItem> items = new ArrayList<>();
    for (String connector : connectors) {
      items.add(new VoiceConnectorItem(connector, items.size() + 1));
    }
    return items;
  }

  VoiceConnectorGroup group(String name, String... connectors) {
    return requireNonNull(
        run(
                Operations.CREATE_VOICE_CONNECTOR_GROUP,
                new CreateVoiceConnectorGroupInput(name, items(connectors)))
            .voiceConnectorGroup());
  }

  /** The id of a new group. */
  String groupId(String name, String... connectors) {
    return requireNonNull(group(name, connectors).voiceConnectorGroupId());
  }

  VoiceConnectorGroup getGroup(String id) {
    return requireNonNull(
        run(Operations.GET_VOICE_CONNECTOR_GROUP, new GetVoiceConnectorGroupInput(id))
            .voiceConnectorGroup());
  }

  VoiceConnectorGroup updateGroup(String id, String name, List<VoiceConnectorItem> items) {
    return requireNonNull(
        run(
                Operations.UPDATE_VOICE_CONNECTOR_GROUP,
                new UpdateVoiceConnectorGroupInput(id, name, items))
            .voiceConnectorGroup());
  }

  void deleteGroup(String id) {
    run(Operations.DELETE_VOICE_CONNECTOR_GROUP, new DeleteVoiceConnectorGroupInput(id));
  }

  /** Puts numbers for Voice Connectors into the inventory. */
  List<String> numbers(int count) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String number = "+1206555%04d".formatted(i);
      bells.stock(number, PhoneNumberProductType.VOICE_CONNECTOR);
      numbers.add(number);
    }
    return numbers;
  }

  PhoneNumber number(String e164) {
    return requireNonNull(
        run(Operations.GET_PHONE_NUMBER, new GetPhoneNumberInput(e164)).phoneNumber());
  }

  List<PhoneNumberError> give(String connector, List<String> numbers, @Nullable Boolean force) {
    return requireNonNull(
        run(
                Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR,
                new AssociatePhoneNumbersWithVoiceConnectorInput(connector, numbers, force))
            .phoneNumberErrors());
  }

  List<PhoneNumberError> take(String connector, List<String> numbers) {
    return requireNonNull(
        run(
                Operations.DISASSOCIATE_PHONE_NUMBERS_FROM_VOICE_CONNECTOR,
                new DisassociatePhoneNumbersFromVoiceConnectorInput(connector, numbers))
            .phoneNumberErrors());
  }

  List<PhoneNumberError> giveGroup(String group, List<String> numbers, @Nullable Boolean force) {
    return requireNonNull(
        run(
                Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR_GROUP,
                new AssociatePhoneNumbersWithVoiceConnectorGroupInput(group, numbers, force))
            .phoneNumberErrors());
  }

  List<PhoneNumberError> takeGroup(String group, List<String> numbers) {
    return requireNonNull(
        run(
                Operations.DISASSOCIATE_PHONE_NUMBERS_FROM_VOICE_CONNECTOR_GROUP,
                new DisassociatePhoneNumbersFromVoiceConnectorGroupInput(group, numbers))
            .phoneNumberErrors());
  }

  @Override
  public void close() {
    server.close();
  }
}
