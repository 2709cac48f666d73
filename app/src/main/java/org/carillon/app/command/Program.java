package org.carillon.app.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.NearestName;
import org.carillon.app.client.CommandLineName;
import org.carillon.app.installation.FailureException;
import org.carillon.app.settings.SettingsException;
import org.carillon.platform.db.DatabaseBusyException;
import org.carillon.platform.db.DatabaseLostException;
import org.carillon.platform.db.UnknownOutcomeException;
import org.carillon.platform.identity.RefusedException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a whole: {@code carillon} and every command below it. */
public final class Program {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final String API = "api";

  private Program() {}

  /**
   * Runs one command.
   *
   * @return 0 when it did what it should, 1 when it could not, 2 when it was asked wrongly
   */
  public static int run(CommandEnvironment environment, String... words) {
    List<String> arguments = spelt(words);
    CommandLine program =
        group("carillon", "Serves phone numbers and manages the installation.")
            .addSubcommand(new ServeCommand(environment))
            .addSubcommand(new BackUp(environment))
            .addSubcommand(api(environment, arguments))
            .addSubcommand(
                group("organization", "Creates and lists organizations, the tenants.")
                    .addSubcommand(new CreateOrganization(environment))
                    .addSubcommand(new ListOrganizations(environment)))
            .addSubcommand(
                group("key", "Issues, lists and revokes access keys.")
                    .addSubcommand(new CreateKey(environment))
                    .addSubcommand(new ListKeys(environment))
                    .addSubcommand(new RevokeKey(environment)))
            .addSubcommand(
                group("principal", "Lists principals, and gives and takes their policies.")
                    .addSubcommand(new ListPrincipals(environment))
                    .addSubcommand(new AttachPolicy(environment))
                    .addSubcommand(new DetachPolicy(environment)))
            .addSubcommand(
                group("policy", "Stores organizations' own policies, and shows the managed ones.")
                    .addSubcommand(new PutPolicy(environment))
                    .addSubcommand(new ListPolicies(environment))
                    .addSubcommand(new ShowPolicy(environment)))
            .addSubcommand(
                group("pool", "Fills and shows the built-in supplier's pool of numbers.")
                    .addSubcommand(new ImportPool(environment))
                    .addSubcommand(new AddPoolBlock(environment))
                    .addSubcommand(new ListPool(environment)));
    program
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("prints the version and ends")
                .build())
        .version("carillon 0.1.0");
    addFlags(program);
    program.registerConverter(Path.class, Program::path);
    program.setOut(new PrintWriter(environment.terminal().out(), true, StandardCharsets.UTF_8));
    program.setErr(new PrintWriter(environment.terminal().err(), true, StandardCharsets.UTF_8));
    program.setUsageHelpAutoWidth(true);
    program.setParameterExceptionHandler((wrong, given) -> misused(environment, wrong));
    program.setExecutionExceptionHandler(
        (failed, line, given) -> failed(environment.terminal(), failed));
    if (arguments.isEmpty()) {
      program.usage(program.getErr());
      return MISUSED;
    }
    return program.execute(arguments.toArray(String[]::new));
  }

  private static CommandLine api(CommandEnvironment environment, List<String> arguments) {
    CommandLine api =
        group(API, "Calls an operation of a running server and prints the JSON of its answer.");
    if (!arguments.isEmpty() && arguments.getFirst().equals(API)) {
      CallOperation.commands(environment, arguments.size() < 2 ? "" : arguments.get(1))
          .forEach(api::addSubcommand);
    }
    return api;
  }

  /** An operation may be named as in the API. */
  private static List<String> spelt(String... arguments) {
    List<String> spelt = new ArrayList<>(List.of(arguments));
    if (spelt.size() > 1 && spelt.getFirst().equals(API)) {
      spelt.set(1, CommandLineName.of(spelt.get(1)));
    }
    return spelt;
  }

  private static CommandLine group(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description);
    return new CommandLine(spec);
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException unwritable) {
      throw new TypeConversionException(
          "\"%s\" cannot be a file name with this locale; set LC_ALL to a UTF-8 locale such as C.UTF-8"
              .formatted(text));
    }
  }

  private static void addFlags(CommandLine line) {
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("shows this help and ends")
                .build());
    if (line.getSubcommands().isEmpty()) {
      CommandEnvironment.addFlags(line.getCommandSpec(), line.getCommand() instanceof ServeCommand);
    }
    line.getCommandSpec().usageMessage().abbreviateSynopsis(true).sortOptions(false);
    line.getSubcommands().values().stream().distinct().forEach(Program::addFlags);
  }

  private static int misused(CommandEnvironment environment, ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    environment
        .terminal()
        .tell(
            "%s%s; see \"%s --help\"."
                .formatted(
                    problem(wrong), hint(environment, wrong), environment.callable(command)));
    return MISUSED;
  }

  private static String problem(ParameterException wrong) {
    return isUnknownCommand(wrong)
        ? "Unknown command '%s'".formatted(unmatched(wrong))
        : String.valueOf(wrong.getMessage());
  }

  private static boolean isUnknownCommand(ParameterException wrong) {
    return wrong instanceof UnmatchedArgumentException
        && !unmatched(wrong).startsWith("-")
        && !wrong.getCommandLine().getSubcommands().isEmpty();
  }

  private static String unmatched(ParameterException wrong) {
    return ((UnmatchedArgumentException) wrong).getUnmatched().getFirst();
  }

  private static String hint(CommandEnvironment environment, ParameterException wrong) {
    if (isUnknownCommand(wrong) && wrong.getCommandLine().getParent() == null) {
      String name = CommandLineName.of(unmatched(wrong));
      if (Operations.ALL.stream().anyMatch(each -> CommandLineName.of(each.name()).equals(name))) {
        return "; for an operation of the API: "
            + environment.callable("carillon %s %s".formatted(API, name));
      }
    }
    return nearest(wrong);
  }

  private static String nearest(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unknown) {
      String name = unknown.getUnmatched().getFirst();
      CommandLine line = wrong.getCommandLine();
      String nearest =
          NearestName.of(
              name,
              name.startsWith("-")
                  ? line.getCommandSpec().optionsMap().keySet()
                  : line.getSubcommands().keySet());
      return nearest == null ? "" : " (did you mean " + nearest + "?)";
    }
    return "";
  }

  private static int failed(Terminal terminal, Exception failed) {
    return switch (failed) {
      case SettingsException wrong -> tell(terminal, wrong, MISUSED);
      case FailureException failure -> tell(terminal, failure, FAILED);
      case RefusedException refused -> tell(terminal, refused, FAILED);
      case DatabaseBusyException busy -> tell(terminal, busy, "The database is busy; try again.");
      case DatabaseLostException away ->
          tell(terminal, away, "The database does not answer; try again.");
      case UnknownOutcomeException unknown ->
          tell(
              terminal,
              unknown,
              "The connection to the database was lost during the commit; check the outcome before"
                  + " you try again.");
      default -> {
        LoggerFactory.getLogger(Program.class).debug("unexpected", failed);
        terminal.tell("The command failed for an unexpected reason; --log-level debug shows it.");
        yield FAILED;
      }
    };
  }

  private static int tell(Terminal terminal, RuntimeException reason, int code) {
    tell(terminal, reason, String.valueOf(reason.getMessage()));
    return code;
  }

  private static int tell(Terminal terminal, RuntimeException reason, String sentence) {
    LoggerFactory.getLogger(Program.class).debug("told in one sentence", reason);
    terminal.tell(sentence);
    return FAILED;
  }
}
