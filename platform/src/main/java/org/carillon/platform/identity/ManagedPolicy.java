package org.carillon.platform.identity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.OperationShape;
import org.jspecify.annotations.Nullable;

/**
 * The policies that every organization has without writing them, named as AWS names its own where
 * AWS has one.
 */
public enum ManagedPolicy {
  /** Everything. */
  FULL_ACCESS("AmazonChimeFullAccess", List.of("chime:*")),
  /**
   * The operations that the model calls read-only, by any name. There is no exception, since none
   * answers a secret beyond those that AWS's policy of this name shows too, the security tokens of
   * bots.
   */
  READ_ONLY(
      "AmazonChimeReadOnly",
      Stream.of(Operations.ALL, Operations.UNSERVED)
          .flatMap(List::stream)
          .filter(OperationShape::readOnly)
          .map(operation -> "chime:" + operation.name())
          .toList()),
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
          "chime:DisassociatePhoneNumberFromUser")),
  /** Carrying calls: what a call engine asks before a call and reports after it, ours alone. */
  CALL_ENGINE(
      "CarillonCallEngine",
      List.of(
          "chime:ResolveCall",
          "chime:PutRecord",
          "chime:BatchPutRecord",
          "chime:ReportUserSignIn",
          "chime:ReportVoiceConnectorTerminationHealth",
          "chime:GetPhoneNumber",
          "chime:ListVoiceConnectors",
          "chime:GetVoiceConnector",
          "chime:GetVoiceConnectorOrigination",
          "chime:GetVoiceConnectorTermination",
          "chime:ListVoiceConnectorTerminationCredentials"));

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

  /** The names of all, between commas. */
  public static String names() {
    return Arrays.stream(values()).map(ManagedPolicy::awsName).collect(Collectors.joining(", "));
  }

  /** Returns the allowed actions. */
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
