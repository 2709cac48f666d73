package org.carillon.server.people.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.carillon.api.model.BusinessCallingSettings;
import org.carillon.api.model.GetGlobalSettingsOutput;
import org.carillon.api.model.GetPhoneNumberSettingsOutput;
import org.carillon.api.model.VoiceConnectorSettings;
import org.carillon.platform.operations.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an organization, with all their transitions.
 *
 * @param businessCallingBucket null when no call detail records of Business Calling are written
 * @param voiceConnectorBucket null when none of Voice Connectors are written
 * @param callingName the default calling name; null when there is none
 * @param callingNameChangedAt null while it was never set
 */
record OrganizationSettings(
    @Nullable String businessCallingBucket,
    @Nullable String voiceConnectorBucket,
    @Nullable String callingName,
    @Nullable Instant callingNameChangedAt) {

  /** Of an organization that never set anything. */
  static final OrganizationSettings NONE = new OrganizationSettings(null, null, null, null);

  /**
   * The least time between changes of a default calling name (reference,
   * UpdatePhoneNumberSettings).
   */
  static final Duration REST = Duration.ofDays(7);

  /** With other buckets; a group that is null keeps its bucket, one without a bucket loses it. */
  OrganizationSettings with(
      @Nullable BusinessCallingSettings businessCalling,
      @Nullable VoiceConnectorSettings voiceConnector) {
    return new OrganizationSettings(
        businessCalling == null ? businessCallingBucket : blankToNull(businessCalling.cdrBucket()),
        voiceConnector == null ? voiceConnectorBucket : blankToNull(voiceConnector.cdrBucket()),
        callingName,
        callingNameChangedAt);
  }

  /**
   * With another default calling name. The name that holds already changes nothing, so that a
   * client may repeat a request whose answer it lost.
   *
   * @param wanted empty to have none
   * @throws org.carillon.api.model.BadRequestException sooner than seven days after the last change
   */
  OrganizationSettings called(String wanted, Instant now) {
    String name = wanted.isEmpty() ? null : wanted;
    if (Objects.equals(name, callingName)) {
      return this;
    }
    Instant changed = callingNameChangedAt;
    if (changed != null && now.isBefore(changed.plus(REST))) {
      throw Refusal.badRequest(
          "the default calling name was changed at "
              + changed
              + " and can change once in seven days; change it again from "
              + changed.plus(REST)
              + " on");
    }
    return new OrganizationSettings(businessCallingBucket, voiceConnectorBucket, name, now);
  }

  GetGlobalSettingsOutput global() {
    return new GetGlobalSettingsOutput(
        businessCallingBucket == null ? null : new BusinessCallingSettings(businessCallingBucket),
        voiceConnectorBucket == null ? null : new VoiceConnectorSettings(voiceConnectorBucket));
  }

  GetPhoneNumberSettingsOutput phoneNumbers() {
    return new GetPhoneNumberSettingsOutput(callingName, callingNameChangedAt);
  }

  private static @Nullable String blankToNull(@Nullable String bucket) {
    return bucket == null || bucket.isBlank() ? null : bucket;
  }
}
