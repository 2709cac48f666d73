package org.carillon.server.calls.resolver;

import java.util.List;
import java.util.Map;
import org.carillon.api.model.AutoAttendantSettings;
import org.carillon.api.model.CallRoute;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.server.calls.entries.NumberHolding;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one call can reach, as of one moment. Missing ids do not exist, or are beyond the
 * limits of a call.
 *
 * @param numbers the organization's own, by number with leading plus
 * @param groups by id
 * @param attendants by id
 * @param people by user id, without members of hunt groups
 * @param lines by holder id
 * @param routes by holder id
 * @param beyond why flows were left out that exist, by id
 */
public record CallSnapshot(
    Map<String, NumberHolding> numbers,
    Map<String, RungGroup> groups,
    Map<String, AutoAttendantSettings> attendants,
    Map<String, Person> people,
    Map<String, LineFlows.LineFlow> lines,
    Map<String, List<CallRoute>> routes,
    Map<String, String> beyond) {

  /** A snapshot that leaves nothing out. */
  public CallSnapshot(
      Map<String, NumberHolding> numbers,
      Map<String, RungGroup> groups,
      Map<String, AutoAttendantSettings> attendants,
      Map<String, Person> people,
      Map<String, LineFlows.LineFlow> lines,
      Map<String, List<CallRoute>> routes) {
    this(numbers, groups, attendants, people, lines, routes, Map.of());
  }

  /** Whether a user can be rung, and why not. */
  public enum Reachability {
    READY("rings"),
    INBOUND_OFF("has inbound calling off"),
    SUSPENDED("is suspended"),
    UNREGISTERED("has not signed in yet"),
    REMOVED("is removed");

    private final String words;

    Reachability(String words) {
      this.words = words;
    }

    String describe() {
      return words;
    }
  }

  /**
   * A user who may ring.
   *
   * @param name the user's name in messages: the e-mail address, if there is one
   */
  public record Person(String userId, String name, Reachability reachability) {}

  /**
   * A member of a hunt group.
   *
   * @param idleSince microseconds since the epoch; the smallest there is for one who never answered
   */
  public record Member(Person person, long idleSince) {}

  /**
   * A hunt group with its members in order.
   *
   * @param lastUserId who answered last; null while nobody has
   */
  public record RungGroup(
      String name,
      HuntGroupStrategy strategy,
      int ringSeconds,
      List<Member> members,
      @Nullable CallTarget noAnswer,
      @Nullable String lastUserId) {}
}
