package org.carillon.platform.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master key's file, and values sealed under it. */
final class MasterKeyTest {

  private static final byte[] CLEAR = "a bot's token".getBytes(UTF_8);

  private final Path folder;
  private final Path file;
  private final Database database;

  MasterKeyTest(@TempDir Path folder) {
    this.folder = folder;
    file = folder.resolve("keys").resolve(MasterKey.FILE_NAME);
    database = TestDatabases.open(Engine.SQLITE, folder, InstantSource.system());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private String refusal() {
    return assertThrows(RefusedException.class, () -> MasterKey.open(file, database)).getMessage();
  }

  private void makeASecret() {
    new FirstStart(database, MasterKey.open(file, database), new Ids(InstantSource.system()))
        .start("default", null, false);
  }

  @Test
  void keyIsMadeForItsOwnerAloneAndNothingIsLeftBeside() throws IOException {
    MasterKey.open(file, database);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (var beside = Files.list(file.getParent())) {
      assertEquals(List.of(file), beside.toList());
    }
  }

  @Test
  void keyIsKeptFromStartToStart() {
    byte[] sealed = MasterKey.open(file, database).seal(CLEAR, "bot/1");
    assertArrayEquals(CLEAR, MasterKey.open(file, database).open(sealed, "bot/1"));
  }

  @Test
  void startersAtOnceShareOneKey() {
    List<Vault> vaults =
        IntStream.range(0, 8).parallel().mapToObj(each -> MasterKey.open(file, database)).toList();
    byte[] sealed = vaults.getFirst().seal(CLEAR, "bot/1");
    for (Vault each : vaults) {
      assertArrayEquals(CLEAR, each.open(sealed, "bot/1"));
    }
  }

  @Test
  void keyThatOthersCanUseIsRefused() throws IOException {
    MasterKey.open(file, database);
    for (String mode : List.of("rw-r-----", "rw----r--", "rw--w----", "rwx------")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      assertEquals(
          "The master key " + file + " is accessible to other users; run: chmod 600 " + file,
          refusal());
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    MasterKey.open(file, database);
  }

  @Test
  void missingKeyIsRefusedOnceThereAreSecrets() throws IOException {
    makeASecret();
    Files.delete(file);
    assertEquals(
        "The database holds secrets sealed under a master key, but "
            + file
            + " does not exist; restore it from a backup or from another node.",
        refusal());
    assertFalse(Files.exists(file));
  }

  @Test
  void keyThatDoesNotOpenTheSecretsIsRefused() throws IOException {
    makeASecret();
    Path elsewhere = folder.resolve("elsewhere");
    Files.createDirectory(elsewhere);
    try (Database empty = TestDatabases.open(Engine.SQLITE, elsewhere, InstantSource.system())) {
      Files.delete(file);
      MasterKey.open(file, empty);
    }
    assertTrue(refusal().startsWith("The master key does not open"), refusal());
  }

  @Test
  void brokenFileIsRefusedWithoutBeingQuoted() throws IOException {
    MasterKey.open(file, database);
    String keyset = Files.readString(file);
    for (String broken : List.of("", "{}", "no key", keyset.substring(0, keyset.length() / 2))) {
      Files.writeString(file, broken);
      var refused = assertThrows(RefusedException.class, () -> MasterKey.open(file, database));
      assertTrue(refused.getMessage().contains("is not a master key"), refused.getMessage());
      assertEquals(null, refused.getCause());
    }
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertTrue(refusal().contains("is not a master key"), refusal());
  }

  @Test
  void sealedBytesHideTheClearOnesAndDifferEachTime() {
    Vault vault = MasterKey.open(file, database);
    byte[] sealed = vault.seal(CLEAR, "bot/1");
    assertFalse(new String(sealed, UTF_8).contains("token"));
    assertFalse(java.util.Arrays.equals(sealed, vault.seal(CLEAR, "bot/1")));
  }

  @Test
  void everyChangedBitIsNoticed() {
    Vault vault = MasterKey.open(file, database);
    byte[] sealed = vault.seal(CLEAR, "bot/1");
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThrows(BrokenSealException.class, () -> vault.open(changed, "bot/1"));
    }
  }

  @Test
  void sealedBytesOpenOnlyWhereTheyBelong() {
    Vault vault = MasterKey.open(file, database);
    byte[] sealed = vault.seal(CLEAR, "bot/1");
    var broken = assertThrows(BrokenSealException.class, () -> vault.open(sealed, "bot/2"));
    assertEquals("the master key does not open bot/2", broken.getMessage());
  }
}
