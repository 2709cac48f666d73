package org.carillon.server.platform.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carillon.server.platform.db.Database;
import org.jspecify.annotations.Nullable;

/**
 * Finds the access key that a request names. Answers are kept for a second, so that whatever
 * another process does to a key holds here within two.
 */
public final class KeyRing {

  /** How long an answer, that there is no such key included, is kept. */
  public static final Duration KEPT = Duration.ofSeconds(1);

  private static final int LIMIT = 10_000;
  private static final Pattern ID = Pattern.compile("\\w{16,128}");

  private final LoadingCache<String, Optional<AccessKey>> keys;

  /** Looks into that database and opens what it finds with that vault. */
  public KeyRing(Database database, Vault vault) {
    this(database, vault, Ticker.systemTicker());
  }

  KeyRing(Database database, Vault vault, Ticker ticker) {
    // Frequency decides what is evicted, so a flood of made-up ids does not push out keys in use.
    this.keys =
        Caffeine.newBuilder()
            .maximumSize(LIMIT)
            .expireAfterWrite(KEPT)
            .ticker(ticker)
            .build(id -> Optional.ofNullable(load(database, vault, id)));
  }

  /** The live key of that id, or null when there is none; one round trip when not kept. */
  public @Nullable AccessKey find(String accessKeyId) {
    if (!ID.matcher(accessKeyId).matches()) {
      return null;
    }
    return keys.get(accessKeyId).orElse(null);
  }

  private static @Nullable AccessKey load(Database database, Vault vault, String id) {
    AccessKeyStore.Found found = database.read(transaction -> AccessKeyStore.find(transaction, id));
    return found == null ? null : new AccessKey(id, found.secret().open(vault), found.principal());
  }
}
