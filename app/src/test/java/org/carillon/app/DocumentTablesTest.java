package org.carillon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.platform.identity.ManagedPolicy;
import org.carillon.platform.identity.PolicyDocument;
import org.carillon.platform.identity.Principals;
import org.carillon.server.Features;
import org.carillon.server.inventory.pool.NumberBlock;
import org.carillon.server.inventory.pool.NumberFile;
import org.junit.jupiter.api.Test;

/**
 * Holds the tables of the documents to the model and the code; generated ones stand between marks.
 */
final class DocumentTablesTest {

  private static final String UPDATE =
      " is behind the model; rewrite its tables with: mvn -B -q test -pl app -am"
          + " -Dtest=DocumentTablesTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dgolden.update=true";
  private static final Path GOLDEN = Path.of(System.getProperty("golden.folder", "golden"));

  private final JsonNode contract;
  private final Set<String> served;

  DocumentTablesTest() throws IOException {
    try (InputStream published = DocumentTablesTest.class.getResourceAsStream("/openapi.json")) {
      contract = new ObjectMapper().readTree(published);
    }
    served =
        Files.readAllLines(GOLDEN.resolve("coverage.txt")).stream()
            .filter(line -> line.startsWith("yes "))
            .map(line -> line.substring(4))
            .collect(Collectors.toSet());
  }

  private static Path document(String name) {
    return GOLDEN.resolveSibling("docs").resolve(name);
  }

  private Stream<JsonNode> operations() {
    return contract.path("paths").valueStream().flatMap(JsonNode::valueStream);
  }

  private JsonNode resolved(JsonNode schema) {
    return schema.has("$ref") ? contract.at(schema.path("$ref").asText().substring(1)) : schema;
  }

  private static void holds(String name, String mark, String head, Stream<String> rows)
      throws IOException {
    Path file = document(name);
    String text = Files.readString(file);
    String table = head + rows.collect(Collectors.joining("\n")) + "\n";
    Matcher marked =
        Pattern.compile("(?s)<!-- " + mark + " -->\n(.*?)<!-- end of " + mark + " -->")
            .matcher(text);
    assertTrue(marked.find(), () -> file + " has no marks for " + mark);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(
          file, text.substring(0, marked.start(1)) + table + text.substring(marked.end(1)));
      return;
    }
    assertEquals(table, marked.group(1), () -> file + UPDATE);
  }

  @Test
  void everyParameterOfTheInventorySearchIsExplained() throws IOException {
    JsonNode search =
        operations()
            .filter(each -> each.path("operationId").asText().equals("SearchInventory"))
            .findFirst()
            .orElseThrow();
    holds(
        "inventory-search.md",
        "parameters",
        "| parameter | values | |\n|---|---|---|\n",
        search
            .path("parameters")
            .valueStream()
            .map(each ->
                "| `%s` | %s | %s |"
                    .formatted(
                        each.path("name").asText(),
                        values(resolved(each.path("schema"))),
                        each.path("description").asText().replaceAll("\\s+", " "))));
  }

  private static String values(JsonNode schema) {
    if (schema.has("enum")) {
      return schema
          .path("enum")
          .valueStream()
          .map(each -> "`" + each.asText() + "`")
          .collect(Collectors.joining(", "));
    }
    if (schema.path("format").asText().equals("date-time")) {
      return "an instant";
    }
    return switch (schema.path("type").asText()) {
      case "boolean" -> "`true`, `false`";
      case "number" ->
          "%d to %d; %d when absent"
              .formatted(
                  schema.path("minimum").asInt(),
                  schema.path("maximum").asInt(),
                  schema.required("default").asInt());
      default -> "up to %,d characters".formatted(schema.path("maxLength").asInt(2));
    };
  }

  @Test
  void everyPageSizeStandsAmongTheLimits() throws IOException {
    Map<String, Set<String>> pages = new TreeMap<>();
    operations()
        .filter(this::isServed)
        .forEach(operation ->
            operation
                .path("parameters")
                .valueStream()
                .filter(each -> each.path("name").asText().equals("max-results"))
                .map(each -> resolved(each.path("schema")))
                .forEach(schema ->
                    pages
                        .computeIfAbsent(
                            "%,5d | %,d"
                                .formatted(
                                    schema.path("maximum").asInt(),
                                    schema.required("default").asInt()),
                            size -> new TreeSet<>())
                        .add(operation.path("operationId").asText())));
    holds(
        "limits.md",
        "pages",
        "| at most | when absent | operations |\n|---:|---:|---|\n",
        pages.entrySet().stream().map(each -> row(each.getKey().strip(), each.getValue())));
  }

  private static String row(String first, Set<String> operations) {
    return "| " + first + " | " + String.join(", ", operations) + " |";
  }

  @Test
  void everyLengthOfAListStandsAmongTheLimits() throws IOException {
    Map<String, Set<String>> lists = new TreeMap<>();
    operations()
        .filter(this::isServed)
        .forEach(operation ->
            lists(
                "",
                operation
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema"),
                (member, most) ->
                    lists
                        .computeIfAbsent(
                            "`%s` | %,d".formatted(member, most), list -> new TreeSet<>())
                        .add(operation.path("operationId").asText())));
    holds(
        "limits.md",
        "lists",
        "| member | at most | operations |\n|---|---:|---|\n",
        lists.entrySet().stream().map(each -> row(each.getKey(), each.getValue())));
  }

  private boolean isServed(JsonNode operation) {
    return served.contains(operation.path("operationId").asText());
  }

  private void lists(String member, JsonNode schema, BiConsumer<String, Integer> consumer) {
    JsonNode whole = resolved(schema);
    if (whole.path("type").asText().equals("array")) {
      assertTrue(whole.has("maxItems"), () -> member + " may be of any length");
      consumer.accept(member, whole.path("maxItems").asInt());
      lists(member, whole.path("items"), consumer);
    }
    whole
        .path("properties")
        .properties()
        .forEach(each ->
            lists(
                member.isEmpty() ? each.getKey() : member + "." + each.getKey(),
                each.getValue(),
                consumer));
  }

  @Test
  void everyManagedPolicyIsExplained() throws IOException {
    List<String> explained =
        Files.readAllLines(document("operations.md")).stream()
            .filter(line -> line.startsWith("| `AmazonChime") || line.startsWith("| `Carillon"))
            .map(line -> line.split("`", -1)[1])
            .toList();
    assertEquals(
        Arrays.stream(ManagedPolicy.values()).map(ManagedPolicy::awsName).toList(), explained);
  }

  @Test
  void everyLimitOfAFeatureStandsAmongTheLimits() throws IOException {
    holds(
        "limits.md",
        "limits",
        "| limit | at most | setting |\n|---|---:|---|\n",
        Features.LIMITS.stream()
            .map(limit ->
                "| %s of %s | %,d | %s |"
                    .formatted(
                        limit.things(),
                        limit.owner(),
                        limit.value(),
                        limit.setting() == null ? "" : "`" + limit.setting() + "`")));
  }

  @Test
  void limitsOfTheCodeAreThoseOfTheDocument() throws IOException {
    String limits = Files.readString(document("limits.md"));
    Map.of(
            "| rows of a CSV file of numbers | %,d |", NumberFile.LIMIT,
            "| numbers of `pool add-block` | %,d |", NumberBlock.LIMIT,
            "| characters of a policy | %,d |", PolicyDocument.MAX_LENGTH,
            "| policies of a principal | %,d |", Principals.POLICY_LIMIT)
        .forEach((row, limit) ->
            assertTrue(limits.contains(row.formatted(limit)), () -> row.formatted(limit)));
  }
}
