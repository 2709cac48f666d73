package org.carillon.server.platform.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads IAM-style policy documents and refuses what we would not obey: a condition that is ignored
 * would allow more than its author meant.
 */
public final class PolicyDocument {

  /** IAM's own limit for a managed policy, in characters. */
  public static final int MAX_LENGTH = 6_144;

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();
  private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");
  private static final Set<String> MEMBERS = Set.of("Version", "Id", "Statement");
  private static final Set<String> STATEMENT_MEMBERS =
      Set.of("Sid", "Effect", "Action", "NotAction", "Resource");
  private static final Pattern ACTION = Pattern.compile("\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+");

  private PolicyDocument() {}

  /**
   * The policy that a JSON document states.
   *
   * @throws RefusedException naming the first member that is wrong, missing or not supported
   */
  public static Policy parse(String document) {
    if (document.length() > MAX_LENGTH) {
      throw refused("it has more than " + MAX_LENGTH + " characters");
    }
    JsonNode root;
    try {
      root = JSON.readTree(document);
    } catch (JsonProcessingException malformed) {
      throw new RefusedException(
          "The policy document is refused: it is not JSON ("
              + malformed.getOriginalMessage()
              + ").",
          malformed);
    }
    onlyMembers(root, MEMBERS, "the document");
    JsonNode version = root.get("Version");
    if (version != null && !(version.isTextual() && VERSIONS.contains(version.textValue()))) {
      throw refused("Version must be \"2012-10-17\"");
    }
    optionalText(root.get("Id"), "Id");
    List<JsonNode> found = oneOrMore(root.get("Statement"), "Statement");
    List<Policy.Statement> statements = new ArrayList<>(found.size());
    for (JsonNode each : found) {
      statements.add(statement(each));
    }
    return new Policy(statements);
  }

  private static Policy.Statement statement(JsonNode statement) {
    onlyMembers(statement, STATEMENT_MEMBERS, "a statement");
    optionalText(statement.get("Sid"), "Sid");
    for (JsonNode resource : oneOrMore(statement.get("Resource"), "Resource")) {
      if (!resource.isTextual() || !resource.textValue().equals("*")) {
        throw refused("Resource must be \"*\", the only one that administrative actions support");
      }
    }
    JsonNode action = statement.get("Action");
    JsonNode notAction = statement.get("NotAction");
    if ((action == null) == (notAction == null)) {
      throw refused("a statement needs either Action or NotAction");
    }
    List<String> actions = new ArrayList<>();
    for (JsonNode each : oneOrMore(action == null ? notAction : action, "Action")) {
      if (!each.isTextual() || !ACTION.matcher(each.textValue()).matches()) {
        throw refused(each + " is no action; write it as \"chime:GetUser\", with * and ? after :");
      }
      actions.add(each.textValue());
    }
    return new Policy.Statement(allows(statement.get("Effect")), action == null, actions);
  }

  private static boolean allows(@Nullable JsonNode effect) {
    String word = effect == null ? null : effect.textValue();
    if ("Allow".equals(word)) {
      return true;
    }
    if ("Deny".equals(word)) {
      return false;
    }
    throw refused("Effect must be \"Allow\" or \"Deny\"");
  }

  private static List<JsonNode> oneOrMore(@Nullable JsonNode node, String name) {
    if (node == null || (node.isArray() && node.isEmpty())) {
      throw refused(name + " is missing or empty");
    }
    if (!node.isArray()) {
      return List.of(node);
    }
    List<JsonNode> all = new ArrayList<>(node.size());
    node.forEach(all::add);
    return all;
  }

  private static void onlyMembers(JsonNode node, Set<String> known, String where) {
    if (!node.isObject()) {
      throw refused(where + " must be an object");
    }
    for (var each : node.properties()) {
      if (!known.contains(each.getKey())) {
        throw refused(where + " has the member " + each.getKey() + ", which is not supported");
      }
    }
  }

  private static void optionalText(@Nullable JsonNode node, String name) {
    if (node != null && !node.isTextual()) {
      throw refused(name + " must be a string");
    }
  }

  private static RefusedException refused(String why) {
    return new RefusedException("The policy document is refused: " + why + ".");
  }
}
