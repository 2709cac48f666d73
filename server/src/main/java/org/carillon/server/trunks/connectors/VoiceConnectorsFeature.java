package org.carillon.server.trunks.connectors;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.Limits;
import org.carillon.platform.operations.OperationBinding;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.Pages;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.Port;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.HolderStore;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.TrunkNumbers;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.inventory.tags.Taggable;
import org.carillon.server.inventory.tags.Tags;
import org.carillon.server.inventory.tags.TagsFeature;

/** Voice Connectors and their groups: operations, and the parts that other features use. */
public final class VoiceConnectorsFeature implements Feature {

  private static final Limit CONNECTORS =
      Limit.adjustable(
          "voice-connectors", 1000, 1_000_000, "Voice Connectors", "an organization", "delete one");
  private static final Limit GROUPS =
      Limit.adjustable(
          "voice-connector-groups",
          1000,
          1_000_000,
          "Voice Connector groups",
          "an organization",
          "delete one");
  private static final Limit GROUP_ITEMS =
      Limit.adjustable(
          "voice-connector-group-items",
          3,
          99,
          "Voice Connectors",
          "a Voice Connector group",
          "leave some out");

  /** The limits of the feature. */
  public static final List<Limit> LIMITS = List.of(CONNECTORS, GROUPS, GROUP_ITEMS);

  private final VoiceConnectorStore connectors;
  private final GroupStore groups = new GroupStore();
  private final HolderStore holders;
  private final TrunkNumbers numbers;
  private final Ids ids;
  private final Pages pages;
  private final SipDomain domain;
  private final Limits limits;
  private final Tags tags;
  private final Port<List<VoiceConnectorDeletion>> whenDeleted =
      new Port<>("VoiceConnectorsFeature.onDeletion");

  /** Voice Connectors that can be given those numbers. */
  public VoiceConnectorsFeature(
      Platform platform, NumbersFeature numbers, TagsFeature tags, SipDomain domain) {
    this.connectors = new VoiceConnectorStore(domain);
    this.holders = numbers.holders();
    this.numbers = numbers.trunkNumbers();
    this.ids = platform.ids();
    this.pages = platform.pages();
    this.tags = tags.tags();
    this.domain = domain;
    this.limits = platform.limits();
  }

  /** The Voice Connectors, for what configures one or refers to one. */
  public VoiceConnectorStore connectors() {
    return connectors;
  }

  /** The Voice Connectors of those groups that there are, the first to be tried first. */
  public Map<String, List<String>> connectorsOf(
      OperationContext context, Collection<String> groupIds) {
    return groups.connectorsOf(context, groupIds);
  }

  /** The host name of the Voice Connector with that id. */
  public String hostName(String voiceConnectorId) {
    return domain.hostName(voiceConnectorId);
  }

  /**
   * Unassigns a number from the Voice Connector or the group that holds it.
   *
   * @throws org.carillon.api.model.BadRequestException when another holder has it meanwhile
   * @throws org.carillon.api.model.NotFoundException when there is no such holder or number
   */
  public void unassign(OperationContext context, Holder trunk, E164 e164) {
    if (trunk.kind() == Holder.Kind.GROUP) {
      groups.lock(context, trunk.holderId());
    } else {
      connectors.lock(context, trunk.holderId());
    }
    numbers.unassign(context, trunk, e164);
  }

  /** Binds what else happens when a Voice Connector is deleted, in that order. */
  public void onDeletion(VoiceConnectorDeletion... also) {
    whenDeleted.bind(List.of(also));
  }

  /** Voice Connectors. */
  @Override
  public List<Taggable> taggable() {
    return List.of(connectors);
  }

  /** The operations on Voice Connectors and on groups of them. */
  @Override
  public List<OperationBinding<?, ?>> operations() {
    return Stream.of(ofConnectors(), ofGroups())
        .<OperationBinding<?, ?>>flatMap(List::stream)
        .toList();
  }

  private List<OperationBinding<?, ?>> ofConnectors() {
    return List.of(
        new OperationBinding<>(
            Operations.CREATE_VOICE_CONNECTOR,
            new CreateVoiceConnector(
                connectors, holders, ids, domain, limits.of(CONNECTORS), tags)),
        new OperationBinding<>(
            Operations.GET_VOICE_CONNECTOR, new GetVoiceConnector(connectors, domain)),
        new OperationBinding<>(
            Operations.LIST_VOICE_CONNECTORS, new ListVoiceConnectors(connectors, domain, pages)),
        new OperationBinding<>(
            Operations.UPDATE_VOICE_CONNECTOR,
            new UpdateVoiceConnector(connectors, holders, domain)),
        new OperationBinding<>(
            Operations.DELETE_VOICE_CONNECTOR,
            new DeleteVoiceConnector(connectors, groups, holders, tags, whenDeleted.bound())),
        new OperationBinding<>(
            Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR,
            new AssociatePhoneNumbersWithVoiceConnector(connectors, numbers)),
        new OperationBinding<>(
            Operations.DISASSOCIATE_PHONE_NUMBERS_FROM_VOICE_CONNECTOR,
            new DisassociatePhoneNumbersFromVoiceConnector(connectors, numbers)),
        new OperationBinding<>(
            Operations.LIST_AVAILABLE_VOICE_CONNECTOR_REGIONS,
            new ListAvailableVoiceConnectorRegions()));
  }

  private List<OperationBinding<?, ?>> ofGroups() {
    GroupItems items = new GroupItems(connectors, limits.of(GROUP_ITEMS));
    return List.of(
        new OperationBinding<>(
            Operations.CREATE_VOICE_CONNECTOR_GROUP,
            new CreateVoiceConnectorGroup(groups, items, holders, ids, limits.of(GROUPS))),
        new OperationBinding<>(
            Operations.GET_VOICE_CONNECTOR_GROUP, new GetVoiceConnectorGroup(groups)),
        new OperationBinding<>(
            Operations.LIST_VOICE_CONNECTOR_GROUPS, new ListVoiceConnectorGroups(groups, pages)),
        new OperationBinding<>(
            Operations.UPDATE_VOICE_CONNECTOR_GROUP,
            new UpdateVoiceConnectorGroup(groups, items, holders)),
        new OperationBinding<>(
            Operations.DELETE_VOICE_CONNECTOR_GROUP,
            new DeleteVoiceConnectorGroup(groups, holders)),
        new OperationBinding<>(
            Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR_GROUP,
            new AssociatePhoneNumbersWithVoiceConnectorGroup(groups, numbers)),
        new OperationBinding<>(
            Operations.DISASSOCIATE_PHONE_NUMBERS_FROM_VOICE_CONNECTOR_GROUP,
            new DisassociatePhoneNumbersFromVoiceConnectorGroup(groups, numbers)));
  }
}
