package org.carillon.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Organizations, principals and access keys on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class IdentityStoreTest {

  private final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-03-01T09:00:00Z"));
  private final Database database;
  private final Vault vault;
  private final Organizations organizations;
  private final Principals principals;
  private final Policies policies;
  private final AccessKeys accessKeys;

  IdentityStoreTest(Engine engine, @TempDir Path folder) {
    database = TestDatabases.open(engine, folder, time::get);
    vault = MasterKey.open(folder.resolve(MasterKey.FILE_NAME), database);
    Ids ids = new Ids(time::get);
    organizations = new Organizations(database, ids);
    principals = new Principals(database, ids);
    policies = new Policies(database, ids);
    accessKeys = new AccessKeys(database, vault, ids);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private String organization() {
    return organizations.create("Bells Inc.").organizationId();
  }

  private IssuedKey janesKey(String organization) {
    principals.create(organization, "jane", List.of("AmazonChimeReadOnly"));
    return accessKeys.create(organization, "jane");
  }

  @Test
  void organizationHasTwelveDigitsAndNeverBeginsWithZero() {
    Organization made = organizations.create("Bells Inc.");
    assertTrue(made.organizationId().matches("[1-9][0-9]{11}"), made.organizationId());
    assertEquals("Bells Inc.", made.name());
    assertEquals(time.get(), made.createdAt());
  }

  @Test
  void organizationNeedsAName() {
    for (String name : List.of("", "  ", "a\nb", "x".repeat(257))) {
      assertThrows(RefusedException.class, () -> organizations.create(name), name);
    }
  }

  @Test
  void pagesOfOrganizationsShowEachOnce() {
    List<String> made = new ArrayList<>();
    for (int each = 0; each < 5; each++) {
      made.add(organization());
    }
    List<String> listed = new ArrayList<>();
    String after = "";
    for (var page = organizations.list(after, 2);
        !page.isEmpty();
        page = organizations.list(after, 2)) {
      assertTrue(page.size() <= 2);
      page.forEach(each -> listed.add(each.organizationId()));
      after = listed.getLast();
    }
    assertEquals(made.stream().sorted().toList(), listed);
  }

  @Test
  void policiesAreInTheOrderOfTheirBytesOnEveryEngine() {
    String organization = organization();
    List<String> names = List.of("Zebra", "apple", "B-1", "b_1", "b.1", "a", "_");
    names.forEach(each -> policies.put(organization, each, allowing("*")));
    List<String> listed = new ArrayList<>();
    String after = "";
    for (var page = policies.list(organization, after, 2);
        !page.isEmpty();
        page = policies.list(organization, after, 2)) {
      page.forEach(each -> listed.add(each.name()));
      after = listed.getLast();
    }
    assertEquals(names.stream().sorted().toList(), listed);
  }

  @Test
  void principalIsFoundWithItsPolicies() {
    String organization = organization();
    policies.put(
        organization,
        "no-deleting",
        """
        {"Statement": {"Effect": "Deny", "Action": "chime:*Delete*", "Resource": "*"}}\
        """);
    principals.create(organization, "jane", List.of("AmazonChimeFullAccess", "no-deleting"));
    Principal found = principals.find(organization, "jane").orElseThrow();
    assertNotNull(found);
    assertEquals("arn:aws:iam::" + organization + ":user/jane", found.arn());
    assertTrue(found.may("chime:GetPhoneNumber"));
    assertFalse(found.may("chime:BatchDeletePhoneNumber"));
  }

  @Test
  void principalWithoutPolicyMayDoNothing() {
    String organization = organization();
    assertFalse(principals.create(organization, "jane", List.of()).may("chime:GetUser"));
  }

  @Test
  void principalsAreOnlyFoundInTheirOwnOrganization() {
    String organization = organization();
    principals.create(organization, "jane", List.of());
    assertEquals(Optional.empty(), principals.find(organization(), "jane"));
  }

  @Test
  void nameIsTakenOnceInAnOrganization() {
    String organization = organization();
    principals.create(organization, "jane", List.of());
    var refused =
        assertThrows(
            RefusedException.class, () -> principals.create(organization, "jane", List.of()));
    assertEquals(
        "Organization " + organization + " already has a principal named jane.",
        refused.getMessage());
    assertNotNull(principals.create(organization(), "jane", List.of()));
  }

  @Test
  void principalIsRefusedWithoutOrganizationOrWithAnUnfitName() {
    assertThrows(
        RefusedException.class, () -> principals.create("123456789012", "jane", List.of()));
    String organization = organization();
    for (String name : List.of("", "root", "system:purge", "a b", "x".repeat(65))) {
      assertThrows(
          RefusedException.class, () -> principals.create(organization, name, List.of()), name);
    }
  }

  @Test
  void keyOpensTheDoorWithItsSecret() {
    String organization = organization();
    IssuedKey issued = janesKey(organization);
    assertTrue(issued.accessKeyId().matches("[A-Z0-9]{20}"), issued.accessKeyId());
    assertEquals(40, issued.secret().length());
    AccessKey found = new KeyRing(database, vault).find(issued.accessKeyId());
    assertNotNull(found);
    assertEquals(issued.secret(), found.secret());
    assertEquals("jane", found.principal().name());
    assertEquals(organization, found.principal().organizationId());
    assertTrue(found.principal().may("chime:ListUsers"));
    assertFalse(found.principal().may("chime:CreateUser"));
  }

  @Test
  void keyIsIssuedOnlyToAPrincipalThatExists() {
    String organization = organization();
    assertEquals(
        "Organization " + organization + " has no principal named jane.",
        assertThrows(RefusedException.class, () -> accessKeys.create(organization, "jane"))
            .getMessage());
    assertEquals(
        "There is no organization 123456789012.",
        assertThrows(RefusedException.class, () -> accessKeys.create("123456789012", "jane"))
            .getMessage());
  }

  @Test
  void listShowsWhoAndSinceWhenButNoOtherOrganizationsKeys() {
    String organization = organization();
    Instant created = time.get();
    IssuedKey first = janesKey(organization);
    time.set(created.plusSeconds(60));
    IssuedKey second = accessKeys.create(organization, "jane");
    janesKey(organization());
    time.set(created.plusSeconds(120));
    accessKeys.revoke(first.accessKeyId());

    List<KeyEntry> page = accessKeys.list(organization, null, 1);
    KeyEntry shown = page.getFirst();
    assertEquals(first.accessKeyId(), shown.accessKeyId());
    assertEquals(organization, shown.organizationId());
    assertEquals("jane", shown.principal());
    assertEquals(KeyEntry.Origin.ISSUED, shown.origin());
    // The writer keeps each write's instant later than the one before, by a microsecond if need be.
    assertEquals(created, shown.createdAt().truncatedTo(ChronoUnit.SECONDS));
    assertNotNull(shown.revokedAt());
    assertEquals(created.plusSeconds(120), shown.revokedAt().truncatedTo(ChronoUnit.SECONDS));

    page = accessKeys.list(organization, page.getFirst(), 1);
    assertEquals(second.accessKeyId(), page.getFirst().accessKeyId());
    assertNull(page.getFirst().revokedAt());
    assertEquals(List.of(), accessKeys.list(organization, page.getFirst(), 1));
  }

  @Test
  void keysOfOneInstantAreListedOnceEach() {
    String organization = organization();
    janesKey(organization);
    accessKeys.create(organization, "jane");
    accessKeys.create(organization, "jane");
    List<KeyEntry> first = accessKeys.list(organization, null, 2);
    List<KeyEntry> rest = accessKeys.list(organization, first.getLast(), 2);
    assertEquals(2, first.size());
    assertEquals(1, rest.size());
    assertFalse(first.contains(rest.getFirst()));
  }

  private boolean may(KeyRing ring, IssuedKey key, String action) {
    AccessKey found = ring.find(key.accessKeyId());
    return found != null && found.principal().may(action);
  }

  private static String allowing(String action) {
    return """
    {"Statement": {"Effect": "Allow", "Action": "%s", "Resource": "*"}}\
    """
        .formatted(action);
  }

  @Test
  void changesOfPoliciesHoldAfterTheKeyRingsSecond() {
    String organization = organization();
    policies.put(organization, "own", allowing("chime:Get*"));
    principals.create(organization, "jane", List.of("own"));
    IssuedKey key = accessKeys.create(organization, "jane");
    AtomicLong nanos = new AtomicLong();
    KeyRing ring = new KeyRing(database, vault, nanos::get);
    assertTrue(may(ring, key, "chime:GetUser"));

    policies.put(organization, "own", allowing("chime:List*"));
    principals.attach(organization, "jane", "CarillonCallEngine");
    nanos.addAndGet(KeyRing.KEPT.toNanos());
    assertFalse(may(ring, key, "chime:GetUser"));
    assertTrue(may(ring, key, "chime:ListUsers"));
    assertTrue(may(ring, key, "chime:PutRecord"));

    principals.detach(organization, "jane", "CarillonCallEngine");
    nanos.addAndGet(KeyRing.KEPT.toNanos());
    assertFalse(may(ring, key, "chime:PutRecord"));
  }

  @Test
  void policiesOfAnotherOrganizationAreUnknownAndTenAreTheMost() {
    String organization = organization();
    principals.create(organization, "jane", List.of());
    policies.put(organization(), "theirs", allowing("*"));
    assertThrows(RefusedException.class, () -> principals.attach(organization, "jane", "theirs"));
    assertThrows(RefusedException.class, () -> policies.document(organization, "theirs"));
    assertEquals(List.of(), policies.list(organization, "", 10));
    for (int each = 0; each <= Principals.POLICY_LIMIT; each++) {
      policies.put(organization, "own" + each, allowing("*"));
    }
    for (int each = 0; each < Principals.POLICY_LIMIT; each++) {
      principals.attach(organization, "jane", "own" + each);
    }
    assertEquals(
        "A principal can have at most 10 policies; leave out or detach one.",
        assertThrows(RefusedException.class, () -> principals.attach(organization, "jane", "own10"))
            .getMessage());
    assertEquals(
        Principals.POLICY_LIMIT,
        principals.list(organization, "", 10).getFirst().policies().size());
  }

  @Test
  void revokedKeyIsGoneAfterTheKeyRingsSecond() {
    String organization = organization();
    IssuedKey issued = janesKey(organization);
    AtomicLong nanos = new AtomicLong();
    KeyRing ring = new KeyRing(database, vault, nanos::get);
    assertNotNull(ring.find(issued.accessKeyId()));
    KeyEntry revoked = accessKeys.revoke(issued.accessKeyId());
    assertNotNull(revoked.revokedAt());
    nanos.addAndGet(KeyRing.KEPT.toNanos());
    assertNull(ring.find(issued.accessKeyId()));
  }

  @Test
  void absenceIsKeptForASecondOnly() {
    AtomicLong nanos = new AtomicLong();
    KeyRing ring = new KeyRing(database, vault, nanos::get);
    String organization = organization();
    FirstStart start = new FirstStart(database, vault, new Ids(time::get));
    assertNull(ring.find("AKIAIOSFODNN7EXAMPLE"));
    start.start("default", new RootKey("AKIAIOSFODNN7EXAMPLE", "a-secret-of-some-length"), false);
    assertNull(ring.find("AKIAIOSFODNN7EXAMPLE"), "kept");
    nanos.addAndGet(KeyRing.KEPT.toNanos());
    AccessKey found = ring.find("AKIAIOSFODNN7EXAMPLE");
    assertNotNull(found);
    assertEquals(organization, found.principal().organizationId());
  }

  @Test
  void revokingAgainChangesNothingAndUnknownKeyIsRefused() {
    IssuedKey issued = janesKey(organization());
    KeyEntry revoked = accessKeys.revoke(issued.accessKeyId());
    time.set(time.get().plusSeconds(60));
    assertEquals(revoked, accessKeys.revoke(issued.accessKeyId()));
    assertEquals(
        "There is no access key CARIAAAAAAAAAAAAAAAA.",
        assertThrows(RefusedException.class, () -> accessKeys.revoke("CARIAAAAAAAAAAAAAAAA"))
            .getMessage());
  }

  @Test
  void secretsNeverShowInText() {
    IssuedKey issued = janesKey(organization());
    AccessKey found = new KeyRing(database, vault).find(issued.accessKeyId());
    assertNotNull(found);
    String said = issued + " " + found + " " + new RootKey("X".repeat(16), issued.secret());
    assertFalse(said.contains(issued.secret()), said);
    assertNotEquals(issued.secret(), accessKeys.create(issued.organizationId(), "jane").secret());
  }
}
