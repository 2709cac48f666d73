package org.carillon.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.Member;
import org.carillon.api.shape.NearestName;
import org.carillon.api.shape.OperationShape;
import org.carillon.api.shape.Shape;
import org.carillon.app.client.ApiClient;
import org.carillon.app.client.CommandLineName;
import org.carillon.app.client.MemberText;
import org.carillon.app.client.ModelTexts;
import org.carillon.app.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code carillon api OPERATION}: calls one operation of a running server, prints its answer. */
final class CallOperation implements Callable<Integer> {

  private static final String INPUT = "--input";
  private static final String ENDPOINT = "--endpoint-url";
  private static final int MAX_INPUT_BYTES = 10_000_000;

  /** The most unknown members that one message names. */
  private static final int MOST_UNKNOWN = 20;

  private final CommandEnvironment environment;
  private final OperationShape<?, ?> operation;
  private final CommandSpec spec;

  private CallOperation(CommandEnvironment environment, OperationShape<?, ?> operation) {
    this.environment = environment;
    this.operation = operation;
    this.spec = CommandSpec.wrapWithoutInspection(this);
  }

  /**
   * Returns the commands of all operations, or of the one that is named: they are many, and each
   * takes time to make.
   */
  static List<CommandLine> commands(CommandEnvironment environment, String name) {
    ModelTexts texts = ModelTexts.read();
    List<? extends OperationShape<?, ?>> named =
        Operations.ALL.stream()
            .filter(each -> CommandLineName.of(each.name()).equals(name))
            .toList();
    return (named.isEmpty() ? Operations.ALL : named)
        .stream().map(each -> command(environment, each, texts)).toList();
  }

  /** Returns the command of an operation, with a flag for each member of its input. */
  private static CommandLine command(
      CommandEnvironment environment, OperationShape<?, ?> operation, ModelTexts texts) {
    CallOperation call = new CallOperation(environment, operation);
    call.spec.name(CommandLineName.of(operation.name()));
    call.spec.usageMessage().description(sentences(texts.of(operation)));
    for (Member member : operation.input().members()) {
      String text = texts.of(operation, member);
      call.spec.addOption(flag(member, name(member), text).build());
      call.spec.addOption(flag(member, "--" + member.name(), text).hidden(true).build());
    }
    call.spec.addOption(
        OptionSpec.builder(INPUT)
            .paramLabel("FILE")
            .type(Path.class)
            .description(
                "the input as a JSON object, - for standard input; other flags replace its members")
            .build());
    call.spec.addOption(
        OptionSpec.builder(ENDPOINT)
            .paramLabel("URL")
            .type(String.class)
            .description(
                "address of the server (variable AWS_ENDPOINT_URL); by default that of the"
                    + " settings")
            .build());
    return new CommandLine(call.spec);
  }

  /** The first sentence by itself, which is what the list of all operations shows. */
  private static String[] sentences(String text) {
    return text.replace("%", "%%").split("(?<=\\.)\\s+", 2);
  }

  private static OptionSpec.Builder flag(Member member, String name, String text) {
    String several = member.shape() instanceof Shape.Sequence ? " Once for each, or JSON." : "";
    String required = member.required() ? " Required." : "";
    OptionSpec.Builder flag =
        OptionSpec.builder(name)
            .paramLabel(MemberText.kind(member.shape()))
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description((text + several + required).replace("%", "%%"));
    return member.shape() instanceof Shape.Bool
        ? flag.arity("0..1").fallbackValue("true")
        : flag.arity("1");
  }

  private static String name(Member member) {
    return "--" + CommandLineName.of(member.name());
  }

  @Override
  public Integer call() {
    ObjectNode input = input();
    String missing =
        operation.input().members().stream()
            .filter(member -> member.required() && !input.hasNonNull(member.name()))
            .map(CallOperation::name)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw misuse(operation.name() + " needs " + missing);
    }
    Settings settings = environment.settings(spec);
    ApiAccess access = new ApiAccess(environment, spec, settings);
    String answer = new ApiClient(endpoint(access), access.signer()).call(operation, input);
    if (!answer.isEmpty()) {
      environment.terminal().say(answer);
    }
    return 0;
  }

  private URI endpoint(ApiAccess access) {
    try {
      return access.endpoint(spec.commandLine().getParseResult().matchedOptionValue(ENDPOINT, ""));
    } catch (IllegalArgumentException wrong) {
      throw misuse(String.valueOf(wrong.getMessage()));
    }
  }

  private ObjectNode input() {
    Path file = spec.commandLine().getParseResult().matchedOptionValue(INPUT, null);
    ObjectNode input = file == null ? JsonNodeFactory.instance.objectNode() : object(file);
    ParseResult flags = spec.commandLine().getParseResult();
    for (Member member : operation.input().members()) {
      List<String> texts = new ArrayList<>(flags.matchedOptionValue(name(member), List.of()));
      texts.addAll(flags.matchedOptionValue("--" + member.name(), List.of()));
      if (!texts.isEmpty()) {
        input.set(member.name(), read(member, texts));
      }
    }
    return input;
  }

  private JsonNode read(Member member, List<String> texts) {
    try {
      return MemberText.read(member.shape(), texts);
    } catch (IllegalArgumentException wrong) {
      throw misuse(name(member) + " " + wrong.getMessage());
    }
  }

  private ObjectNode object(Path file) {
    String text = new String(environment.read(file, MAX_INPUT_BYTES), StandardCharsets.UTF_8);
    try {
      if (MemberText.json(text) instanceof ObjectNode object) {
        requireKnown(object);
        return object;
      }
    } catch (IllegalArgumentException wrong) {
      throw misuse("%s %s %s".formatted(INPUT, file, wrong.getMessage()));
    }
    throw misuse("%s %s is not a JSON object".formatted(INPUT, file));
  }

  private void requireKnown(ObjectNode object) {
    List<String> known = operation.input().members().stream().map(Member::name).toList();
    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      if (!known.contains(each.getKey()) && unknown.size() < MOST_UNKNOWN) {
        String nearest = NearestName.of(each.getKey(), known);
        unknown.add(each.getKey() + (nearest == null ? "" : " (did you mean " + nearest + "?)"));
      }
    }
    if (unknown.size() == 1) {
      throw misuse("%s has no member %s".formatted(operation.name(), unknown.getFirst()));
    }
    if (!unknown.isEmpty()) {
      throw misuse(
          "%s has no members %s and %s"
              .formatted(
                  operation.name(),
                  String.join(", ", unknown.subList(0, unknown.size() - 1)),
                  unknown.getLast()));
    }
  }

  private ParameterException misuse(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
