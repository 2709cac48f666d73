package org.carillon.platform.identity;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectReader JSON = MAPPER.reader();
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
      // The parser's own words name its classes, but for those about a member that stands twice.
      String words = malformed.getOriginalMessage();
      JsonLocation at = malformed.getLocation();
      throw refused(
          (words.startsWith("Duplicate") ? words : "it is not JSON")
              + (at == null
                  ? ""
                  : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr())));
    }
    onlyMembers(root, MEMBERS, "the document");
    JsonNode version = root.get("Version");
    if (version != null && !(version.isTextual() && VERSIONS.contains(version.textValue()))) {
      throw refused("Version must be \"2012-10-17\"");
    }
    optionalText(root.get("Id"), "Id");
    Map<String, JsonNode> found = oneOrMore(root.get("Statement"), "Statement");
    List<Policy.Statement> statements = new ArrayList<>(found.size());
    found.forEach((where, each) -> statements.add(statement(each, where)));
    return new Policy(statements);
  }

  /** The document that states a policy. */
  static String write(Policy policy) {
    ObjectNode root = MAPPER.createObjectNode().put("Version", "2012-10-17");
    ArrayNode statements = root.putArray("Statement");
    for (Policy.Statement each : policy.statements()) {
      ObjectNode statement = statements.addObject().put("Effect", each.allows() ? "Allow" : "Deny");
      ArrayNode actions = statement.putArray(each.except() ? "NotAction" : "Action");
      each.actions().forEach(actions::add);
      statement.put("Resource", "*");
    }
    return root.toPrettyString();
  }

  /**
   * One statement.
   *
   * @param where its place in the document, such as {@code Statement[2]}
   */
  private static Policy.Statement statement(JsonNode statement, String where) {
    onlyMembers(statement, STATEMENT_MEMBERS, where);
    optionalText(statement.get("Sid"), where + ".Sid");
    oneOrMore(statement.get("Resource"), where + ".Resource")
        .forEach((place, resource) -> {
          if (!resource.isTextual() || !resource.textValue().equals("*")) {
            throw refused(
                place + " must be \"*\", the only one that administrative actions support");
          }
        });
    JsonNode action = statement.get("Action");
    JsonNode notAction = statement.get("NotAction");
    if ((action == null) == (notAction == null)) {
      throw refused(where + " needs either Action or NotAction");
    }
    List<String> actions = new ArrayList<>();
    oneOrMore(
            action == null ? notAction : action,
            where + (action == null ? ".NotAction" : ".Action"))
        .forEach((place, each) -> {
          if (!each.isTextual() || !ACTION.matcher(each.textValue()).matches()) {
            throw refused(
                "%s %s is not an action; write it as \"chime:GetUser\", with * and ? after :"
                    .formatted(place, each));
          }
          actions.add(each.textValue());
        });
    return new Policy.Statement(
        allows(statement.get("Effect"), where + ".Effect"), action == null, actions);
  }

  private static boolean allows(@Nullable JsonNode effect, String where) {
    String word = effect == null ? null : effect.textValue();
    if ("Allow".equals(word)) {
      return true;
    }
    if ("Deny".equals(word)) {
      return false;
    }
    throw refused(where + " must be \"Allow\" or \"Deny\"");
  }

  /** The node, or the nodes of the array that it is, each by its place in the document. */
  private static Map<String, JsonNode> oneOrMore(@Nullable JsonNode node, String where) {
    if (node == null || (node.isArray() && node.isEmpty())) {
      throw refused(where + " is missing or empty");
    }
    Map<String, JsonNode> all = new LinkedHashMap<>();
    if (!node.isArray()) {
      all.put(where, node);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      all.put("%s[%d]".formatted(where, i), node.get(i));
    }
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
