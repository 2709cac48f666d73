package org.carillon.server.people.accounts;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.carillon.api.model.AccountSettings;
import org.carillon.api.model.AccountStatus;
import org.carillon.api.model.AccountType;
import org.carillon.api.model.License;
import org.carillon.platform.operations.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A Chime account with every transition it can make.
 *
 * @param defaultLicense what its new users get
 */
public record Account(
    String accountId,
    String name,
    AccountType type,
    License defaultLicense,
    boolean disableRemoteControl,
    boolean enableDialOut,
    Instant createdAt,
    Instant changedAt) {

  /** The licenses that the API shows for every account (contract, 4.5). */
  private static final List<License> SUPPORTED = List.of(License.BASIC, License.PRO);

  /** A new Team account, the only type that the API creates. */
  static Account team(String accountId, String name, Instant now) {
    return new Account(accountId, name, AccountType.TEAM, License.PRO, false, false, now, now);
  }

  /**
   * Returns the account with another name or default license; null keeps the present one.
   *
   * @throws org.carillon.api.model.BadRequestException when the account does not support the
   *     license
   */
  Account updated(@Nullable String newName, @Nullable License newDefault, Instant now) {
    if (newDefault != null) {
      refuseUnsupported(newDefault);
    }
    return new Account(
        accountId,
        newName == null ? name : newName,
        type,
        newDefault == null ? defaultLicense : newDefault,
        disableRemoteControl,
        enableDialOut,
        createdAt,
        now);
  }

  /** Returns the account with other settings; a null member keeps the present one. */
  Account with(AccountSettings settings, Instant now) {
    Boolean disable = settings.disableRemoteControl();
    Boolean enable = settings.enableDialOut();
    return new Account(
        accountId,
        name,
        type,
        defaultLicense,
        disable == null ? disableRemoteControl : disable,
        enable == null ? enableDialOut : enable,
        createdAt,
        now);
  }

  /**
   * Refuses a license that users of this account cannot have.
   *
   * @throws org.carillon.api.model.BadRequestException saying which ones they can
   */
  public void refuseUnsupported(License license) {
    if (!SUPPORTED.contains(license)) {
      throw Refusal.badRequest(
          "account "
              + accountId
              + " does not support License "
              + license.value()
              + "; it supports "
              + SUPPORTED.stream().map(License::value).collect(Collectors.joining(" and ")));
    }
  }

  AccountSettings settings() {
    return AccountSettings.builder()
        .disableRemoteControl(disableRemoteControl)
        .enableDialOut(enableDialOut)
        .build();
  }

  /** Returns the view for clients. */
  org.carillon.api.model.Account view(String organizationId) {
    return org.carillon.api.model.Account.builder()
        .awsAccountId(organizationId)
        .accountId(accountId)
        .name(name)
        .accountType(type)
        .createdTimestamp(createdAt)
        .defaultLicense(defaultLicense)
        .supportedLicenses(SUPPORTED)
        .accountStatus(AccountStatus.ACTIVE)
        .signinDelegateGroups(List.of())
        .build();
  }
}
