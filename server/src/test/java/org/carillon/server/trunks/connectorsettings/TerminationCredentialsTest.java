package org.carillon.server.trunks.connectorsettings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.carillon.api.model.BadRequestException;
import org.carillon.api.model.Credential;
import org.carillon.api.model.DeleteVoiceConnectorTerminationCredentialsInput;
import org.carillon.api.model.NotFoundException;
import org.carillon.api.model.Operations;
import org.carillon.platform.db.Engine;
import org.carillon.platform.identity.BrokenSealException;
import org.carillon.server.testing.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** With what equipment signs in, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class TerminationCredentialsTest {

  static final Credential PBX = new Credential("pbx", "quiet brass bell");

  private final ConfiguredTrunks trunks;
  private final Tenant bells;
  private final String lobby;

  TerminationCredentialsTest(Engine engine, @TempDir Path folder) {
    trunks = new ConfiguredTrunks(engine, folder);
    bells = trunks.server().organization();
    lobby = trunks.connector(bells);
  }

  @AfterEach
  void close() {
    trunks.close();
  }

  private void delete(Tenant organization, String... usernames) {
    organization.call(
        Operations.DELETE_VOICE_CONNECTOR_TERMINATION_CREDENTIALS,
        new DeleteVoiceConnectorTerminationCredentialsInput(lobby, List.of(usernames)));
  }

  private Credential[] many(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(each -> new Credential("pbx-%02d".formatted(each), "password " + each))
        .toArray(Credential[]::new);
  }

  @Test
  void passwordComesBackForSipDigestAndTheListHasUserNamesOnly() {
    assertEquals(List.of(), trunks.usernames(bells, lobby));
    trunks.credentials(bells, lobby, PBX, new Credential("PBX/2 b", "another password"));
    assertEquals(List.of("PBX/2 b", "pbx"), trunks.usernames(bells, lobby));
    assertEquals(Optional.of("quiet brass bell"), trunks.password(bells, lobby, "pbx"));
    assertEquals(Optional.of("another password"), trunks.password(bells, lobby, "PBX/2 b"));
    assertEquals(Optional.empty(), trunks.password(bells, lobby, "PBX"));
  }

  @Test
  void passwordIsReplacedAndUserNamesAreDeleted() {
    trunks.credentials(bells, lobby, PBX);
    trunks.credentials(
        bells, lobby, new Credential("pbx", "loud brass bell"), new Credential("fax", "12345678"));
    assertEquals(Optional.of("loud brass bell"), trunks.password(bells, lobby, "pbx"));
    assertEquals(List.of("fax", "pbx"), trunks.usernames(bells, lobby));

    delete(bells, "pbx", "unknown");
    delete(bells, "pbx");
    assertEquals(List.of("fax"), trunks.usernames(bells, lobby));
    assertEquals(Optional.empty(), trunks.password(bells, lobby, "pbx"));
  }

  @Test
  void connectorHasTwentyAtMostAndEachUserNameOnce() {
    assertEquals(
        "Credentials lists a Username twice; list each Username once",
        assertThrows(BadRequestException.class, () -> trunks.credentials(bells, lobby, PBX, PBX))
            .getMessage());
    trunks.credentials(bells, lobby, many(0, 15));
    trunks.credentials(bells, lobby, many(10, 10));
    assertEquals(20, trunks.usernames(bells, lobby).size());
    assertEquals(
        "Voice Connector "
            + lobby
            + " would have 21 credentials, and the limit is 20; delete some first",
        assertThrows(BadRequestException.class, () -> trunks.credentials(bells, lobby, PBX))
            .getMessage());
    trunks.credentials(bells, lobby, many(19, 1));
    delete(bells, "pbx-00");
    trunks.credentials(bells, lobby, PBX);
  }

  @Test
  void nobodyElseFindsOrChangesThem() {
    trunks.credentials(bells, lobby, PBX);
    Tenant stranger = trunks.server().organization();
    assertThrows(NotFoundException.class, () -> trunks.usernames(stranger, lobby));
    assertThrows(NotFoundException.class, () -> trunks.credentials(stranger, lobby, PBX));
    assertThrows(NotFoundException.class, () -> delete(stranger, "pbx"));
    assertEquals(Optional.empty(), trunks.password(stranger, lobby, "pbx"));
    assertEquals(Optional.empty(), trunks.password(bells, trunks.connector(bells), "pbx"));
    assertEquals(Optional.of(PBX.password()), trunks.password(bells, lobby, "pbx"));
  }

  @Test
  void sealedPasswordIsOfNoUseInAnotherRow() {
    trunks.credentials(bells, lobby, PBX);
    String other = trunks.connector(bells);
    trunks.credentials(bells, other, new Credential("pbx", "another password"));
    String steal =
        "update termination_credential set password = (select password from"
            + " termination_credential where voice_connector_id = ?) where voice_connector_id = ?";
    trunks.server().sql(steal, lobby, other);
    assertThrows(BrokenSealException.class, () -> trunks.password(bells, other, "pbx"));

    trunks.server().sql("update termination_credential set username = 'fax'");
    assertThrows(BrokenSealException.class, () -> trunks.password(bells, lobby, "fax"));
  }

  @Test
  void userNamesAndPasswordsAreWhatSipDigestCanCarry() {
    for (String wrong : List.of("", " pbx", "pbx ", "p:bx", "pbx\t", "pbü", "x".repeat(129))) {
      assertFalse(new Credential(wrong, "password").validate().isEmpty(), wrong);
    }
    for (String wrong : List.of("", "seven77", "x".repeat(129), "password\n", "passwörter")) {
      assertFalse(new Credential("pbx", wrong).validate().isEmpty(), wrong);
    }
    assertEquals(List.of(), new Credential("x".repeat(128), "x".repeat(128)).validate());
    assertEquals(List.of(), new Credential("~", "eight888").validate());
  }
}
