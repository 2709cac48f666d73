package org.carillon.server.trunks.connectors;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Keys;
import org.carillon.platform.operations.Bound;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.Quotas;
import org.carillon.server.inventory.numbers.HolderStore;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.TrunkNumbers;
import org.carillon.server.inventory.tags.Taggable;
import org.carillon.server.inventory.tags.Tags;

/** Puts Voice Connectors and their groups together: what others use of them, and operations. */
public final class VoiceConnectorsFeature {

  private final VoiceConnectorStore connectors;
  private final GroupStore groups = new GroupStore();
  private final HolderStore holders;
  private final TrunkNumbers numbers;
  private final Keys keys;
  private final PageTokens tokens;
  private final SipDomain domain;
  private final Quotas quotas;
  private final Tags tags;

  /** Voice Connectors that can be given those numbers. */
  public VoiceConnectorsFeature(
      Keys keys,
      PageTokens tokens,
      NumbersFeature numbers,
      Tags tags,
      SipDomain domain,
      Quotas quotas) {
    this.connectors = new VoiceConnectorStore(domain);
    this.holders = numbers.holders();
    this.numbers = numbers.trunkNumbers();
    this.keys = keys;
    this.tokens = tokens;
    this.tags = tags;
    this.domain = domain;
    this.quotas = quotas;
  }

  /** The Voice Connectors, for what configures one or refers to one. */
  public VoiceConnectorStore connectors() {
    return connectors;
  }

  /** The Voice Connectors of those groups that there are, the first to be tried first. */
  public Map<String, List<String>> connectorsOf(Call call, Collection<String> groupIds) {
    return groups.connectorsOf(call, groupIds);
  }

  /** The Voice Connectors as things that can have tags. */
  public Taggable taggable() {
    return connectors;
  }

  /**
   * The operations on Voice Connectors and on groups of them.
   *
   * @param whenDeleted what else happens when a connector is deleted
   */
  public List<Bound<?, ?>> operations(WhenDeleted... whenDeleted) {
    return Stream.of(ofConnectors(List.of(whenDeleted)), ofGroups())
        .<Bound<?, ?>>flatMap(List::stream)
        .toList();
  }

  private List<Bound<?, ?>> ofConnectors(List<WhenDeleted> whenDeleted) {
    return List.of(
        new Bound<>(
            Operations.CREATE_VOICE_CONNECTOR,
            new CreateVoiceConnector(connectors, holders, keys, domain, quotas, tags)),
        new Bound<>(Operations.GET_VOICE_CONNECTOR, new GetVoiceConnector(connectors, domain)),
        new Bound<>(
            Operations.LIST_VOICE_CONNECTORS, new ListVoiceConnectors(connectors, domain, tokens)),
        new Bound<>(
            Operations.UPDATE_VOICE_CONNECTOR,
            new UpdateVoiceConnector(connectors, holders, domain)),
        new Bound<>(
            Operations.DELETE_VOICE_CONNECTOR,
            new DeleteVoiceConnector(connectors, groups, holders, tags, whenDeleted)),
        new Bound<>(
            Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR,
            new AssociatePhoneNumbersWithVoiceConnector(connectors, numbers)),
        new Bound<>(
            Operations.DISASSOCIATE_PHONE_NUMBERS_FROM_VOICE_CONNECTOR,
            new DisassociatePhoneNumbersFromVoiceConnector(connectors, numbers)),
        new Bound<>(
            Operations.LIST_AVAILABLE_VOICE_CONNECTOR_REGIONS,
            new ListAvailableVoiceConnectorRegions()));
  }

  private List<Bound<?, ?>> ofGroups() {
    GroupItems items = new GroupItems(connectors, quotas);
    return List.of(
        new Bound<>(
            Operations.CREATE_VOICE_CONNECTOR_GROUP,
            new CreateVoiceConnectorGroup(groups, items, holders, keys, quotas)),
        new Bound<>(Operations.GET_VOICE_CONNECTOR_GROUP, new GetVoiceConnectorGroup(groups)),
        new Bound<>(
            Operations.LIST_VOICE_CONNECTOR_GROUPS, new ListVoiceConnectorGroups(groups, tokens)),
        new Bound<>(
            Operations.UPDATE_VOICE_CONNECTOR_GROUP,
            new UpdateVoiceConnectorGroup(groups, items, holders)),
        new Bound<>(
            Operations.DELETE_VOICE_CONNECTOR_GROUP,
            new DeleteVoiceConnectorGroup(groups, holders)),
        new Bound<>(
            Operations.ASSOCIATE_PHONE_NUMBERS_WITH_VOICE_CONNECTOR_GROUP,
            new AssociatePhoneNumbersWithVoiceConnectorGroup(groups, numbers)),
        new Bound<>(
            Operations.DISASSOCIATE_PHONE_NUMBERS_FROM_VOICE_CONNECTOR_GROUP,
            new DisassociatePhoneNumbersFromVoiceConnectorGroup(groups, numbers)));
  }
}
