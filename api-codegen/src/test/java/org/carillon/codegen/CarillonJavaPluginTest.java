package org.carillon.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.smithy.build.MockManifest;
import software.amazon.smithy.build.PluginContext;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.loader.ModelAssembler;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.validation.Severity;

/** The code that the generator makes from a model. */
class CarillonJavaPluginTest {

  private static final Set<Severity> BREACHES = Set.of(Severity.DANGER, Severity.ERROR);

  private static final String MODEL =
      """
      $version: "2.0"
      namespace example

      service Bells {
          version: "1"
          operations: [ListBells]
      }

      @readonly
      @paginated(inputToken: "Mark", outputToken: "Mark", pageSize: "Most", items: "Bells")
      @http(method: "GET", uri: "/towers/{Tower}/bells")
      operation ListBells {
          input := with [InTower, BellFilters] {
              @httpQuery("mark")
              Mark: String

              @httpQuery("most")
              Most: Integer = 100

              @httpQuery("cast-before")
              CastBefore: Timestamp
          }
          output := {
              Bells: BellList
              Mark: String
          }
      }

      @mixin
      structure InTower {
          @required
          @httpLabel
          Tower: String
      }

      @mixin
      structure BellFilters {
          @httpQuery("tone")
          Tone: String

          @httpQuery("most-pounds")
          MostPounds: Integer
      }

      list BellList {
          member: String
      }
      """;

  @Test
  void aTokenBelongsToEveryMemberButItselfAndThePageSize() {
    assertTrue(
        generated("Operations")
            .contains(
                "Pagination<>(input -> input.mark(), input -> input.most(), input ->"
                    + " java.util.Arrays.asList(input.tower(), input.tone(), input.mostPounds(),"
                    + " input.castBefore()))"));
  }

  @Test
  void everyListHasAPageSizeOfTheModel() {
    assertEquals(
        "example#ListBells has no page size with a default",
        assertThrows(
                IllegalArgumentException.class,
                () -> generate(MODEL.replace("Most: Integer = 100", "Most: Integer")))
            .getMessage());
  }

  @Test
  void aMixinIsARecordThatItsUsersGive() {
    assertTrue(generated("BellFilters").contains("public record BellFilters("));
    String input = generated("ListBellsInput");
    assertTrue(
        input.contains(
            """
              public example.model.BellFilters bellFilters() {
                return new example.model.BellFilters(tone, mostPounds);
              }
            """));
    assertTrue(input.contains("return new example.model.InTower(tower);"));
    assertFalse(generated("ListBellsOutput").contains("bellFilters()"));
  }

  @Test
  void theModelDefinesEachShapeOnce() {
    assertEquals(List.of(), breaches(ourModel()));
    assertEquals(
        List.of("Model.IgnoredDuplicateDefinition org.carillon.api#HolderType"),
        breaches(
            ourModel()
                .addUnparsedModel(
                    "again.smithy",
                    """
                    $version: "2.0"
                    namespace org.carillon.api

                    enum HolderType {
                        USER = "User"
                        CONNECTOR = "VoiceConnector"
                        GROUP = "VoiceConnectorGroup"
                        SIP_RULE = "SipRule"
                        LINE = "Line"
                    }
                    """)));
  }

  private static ModelAssembler ourModel() {
    return Model.assembler().discoverModels().addImport(Path.of("../api/model"));
  }

  /** What keeps the model from being built. */
  private static List<String> breaches(ModelAssembler model) {
    return model.assemble().getValidationEvents().stream()
        .filter(event -> BREACHES.contains(event.getSeverity()))
        .map(event -> event.getId() + " " + event.getShapeId().map(Object::toString).orElse(""))
        .toList();
  }

  private static String generated(String className) {
    return generate(MODEL).expectFileString("example/model/" + className + ".java");
  }

  private static MockManifest generate(String model) {
    MockManifest files = new MockManifest();
    new CarillonJavaPlugin()
        .execute(
            PluginContext.builder()
                .model(
                    Model.assembler().addUnparsedModel("bells.smithy", model).assemble().unwrap())
                .fileManifest(files)
                .settings(
                    Node.objectNode()
                        .withMember("service", "example#Bells")
                        .withMember("package", "example.model"))
                .build());
    return files;
  }
}
