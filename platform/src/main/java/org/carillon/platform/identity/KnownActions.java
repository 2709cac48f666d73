package org.carillon.platform.identity;

import java.util.List;
import java.util.stream.Stream;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.NearestName;
import org.carillon.api.shape.OperationShape;

/**
 * Refuses the actions of a new policy that match no operation of the API, which are mistypings. A
 * policy that is stored already may have them, since operations come and go.
 */
final class KnownActions {

  private static final String SERVICE = "chime:";

  private static final List<String> NAMES =
      Stream.of(Operations.ALL, Operations.UNSERVED)
          .flatMap(List::stream)
          .map(OperationShape::name)
          .toList();

  private KnownActions() {}

  /**
   * Refuses a policy with an unknown action.
   *
   * @throws RefusedException naming the first one, and the nearest action that there is
   */
  static void verify(Policy policy) {
    for (Policy.Statement statement : policy.statements()) {
      for (String pattern : statement.actions()) {
        if (NAMES.stream().noneMatch(name -> Policy.matches(pattern, SERVICE + name))) {
          throw new RefusedException(
              "The policy document is refused: the action %s matches no operation; %s."
                  .formatted(pattern, remedy(pattern)));
        }
      }
    }
  }

  private static String remedy(String pattern) {
    if (!pattern.regionMatches(true, 0, SERVICE, 0, SERVICE.length())) {
      return "actions begin with " + SERVICE;
    }
    String nearest = NearestName.of(pattern.substring(SERVICE.length()), NAMES);
    return nearest == null
        ? "\"carillon api --help\" lists the operations"
        : "the nearest is " + SERVICE + nearest;
  }
}
