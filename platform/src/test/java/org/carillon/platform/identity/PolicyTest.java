package org.carillon.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.api.model.Operations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What policies allow, and which documents are refused. */
final class PolicyTest {

  private static Policy statement(String members) {
    return PolicyDocument.parse(
        "{\"Version\":\"2012-10-17\",\"Statement\":[{" + members.replace('\'', '"') + "}]}");
  }

  private static Principal with(Policy... policies) {
    return new Principal("123456789012", "1", "jane", List.of(policies));
  }

  private static Policy managed(String name) {
    return new GrantedPolicy(name, null).compiled();
  }

  @ParameterizedTest
  @CsvSource({
    "*,                     chime:GetUser,           true",
    "chime:*,               chime:GetUser,           true",
    "chime:*,               iam:GetUser,             false",
    "chime:GetUser,         chime:GetUser,           true",
    "chime:GetUser,         chime:GetUserSettings,   false",
    "chime:GetUser*,        chime:GetUserSettings,   true",
    "chime:Get*,            chime:ListUsers,         false",
    "chime:*PhoneNumber,    chime:DeletePhoneNumber, true",
    "chime:*PhoneNumber,    chime:ListPhoneNumbers,  false",
    "chime:*Phone*r?,       chime:ListPhoneNumbers,  true",
    "chime:?etUser,         chime:GetUser,           true",
    "chime:?etUser,         chime:etUser,            false",
    "chime:GetUser?,        chime:GetUser,           false",
    "CHIME:getuser,         chime:GetUser,           true",
    "chime:*a*b*c,          chime:xaxbxbxc,          true",
    "chime:*a*b*c,          chime:xaxcxbx,           false",
    "chime:**,              chime:GetUser,           true",
  })
  void actionPatternCovers(String pattern, String action, boolean covered) {
    String found = "'Effect':'Allow','Action':'" + pattern + "','Resource':'*'";
    assertEquals(covered, with(statement(found)).may(action));
    String others = "'Effect':'Allow','NotAction':['" + pattern + "'],'Resource':'*'";
    assertEquals(!covered, with(statement(others)).may(action));
  }

  @Test
  void starsDoNotMultiplyTheWork() {
    Policy hostile =
        statement("'Effect':'Allow','Action':'chime:" + "*a".repeat(500) + "b','Resource':'*'");
    assertTimeoutPreemptively(
        Duration.ofSeconds(2), () -> assertFalse(with(hostile).may("chime:" + "a".repeat(2_000))));
  }

  @Test
  void denyWinsWhereverItStands() {
    Policy allow = managed("AmazonChimeFullAccess");
    Policy deny = statement("'Effect':'Deny','Action':'chime:Delete*','Resource':['*']");
    for (Principal each : List.of(with(allow, deny), with(deny, allow))) {
      assertFalse(each.may("chime:DeletePhoneNumber"));
      assertTrue(each.may("chime:GetPhoneNumber"));
    }
    Policy both =
        PolicyDocument.parse(
            """
            {"Id": "both", "Statement": [
              {"Sid": "a", "Effect": "Deny", "NotAction": ["chime:Get*", "chime:List*"], "Resource": "*"},
              {"Sid": "b", "Effect": "Allow", "Action": "*", "Resource": "*"}]}
            """);
    assertTrue(with(both).may("chime:GetUser"));
    assertFalse(with(both).may("chime:CreateUser"));
    assertFalse(with().may("chime:GetUser"));
  }

  @ParameterizedTest
  @CsvSource({
    "chime:GetPhoneNumber,               true,  true",
    "chime:ListPhoneNumbers,             true,  true",
    "chime:ListUsers,                    true,  true",
    "chime:SearchAvailablePhoneNumbers,  true,  false",
    "chime:GetGlobalSettings,            true,  false",
    "chime:ListBots,                     true,  false",
    "chime:CreateUser,                   false, true",
    "chime:InviteUsers,                  false, true",
    "chime:UpdateUserSettings,           false, true",
    "chime:AssociatePhoneNumberWithUser, false, true",
    "chime:CreateAccount,                false, false",
    "chime:CreateBot,                    false, false",
    "chime:DeletePhoneNumber,            false, false",
    "chime:CreatePhoneNumberOrder,       false, false",
  })
  void managedPoliciesAllow(String action, boolean readOnly, boolean userManagement) {
    assertTrue(with(managed("AmazonChimeFullAccess")).may(action));
    assertEquals(readOnly, with(managed("AmazonChimeReadOnly")).may(action));
    assertEquals(userManagement, with(managed("AmazonChimeUserManagement")).may(action));
  }

  @Test
  void callEnginesReportAndAskAndChangeNothingElse() {
    Principal engine = with(managed("CarillonCallEngine"));
    for (String action :
        List.of(
            "ResolveCall",
            "PutRecord",
            "BatchPutRecord",
            "ReportUserSignIn",
            "ReportVoiceConnectorTerminationHealth")) {
      assertTrue(engine.may("chime:" + action), action);
    }
    for (String action : List.of("ListUsers", "UpdatePhoneNumber", "CreateVoiceConnector")) {
      assertFalse(engine.may("chime:" + action), action);
    }
  }

  /** For every beginning of an operation's name, whether or not the server supports it. */
  @Test
  void readOnlyPolicyAllowsWhatTheModelCallsReadOnlyAndNothingElse() {
    Principal auditor = with(managed("AmazonChimeReadOnly"));
    Stream.of(Operations.ALL, Operations.UNSERVED)
        .flatMap(List::stream)
        .forEach(operation ->
            assertEquals(
                operation.readOnly(), auditor.may("chime:" + operation.name()), operation.name()));
    for (String operation :
        List.of("SearchInventory", "ExplainRecordVisibility", "ExportRecords")) {
      assertTrue(auditor.may("chime:" + operation), operation);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Effect':'Allow','Action':'*'                                   | Resource is missing",
        "'Effect':'Allow','Resource':'*'                                 | either Action or"
            + " NotAction",
        "'Effect':'Allow','Action':'*','NotAction':'*','Resource':'*'    | either Action or"
            + " NotAction",
        "'Effect':'Allow','Action':[],'Resource':'*'                     | Action is missing or"
            + " empty",
        "'Action':'*','Resource':'*'                                     | Effect must be",
        "'Effect':'allow','Action':'*','Resource':'*'                    | Effect must be",
        "'Effect':'Allow','Action':'*','Resource':'arn:aws:chime:*'      | Resource must be",
        "'Effect':'Allow','Action':'*','Resource':['*','arn:x']          | Statement[0].Resource[1]"
            + " must be",
        "'Effect':'Allow','Action':'*','NotResource':'*'                 | NotResource, which is"
            + " not",
        "'Effect':'Allow','Action':'*','Resource':'*','Condition':{}     | Condition, which is not",
        "'Effect':'Allow','Action':'*','Resource':'*','Principal':'*'    | Principal, which is not",
        "'Effect':'Allow','Action':'GetUser','Resource':'*'              | is not an action",
        "'Effect':'Allow','Action':'ch*:GetUser','Resource':'*'          | is not an action",
        "'Effect':'Allow','Action':7,'Resource':'*'                      | is not an action",
        "'Effect':'Allow','Action':null,'Resource':'*'                   | is not an action",
        "'Effect':'Allow','Effect':'Deny','Action':'*','Resource':'*'    | Duplicate field 'Effect'"
            + " at line 1, column ",
        "'Effect':'Allow','Sid':7,'Action':'*','Resource':'*'            | Sid must be a string",
      },
      quoteCharacter = '`')
  void statementIsRefused(String members, String why) {
    var refused = assertThrows(RefusedException.class, () -> statement(members));
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
    assertTrue(
        refused.getMessage().startsWith("The policy document is refused: "), refused.getMessage());
  }

  @Test
  void documentIsRefused() {
    String statement = "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}";
    for (String document :
        List.of(
            "",
            "null",
            "[]",
            "7",
            "{",
            "{}",
            "{\"Statement\":[]}",
            "{\"Statement\":[[]]}",
            "{\"Statement\":" + statement + "} {}",
            "{\"Version\":\"2026-01-01\",\"Statement\":" + statement + "}",
            "{\"Other\":1,\"Statement\":" + statement + "}",
            "[".repeat(5_000),
            "{\"Statement\":" + statement + "}" + " ".repeat(PolicyDocument.MAX_LENGTH))) {
      assertThrows(RefusedException.class, () -> PolicyDocument.parse(document), document);
    }
  }

  @Test
  void grantNamesAManagedPolicyOrABetterNameOfOnesOwn() {
    String document = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";
    assertEquals("mine", GrantedPolicy.custom("mine", document).name());
    for (String name : List.of("", "a b", "AmazonChimeReadOnly", "x".repeat(129))) {
      assertThrows(RefusedException.class, () -> GrantedPolicy.custom(name, document), name);
    }
  }

  @Test
  void backgroundJobMayEverythingUnderItsOwnName() {
    Principal job = Principal.system("123456789012", "fulfilment");
    assertEquals("system:fulfilment", job.arn());
    assertTrue(job.may("chime:DeletePhoneNumber"));
  }
}
