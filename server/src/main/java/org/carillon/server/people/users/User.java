package org.carillon.server.people.users;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import org.carillon.api.model.AlexaForBusinessMetadata;
import org.carillon.api.model.CreateUserInput;
import org.carillon.api.model.InviteStatus;
import org.carillon.api.model.License;
import org.carillon.api.model.RegistrationStatus;
import org.carillon.api.model.TelephonySettings;
import org.carillon.api.model.UserType;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.people.accounts.Account;
import org.jspecify.annotations.Nullable;

/**
 * A person or a shared device in an account, with every transition it can make.
 *
 * @param email as it was given; it is unique in the organization, letter case aside
 * @param invitation the state of the invitation; null without one
 * @param telephony the calling permissions
 */
public record User(
    String userId,
    String accountId,
    @Nullable String email,
    @Nullable String username,
    String displayName,
    License license,
    UserType type,
    RegistrationStatus registration,
    @Nullable InviteStatus invitation,
    @Nullable String personalPin,
    AlexaForBusinessMetadata alexa,
    TelephonySettings telephony,
    @Nullable Instant registeredOn,
    @Nullable Instant invitedOn,
    Instant createdAt,
    Instant changedAt) {

  private static final TelephonySettings OFF = new TelephonySettings(false, false, false);

  private static final AlexaForBusinessMetadata NO_ALEXA =
      new AlexaForBusinessMetadata(false, null);

  /**
   * A user whom the API makes: registered at once, as the reference's sample of CreateUser shows.
   *
   * @throws org.carillon.api.model.BadRequestException without an e-mail address and a user name
   */
  static User created(
      String userId, Account account, CreateUserInput input, String personalPin, Instant now) {
    String email = input.email();
    String username = input.username();
    if (username != null && username.isBlank()) {
      throw Refusal.badRequest("Username is blank; leave it out or give a name");
    }
    return new User(
        userId,
        account.accountId(),
        email,
        username,
        name(username, email),
        account.defaultLicense(),
        requireNonNullElse(input.userType(), UserType.PRIVATE_USER),
        RegistrationStatus.REGISTERED,
        null,
        personalPin,
        NO_ALEXA,
        OFF,
        now,
        null,
        now,
        now);
  }

  /** The user name or else, as the reference's samples have it, what stands before the @. */
  private static String name(@Nullable String username, @Nullable String email) {
    if (username != null) {
      return username;
    }
    if (email == null) {
      throw Refusal.badRequest("a user needs an Email or a Username; give at least one of them");
    }
    return email.substring(0, email.indexOf('@', 1));
  }

  /** Returns the user with another license, type or metadata; null keeps the present one. */
  User updated(
      @Nullable License newLicense,
      @Nullable UserType newType,
      @Nullable AlexaForBusinessMetadata metadata,
      Instant now) {
    return with(
        requireNonNullElse(newLicense, license),
        requireNonNullElse(newType, type),
        metadata == null
            ? alexa
            : new AlexaForBusinessMetadata(
                metadata.isAlexaForBusinessEnabled() == null
                    ? alexa.isAlexaForBusinessEnabled()
                    : metadata.isAlexaForBusinessEnabled(),
                metadata.alexaForBusinessRoomArn() == null
                    ? alexa.alexaForBusinessRoomArn()
                    : metadata.alexaForBusinessRoomArn()),
        telephony,
        now);
  }

  /** Returns the user with other permissions. */
  User with(TelephonySettings permissions, Instant now) {
    return with(license, type, alexa, permissions, now);
  }

  /** Returns the user changed now, with other numbers or another caller ID. */
  public User touched(Instant now) {
    return with(telephony, now);
  }

  /**
   * Returns the user without any permission that needs a number: after voice services end, and with
   * a first number, which comes with calling and messages off (reference,
   * AssociatePhoneNumberWithUser).
   */
  public User withTelephonyOff(Instant now) {
    return with(OFF, now);
  }

  /** Returns whether anything that needs a number is permitted. */
  public boolean isPermittedAnything() {
    return !telephony.equals(OFF);
  }

  /**
   * Refuses to give a number to one who is locked out.
   *
   * @throws org.carillon.api.model.BadRequestException when the user is suspended
   */
  public void refuseSuspended() {
    refuseSuspended("no number can be assigned");
  }

  /**
   * Refuses a suspended user with that consequence.
   *
   * @param consequence what cannot be done, for people
   */
  public void refuseSuspended(String consequence) {
    if (registration == RegistrationStatus.SUSPENDED) {
      throw Refusal.badRequest(
          "user "
              + userId
              + " is suspended, so "
              + consequence
              + "; unsuspend the user with BatchUnsuspendUser first");
    }
  }

  /** Returns the user's name in messages: the e-mail address, if there is one. */
  public String describe() {
    return requireNonNullElse(email, displayName);
  }

  /** The user as the ledger knows it. */
  public Holder holder() {
    return new Holder(userId, Holder.Kind.USER, accountId, describe());
  }

  /** Returns the view for clients. */
  org.carillon.api.model.User view(@Nullable String primaryNumber) {
    return org.carillon.api.model.User.builder()
        .userId(userId)
        .accountId(accountId)
        .primaryEmail(email)
        .primaryProvisionedNumber(primaryNumber)
        .displayName(displayName)
        .licenseType(license)
        .userType(type)
        .userRegistrationStatus(registration)
        .userInvitationStatus(invitation)
        .registeredOn(registeredOn)
        .invitedOn(invitedOn)
        .alexaForBusinessMetadata(alexa)
        .personalPIN(personalPin)
        .build();
  }

  private User with(
      License nextLicense,
      UserType nextType,
      AlexaForBusinessMetadata nextAlexa,
      TelephonySettings nextTelephony,
      Instant now) {
    return new User(
        userId,
        accountId,
        email,
        username,
        displayName,
        nextLicense,
        nextType,
        registration,
        invitation,
        personalPin,
        nextAlexa,
        nextTelephony,
        registeredOn,
        invitedOn,
        createdAt,
        now);
  }
}
