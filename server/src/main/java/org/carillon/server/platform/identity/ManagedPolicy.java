package org.carillon.server.platform.identity;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policies that every organization has without writing them, named as AWS names its own. */
public enum ManagedPolicy {
  /** Everything. */
  FULL_ACCESS("AmazonChimeFullAccess", List.of("chime:*")),
  /** Looking, without changing. */
  READ_ONLY(
      "AmazonChimeReadOnly",
      List.of(
          "chime:List*",
          "chime:Get*",
          "chime:Describe*",
          "chime:SearchAvailablePhoneNumbers",
          "chime:ResolveCall")),
  /**
   * Administering users: of the 38 actions that AWS's policy of this name has, those that the API
   * has as operations; the others belonged to the former console only.
   */
  USER_MANAGEMENT(
      "AmazonChimeUserManagement",
      List.of(
          "chime:ListAccounts",
          "chime:GetAccount",
          "chime:GetAccountSettings",
          "chime:UpdateAccountSettings",
          "chime:AssociateSigninDelegateGroupsWithAccount",
          "chime:DisassociateSigninDelegateGroupsFromAccount",
          "chime:ListUsers",
          "chime:GetUser",
          "chime:CreateUser",
          "chime:UpdateUser",
          "chime:InviteUsers",
          "chime:BatchUpdateUser",
          "chime:BatchSuspendUser",
          "chime:BatchUnsuspendUser",
          "chime:LogoutUser",
          "chime:ResetPersonalPIN",
          "chime:GetUserSettings",
          "chime:UpdateUserSettings",
          "chime:ListPhoneNumbers",
          "chime:GetPhoneNumber",
          "chime:AssociatePhoneNumberWithUser",
          "chime:DisassociatePhoneNumberFromUser"));

  private final String awsName;

  // A policy keeps its own unmodifiable copies; the checker cannot see that.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Policy policy;

  ManagedPolicy(String awsName, List<String> actions) {
    this.awsName = awsName;
    this.policy = new Policy(List.of(new Policy.Statement(true, false, actions)));
  }

  /** The name by which it is granted, such as {@code AmazonChimeReadOnly}. */
  public String awsName() {
    return awsName;
  }

  /** What it allows. */
  public Policy policy() {
    return policy;
  }

  /** The managed policy of that name, or null. */
  public static @Nullable ManagedPolicy named(String awsName) {
    return Arrays.stream(values())
        .filter(each -> each.awsName.equals(awsName))
        .findAny()
        .orElse(null);
  }
}
