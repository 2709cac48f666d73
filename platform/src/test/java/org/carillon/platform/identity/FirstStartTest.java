package org.carillon.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The first start, later ones, and what the root key setting does, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class FirstStartTest {

  private static final RootKey SETTING =
      new RootKey("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
  private static final RootKey OTHER = new RootKey("AKIAI44QH8DHBEXAMPLE", "another-long-secret");

  private final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-03-01T09:00:00Z"));
  private final Ids ids = new Ids(time::get);
  private final Engine engine;
  private final Path folder;
  private final Database database;
  private final Vault vault;

  FirstStartTest(Engine engine, @TempDir Path folder) {
    this.engine = engine;
    this.folder = folder;
    database = TestDatabases.open(engine, folder, time::get);
    vault = MasterKey.open(folder.resolve(MasterKey.FILE_NAME), database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private RootAccess start(@Nullable RootKey setting) {
    time.set(time.get().plusSeconds(60));
    FirstStart start = new FirstStart(database, vault, ids);
    RootAccess access = start.start("default", setting, true);
    if (access instanceof RootAccess.Issued issued) {
      start.told(issued.key());
    }
    return access;
  }

  private @Nullable AccessKey find(String accessKeyId) {
    return new KeyRing(database, vault).find(accessKeyId);
  }

  private @Nullable String secret(RootKey key) {
    AccessKey found = find(key.accessKeyId());
    return found == null ? null : found.secret();
  }

  @Test
  void firstStartMakesAnOrganizationAndARootKeyThatMayDoEverything() {
    var issued = assertInstanceOf(RootAccess.Issued.class, start(null));
    AccessKey key = find(issued.key().accessKeyId());
    assertNotNull(key);
    assertEquals(issued.key().secret(), key.secret());
    assertEquals("arn:aws:iam::" + issued.organizationId() + ":user/root", key.principal().arn());
    assertTrue(key.principal().may("chime:DeletePhoneNumber"));
    assertEquals("default", new Organizations(database, ids).list("", 10).getFirst().name());
  }

  @Test
  void laterStartsTellWhereToLookAndNeverTheSecret() {
    var issued = assertInstanceOf(RootAccess.Issued.class, start(null));
    RootAccess later = start(null);
    assertEquals(
        new RootAccess.Earlier(issued.organizationId(), issued.key().accessKeyId()), later);
    assertFalse(later.toString().contains(issued.key().secret()));
    assertEquals(1, new Organizations(database, ids).list("", 10).size());
    new AccessKeys(database, vault, ids).revoke(issued.key().accessKeyId());
    assertEquals(new RootAccess.Earlier(issued.organizationId(), null), start(null));
  }

  @Test
  void organizationsMadeByHandGetNoKeyUnasked() {
    Organization made = new Organizations(database, ids).create("Bells Inc.");
    assertEquals(new RootAccess.Earlier(made.organizationId(), null), start(null));
    assertEquals(
        Optional.empty(), new Principals(database, ids).find(made.organizationId(), "root"));
    assertEquals(
        new RootAccess.Setting(made.organizationId(), SETTING.accessKeyId()), start(SETTING));
    assertEquals(SETTING.secret(), secret(SETTING));
  }

  @Test
  void settingIsTheRootKeyFromTheFirstStartOn() {
    RootAccess first = start(SETTING);
    assertEquals(new RootAccess.Setting(first.organizationId(), SETTING.accessKeyId()), first);
    assertEquals(first, start(SETTING));
    List<KeyEntry> entries =
        new AccessKeys(database, vault, ids).list(first.organizationId(), null, 10);
    assertEquals(1, entries.size());
    assertEquals(KeyEntry.Origin.SETTING, entries.getFirst().origin());
  }

  @Test
  void changedPairReplacesAndRevokesTheFormerOneButNoIssuedKey() {
    var issued = assertInstanceOf(RootAccess.Issued.class, start(null));
    start(SETTING);
    start(OTHER);
    assertNull(secret(SETTING));
    assertEquals(OTHER.secret(), secret(OTHER));
    assertNotNull(find(issued.key().accessKeyId()));
  }

  @Test
  void changedSecretOfTheSameIdTakesTheFormersPlace() {
    start(SETTING);
    RootKey changed = new RootKey(SETTING.accessKeyId(), "a-completely-new-secret");
    start(changed);
    assertEquals(changed.secret(), secret(changed));
  }

  @Test
  void removedSettingLeavesTheKeyAlone() {
    RootAccess first = start(SETTING);
    assertEquals(
        new RootAccess.Earlier(first.organizationId(), SETTING.accessKeyId()), start(null));
    assertEquals(SETTING.secret(), secret(SETTING));
  }

  @Test
  void issuedRootKeyCanBecomeTheSetting() {
    var issued = assertInstanceOf(RootAccess.Issued.class, start(null));
    start(new RootKey(issued.key().accessKeyId(), issued.key().secret()));
    start(OTHER);
    assertNull(find(issued.key().accessKeyId()));
  }

  @Test
  void keyOfAnotherPrincipalIsRefusedAsSetting() {
    RootAccess first = start(null);
    new Principals(database, ids).create(first.organizationId(), "jane", List.of());
    IssuedKey janes = new AccessKeys(database, vault, ids).create(first.organizationId(), "jane");
    RootKey setting = new RootKey(janes.accessKeyId(), SETTING.secret());
    var refused = assertThrows(RefusedException.class, () -> start(setting));
    assertEquals(
        "CARILLON_ROOT_ACCESS_KEY_ID is the access key of principal jane in organization "
            + first.organizationId()
            + "; choose another id.",
        refused.getMessage());
    assertEquals(janes.secret(), secret(setting));
  }

  @Test
  void revokedKeyStaysRevokedWhateverTheSettingSays() {
    start(SETTING);
    start(OTHER);
    var refused = assertThrows(RefusedException.class, () -> start(SETTING));
    assertTrue(refused.getMessage().contains("was revoked at 2026-03-01T"), refused.getMessage());
    assertNull(secret(SETTING));
    assertEquals(OTHER.secret(), secret(OTHER));
  }

  @Test
  void keyThatWasMadeAndNeverToldIsToldByTheNextStart() {
    FirstStart killed = new FirstStart(database, vault, ids);
    RootAccess made = killed.start("default", null, true);
    assertEquals(made, start(null));
    assertInstanceOf(RootAccess.Earlier.class, start(null));
  }

  @Test
  void keyThatAnotherNodeIsAboutToTellIsLeftToItForAWhile() {
    FirstStart node = new FirstStart(database, vault, ids);
    RootAccess made = node.start("default", null, false);
    assertInstanceOf(RootAccess.Earlier.class, node.start("default", null, false));
    time.set(time.get().plusSeconds(31));
    assertEquals(made, node.start("default", null, false));
  }

  @Test
  void nodesThatStartAtOnceMakeOneOrganization() throws Exception {
    int nodes = 6;
    CountDownLatch go = new CountDownLatch(1);
    List<Database> databases = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      databases.add(TestDatabases.open(engine, folder, time::get));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(nodes)) {
      List<Future<RootAccess>> answers = new ArrayList<>();
      for (Database each : databases) {
        answers.add(
            threads.submit(() -> {
              go.await();
              return new FirstStart(each, vault, ids).start("default", null, false);
            }));
      }
      go.countDown();
      int issued = 0;
      for (Future<RootAccess> answer : answers) {
        issued += answer.get() instanceof RootAccess.Issued ? 1 : 0;
      }
      assertEquals(1, issued);
    } finally {
      databases.forEach(Database::close);
    }
    assertEquals(1, new Organizations(database, ids).list("", 10).size());
  }

  @Test
  void nodeWithAMasterKeyOfItsOwnIsRefused() {
    Vault own = MasterKey.open(folder.resolve("own.key"), database);
    start(null);
    FirstStart other = new FirstStart(database, own, ids);
    var refused = assertThrows(RefusedException.class, () -> other.start("default", null, false));
    assertTrue(
        refused.getMessage().startsWith("The master key does not open"), refused.getMessage());
  }

  @Test
  void halfASettingIsRefusedAndNoSettingIsNone() {
    assertNull(RootKey.of(null, null));
    assertNull(RootKey.of("", null));
    assertEquals(SETTING, RootKey.of(SETTING.accessKeyId(), SETTING.secret()));
    assertEquals(
        "CARILLON_ROOT_ACCESS_KEY_ID and CARILLON_ROOT_SECRET_ACCESS_KEY belong together; "
            + "the secret is missing.",
        assertThrows(RefusedException.class, () -> RootKey.of(SETTING.accessKeyId(), ""))
            .getMessage());
    var id = assertThrows(RefusedException.class, () -> RootKey.of(null, SETTING.secret()));
    assertTrue(id.getMessage().endsWith("the id is missing."), id.getMessage());
    assertFalse(id.getMessage().contains(SETTING.secret()));
    assertThrows(RefusedException.class, () -> RootKey.of("short", SETTING.secret()));
    assertThrows(RefusedException.class, () -> RootKey.of(SETTING.accessKeyId(), "short"));
  }
}
