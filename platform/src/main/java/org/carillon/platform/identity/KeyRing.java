package org.carillon.platform.identity;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.carillon.platform.db.Database;
import org.jspecify.annotations.Nullable;

/**
 * Finds the access key that a request names. An answer is valid for two seconds after its query, so
 * a change of a key by another process takes effect here within two seconds. In the second half of
 * that time the ring queries again beside the requests, which continue with the old answer. All who
 * ask for one key at once share one question, and a failure for a moment.
 */
public final class KeyRing {

  /** The time for which an answer is valid, "no such key" included. */
  public static final Duration KEPT = Duration.ofSeconds(2);

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration FAILED = Duration.ofMillis(250);
  private static final int LIMIT = 10_000;
  private static final Pattern ID = Pattern.compile("\\w{16,128}");

  /** Ids that may be made up wait among themselves, and keep no key in use or sweep waiting. */
  private static final String UNKNOWN_TURN = "unknown keys";

  private final AsyncLoadingCache<String, Answer> answers;

  /**
   * What a question brought.
   *
   * @param key null when there is no such key, or nobody knows
   * @param failure why nobody knows
   * @param asked when it was asked, in nanoseconds
   */
  private record Answer(@Nullable AccessKey key, @Nullable RuntimeException failure, long asked) {}

  /** Looks into that database and opens what it finds with that vault. */
  public KeyRing(Database database, Vault vault) {
    this(database, vault, Ticker.systemTicker());
  }

  KeyRing(Database database, Vault vault, Ticker ticker) {
    // Frequency decides the evictions, so a flood of made-up ids does not push out keys in use.
    this.answers =
        Caffeine.newBuilder()
            .maximumSize(LIMIT)
            .refreshAfterWrite(FRESH)
            .expireAfter(
                Expiry.<String, Answer>writing((id, answer) -> left(answer, ticker.read())))
            .ticker(ticker)
            // A question waits for the database, so it must hold no lock and no shared thread.
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .buildAsync(new Questions(database, vault, ticker));
  }

  private static Duration left(Answer answer, long now) {
    return answer.failure() == null ? KEPT.minusNanos(now - answer.asked()) : FAILED;
  }

  /**
   * The live key of that id, or null when there is none; one round trip when no answer holds.
   *
   * @throws RuntimeException what the database throws when it does not answer
   */
  public @Nullable AccessKey find(String accessKeyId) {
    if (!ID.matcher(accessKeyId).matches()) {
      return null;
    }
    Answer answer = answers.get(accessKeyId).join();
    if (answer.failure() != null) {
      throw answer.failure();
    }
    return answer.key();
  }

  /** Asks the database. */
  private record Questions(Database database, Vault vault, Ticker ticker)
      implements CacheLoader<String, Answer> {

    @Override
    public Answer load(String id) {
      return ask(UNKNOWN_TURN, id);
    }

    private Answer ask(String turn, String id) {
      long asked = ticker.read();
      try {
        AccessKey key =
            database
                .read(turn, transaction -> AccessKeyStore.find(transaction, id))
                .map(live -> new AccessKey(id, live.secret().open(vault), live.principal()))
                .orElse(null);
        return new Answer(key, null, asked);
      } catch (RuntimeException failed) {
        return new Answer(null, failed, asked);
      }
    }

    /** Without a new answer the old one stays valid for the rest of its time. */
    @Override
    public Answer reload(String id, Answer before) {
      Answer now = ask(Database.OWN_TURN, id);
      return now.failure() == null ? now : before;
    }
  }
}
