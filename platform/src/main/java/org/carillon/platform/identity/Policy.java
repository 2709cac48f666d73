package org.carillon.platform.identity;

import java.util.List;

/** An IAM-style policy, ready to be asked; {@link PolicyDocument} makes one from JSON. */
public record Policy(List<Statement> statements) {

  /** The decision of a policy on an action. */
  public enum Decision {
    /** A statement denies it; a denial outweighs every other statement. */
    DENIED,
    /** Some statement allows it and none denies it. */
    ALLOWED,
    /** No statement speaks of it. */
    SILENT
  }

  /**
   * One rule.
   *
   * @param allows whether its effect is Allow, else Deny
   * @param except whether it speaks of every action but the named ones (NotAction)
   * @param actions patterns with {@code *} (any run of characters) and {@code ?} (any character)
   */
  public record Statement(boolean allows, boolean except, List<String> actions) {

    /** Keeps its own copy of the patterns. */
    public Statement {
      actions = List.copyOf(actions);
    }

    boolean covers(String action) {
      for (int each = 0; each < actions.size(); each++) {
        if (matches(actions.get(each), action)) {
          return !except;
        }
      }
      return except;
    }
  }

  /** Keeps its own copy of the statements. */
  public Policy {
    statements = List.copyOf(statements);
  }

  /** Returns the decision on an action such as {@code chime:GetUser}, without allocating. */
  public Decision decide(String action) {
    Decision decision = Decision.SILENT;
    for (int each = 0; each < statements.size(); each++) {
      Statement statement = statements.get(each);
      if (statement.covers(action)) {
        if (!statement.allows()) {
          return Decision.DENIED;
        }
        decision = Decision.ALLOWED;
      }
    }
    return decision;
  }

  /**
   * Compares as IAM does, without regard to case. A mismatch after a star only moves that star on,
   * so the work is at most the product of both lengths, for every pattern.
   */
  static boolean matches(String pattern, String action) {
    int at = 0;
    int star = -1;
    int resume = 0;
    int position = 0;
    while (position < action.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        resume = position;
      } else if (at < pattern.length() && same(pattern.charAt(at), action.charAt(position))) {
        at++;
        position++;
      } else if (star >= 0) {
        at = star + 1;
        position = ++resume;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  private static boolean same(char wanted, char found) {
    return wanted == '?'
        || wanted == found
        || Character.toLowerCase(wanted) == Character.toLowerCase(found);
  }
}
