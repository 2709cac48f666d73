package org.carillon.server.people.devices;

import java.time.Instant;
import java.util.Locale;
import org.carillon.api.model.CreateDeviceInput;
import org.carillon.api.model.DeviceType;
import org.carillon.api.model.UpdateDeviceInput;
import org.carillon.platform.operations.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A telephone or a program of an account, with every transition it can make.
 *
 * @param mac of a desk phone; null for a soft client
 * @param sipUsername the name with which it registers, in lower case; for a desk phone the digits
 *     of its address
 * @param passwordMadeAt when the present password was made; null while it has none, since the user
 *     who knew the last one has it no more
 * @param assigned who has it; null while it is free
 */
public record Device(
    String deviceId,
    String accountId,
    String name,
    DeviceType kind,
    @Nullable MacAddress mac,
    String sipUsername,
    @Nullable Instant passwordMadeAt,
    @Nullable Assigned assigned,
    Instant createdAt,
    Instant changedAt) {

  /**
   * The user of a device.
   *
   * @param name the user's name in messages
   */
  public record Assigned(String userId, String name, Instant since) {

    private String describe() {
      return "user " + name + " since " + since;
    }
  }

  /**
   * A new device, which nobody has.
   *
   * @throws org.carillon.api.model.BadRequestException without the one name that its kind needs
   */
  static Device created(String deviceId, String accountId, CreateDeviceInput input, Instant now) {
    MacAddress mac = mac(input.type(), input.macAddress());
    String sipUsername = sipUsername(input.type(), input.sipUsername());
    if (mac == null && sipUsername == null) {
      throw Refusal.badRequest(
          switch (input.type()) {
            case DESK_PHONE -> "a DeskPhone needs a MacAddress; it is on the back of the phone";
            case SOFT_CLIENT ->
                "a SoftClient needs a SipUsername; give the name with which it registers";
          });
    }
    return new Device(
        deviceId,
        accountId,
        input.name(),
        input.type(),
        mac,
        mac == null ? String.valueOf(sipUsername) : mac.digits(),
        now,
        null,
        now,
        now);
  }

  private static @Nullable MacAddress mac(DeviceType kind, @Nullable String text) {
    if (text != null && kind != DeviceType.DESK_PHONE) {
      throw Refusal.badRequest("MacAddress is only for a DeskPhone; leave it out");
    }
    return text == null ? null : MacAddress.of(text);
  }

  private static @Nullable String sipUsername(DeviceType kind, @Nullable String text) {
    if (text != null && kind != DeviceType.SOFT_CLIENT) {
      throw Refusal.badRequest(
          "SipUsername is only for a SoftClient; leave it out, since a DeskPhone registers with its"
              + " MacAddress");
    }
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  /** A desk phone's present name comes back from the readers of the device and says nothing. */
  private @Nullable String newSipUsername(@Nullable String text) {
    return sipUsername.equalsIgnoreCase(text) ? null : sipUsername(kind, text);
  }

  /**
   * Returns the device with another name or address; an absent member keeps the present one.
   *
   * @throws org.carillon.api.model.BadRequestException for what its kind does not have
   */
  Device updated(UpdateDeviceInput input, Instant now) {
    MacAddress newMac = mac(kind, input.macAddress());
    String newSipUsername = newSipUsername(input.sipUsername());
    String newName = input.name();
    return new Device(
        deviceId,
        accountId,
        newName == null ? name : newName,
        kind,
        newMac == null ? mac : newMac,
        newMac != null ? newMac.digits() : newSipUsername != null ? newSipUsername : sipUsername,
        passwordMadeAt,
        assigned,
        createdAt,
        now);
  }

  /**
   * Given to a user; the same one's own stays as it is.
   *
   * @throws org.carillon.api.model.ConflictException when another user has it, saying who, and when
   *     it has no password
   */
  Device assignedTo(String userId, String userName, Instant now) {
    if (assigned == null) {
      if (passwordMadeAt == null) {
        throw Refusal.conflict(
            describe()
                + " has no password since it lost its last user; make a new one with"
                + " RegenerateDeviceCredentials");
      }
      return with(passwordMadeAt, new Assigned(userId, userName, now), now);
    }
    if (!assigned.userId().equals(userId)) {
      throw Refusal.conflict(
          describe()
              + " is assigned to "
              + assigned.describe()
              + "; disassociate it with DisassociateDeviceFromUser first");
    }
    return this;
  }

  /**
   * Taken from a user.
   *
   * @throws org.carillon.api.model.ConflictException when it is not that user's, saying whose it is
   */
  Device takenFrom(String userId, String userName, Instant now) {
    if (assigned == null || !assigned.userId().equals(userId)) {
      throw Refusal.conflict(
          describe()
              + " is not assigned to user "
              + userName
              + (assigned == null ? "; it has no user" : " but to " + assigned.describe()));
    }
    return freed(now);
  }

  /** Taken from its user, who knows the password: it is void at once. */
  Device freed(Instant now) {
    return with(null, null, now);
  }

  /** With another password. */
  Device withNewPassword(Instant now) {
    return with(now, assigned, now);
  }

  /**
   * Refuses to delete an assigned device.
   *
   * @throws org.carillon.api.model.ConflictException with its user
   */
  void refuseAssigned() {
    if (assigned != null) {
      throw Refusal.conflict(
          describe()
              + " is assigned to "
              + assigned.describe()
              + "; disassociate it with DisassociateDeviceFromUser, then delete it");
    }
  }

  /** The device as a message says it. */
  String describe() {
    return "device " + name;
  }

  /** Returns the view for clients. */
  org.carillon.api.model.Device view() {
    return org.carillon.api.model.Device.builder()
        .deviceId(deviceId)
        .accountId(accountId)
        .name(name)
        .type(kind)
        .macAddress(mac == null ? null : mac.shown())
        .sipUsername(sipUsername)
        .userId(assigned == null ? null : assigned.userId())
        .assignedTimestamp(assigned == null ? null : assigned.since())
        .credentialsTimestamp(passwordMadeAt)
        .createdTimestamp(createdAt)
        .updatedTimestamp(changedAt)
        .build();
  }

  private Device with(@Nullable Instant madeAt, @Nullable Assigned nextAssigned, Instant now) {
    return new Device(
        deviceId, accountId, name, kind, mac, sipUsername, madeAt, nextAssigned, createdAt, now);
  }
}
