package org.carillon.platform.identity;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.carillon.platform.db.Database;

/**
 * The key outside of the database that all secrets inside are sealed under: a file with a Tink
 * keyset, so that Tink's own tool can add a newer key and retire an older one.
 */
public final class MasterKey {

  /** Its name in the data folder, where the configuration names no other file. */
  public static final String FILE_NAME = "master.key";

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private MasterKey() {}

  /**
   * The vault of that key file, which is made (mode 0600) when it is missing and the database has
   * no secrets yet.
   *
   * @throws RefusedException when the file is missing although secrets exist, can be read by
   *     others, is not a master key, or does not open the secrets that are there
   */
  public static Vault open(Path file, Database database) {
    Optional<SealedSecret> sample = database.read(AccessKeyStore::findAnySealed);
    try {
      if (!Files.exists(file)) {
        if (sample.isPresent()) {
          throw new RefusedException(
              "The database holds secrets sealed under a master key, but "
                  + file
                  + " does not exist; restore it from a backup or from another node.");
        }
        make(file);
      }
      Vault vault = read(file);
      sample.ifPresent(secret -> verify(vault, secret));
      return vault;
    } catch (IOException | UnsupportedOperationException unusable) {
      throw new RefusedException(
          "The master key "
              + file
              + " cannot be made or read: "
              + FileFault.describe(unusable)
              + ".",
          unusable);
    }
  }

  /** Refuses a vault that does not open a secret of the database. */
  static void verify(Vault vault, SealedSecret sample) {
    try {
      sample.open(vault);
    } catch (BrokenSealException other) {
      throw new RefusedException(
          "The master key does not open the secrets in the database; use the one under which they"
              + " were sealed, which all nodes share.",
          other);
    }
  }

  private static Vault read(Path file) throws IOException {
    if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new RefusedException(
          "The master key " + file + " is accessible to other users; run: chmod 600 " + file);
    }
    try {
      KeysetHandle keys =
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), AeadConfig2026.get(), InsecureSecretKeyAccess.get());
      return new Vault(keys.getPrimitive(AeadConfig2026.get(), Aead.class));
    } catch (GeneralSecurityException | RuntimeException | CharacterCodingException malformed) {
      // The cause may quote the file, so it is not passed on.
      throw new RefusedException("The file " + file + " is not a master key.");
    }
  }

  /**
   * Writes a new key beside its place and links it there, so that nobody ever sees half of it and
   * of two nodes that start at once the first one's key stands.
   */
  private static void make(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // Created with mode 0600, independent of the umask.
    Path fresh =
        Files.createTempFile(
            folder, FILE_NAME, ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(keyset().getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException another) {
      // Another node made it in the meantime: that one counts.
      return;
    } finally {
      Files.deleteIfExists(fresh);
    }
    // The key must outlive a power cut that the first secret outlives.
    try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
      entry.force(true);
    }
  }

  private static String keyset() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()),
          AeadConfig2026.get(),
          InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a master key cannot be made", broken);
    }
  }
}
