package org.carillon.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carillon.api.model.Credential;
import org.carillon.api.model.DeleteVoiceConnectorInput;
import org.carillon.api.model.GetVoiceConnectorInput;
import org.carillon.api.model.ListVoiceConnectorTerminationCredentialsInput;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PutVoiceConnectorTerminationCredentialsInput;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.db.Engine;
import org.carillon.platform.db.schema.DefaultSchema;
import org.carillon.server.testing.Tenant;
import org.carillon.server.trunks.connectorsettings.ConfiguredTrunks;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** The password of a trunk stands nowhere: not in the database, a log, an answer or a refusal. */
@ParameterizedClass
@EnumSource(Engine.class)
final class TrunkSecretsTest {

  private static final String PASSWORD = "quiet-brass-bell-8341";

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final List<Appender<ILoggingEvent>> printers = new ArrayList<>();
  private final Level level = root.getLevel();
  private final Path folder;
  private final ConfiguredTrunks trunks;
  private final Tenant bells;
  private final String lobby;

  TrunkSecretsTest(Engine engine, @TempDir Path folder) {
    this.folder = folder;
    trunks = new ConfiguredTrunks(engine, folder);
    bells = trunks.server().organization();
    lobby = trunks.connector(bells);
  }

  @BeforeEach
  void listen() {
    // Captured lines are not printed too.
    root.iteratorForAppenders().forEachRemaining(printers::add);
    printers.forEach(root::detachAppender);
    log.start();
    root.addAppender(log);
    root.setLevel(Level.TRACE);
  }

  @AfterEach
  void close() {
    root.setLevel(level);
    root.detachAppender(log);
    printers.forEach(root::addAppender);
    trunks.close();
  }

  @Test
  void passwordStandsNowhere() {
    List<String> told = new ArrayList<>();
    PutVoiceConnectorTerminationCredentialsInput input =
        new PutVoiceConnectorTerminationCredentialsInput(
            lobby, List.of(new Credential("pbx", PASSWORD)));
    told.add(input.toString());
    told.add(answer(Operations.PUT_VOICE_CONNECTOR_TERMINATION_CREDENTIALS, input));
    told.add(
        answer(
            Operations.LIST_VOICE_CONNECTOR_TERMINATION_CREDENTIALS,
            new ListVoiceConnectorTerminationCredentialsInput(lobby)));
    told.add(answer(Operations.GET_VOICE_CONNECTOR, new GetVoiceConnectorInput(lobby)));
    Credential again = new Credential("pbx", PASSWORD);
    told.add(
        refusal(new PutVoiceConnectorTerminationCredentialsInput(lobby, List.of(again, again))));
    told.add(refusal(new PutVoiceConnectorTerminationCredentialsInput("unknown", List.of(again))));
    told.add(new Credential("p:bx", PASSWORD + "\n").validate().toString());
    assertEquals(Optional.of(PASSWORD), trunks.password(bells, lobby, "pbx"));

    List<String> rows = everything();
    assertTrue(rows.stream().anyMatch(each -> each.contains("pbx")));
    assertTrue(told.get(2).contains("pbx"), told.get(2));
    List<String> logged = logged();
    assertFalse(logged.isEmpty());
    Stream.of(rows, told, logged, files())
        .flatMap(List::stream)
        .forEach(each -> assertFalse(each.contains(PASSWORD), each));

    bells.call(Operations.DELETE_VOICE_CONNECTOR, new DeleteVoiceConnectorInput(lobby));
    assertEquals(Optional.empty(), trunks.password(bells, lobby, "pbx"));
    assertFalse(everything().stream().anyMatch(each -> each.contains("pbx")));
  }

  private <I, O> String answer(OperationShape<I, O> shape, I input) {
    O output = bells.call(shape, input);
    return output + " " + AnswerText.of(shape.output(), output);
  }

  private String refusal(PutVoiceConnectorTerminationCredentialsInput input) {
    ModelledException refused =
        assertThrows(
            ModelledException.class,
            () -> bells.call(Operations.PUT_VOICE_CONNECTOR_TERMINATION_CREDENTIALS, input));
    return refused + AnswerText.of(refused);
  }

  /** Every column of every row there is, bytes read as if they were text. */
  private List<String> everything() {
    return bells.read(context ->
        DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
            .flatMap(table -> rows(context.transaction().sql().selectFrom(table).fetch()))
            .toList());
  }

  private static Stream<String> rows(List<? extends Record> rows) {
    return rows.stream()
        .flatMap(row -> Arrays.stream(row.intoArray()))
        .map(value ->
            value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.ISO_8859_1)
                : String.valueOf(value));
  }

  private List<String> logged() {
    // Other tests of this process go on logging.
    root.detachAppender(log);
    log.stop();
    return log.list.stream().map(event -> event.getFormattedMessage() + proxies(event)).toList();
  }

  private static String proxies(ILoggingEvent event) {
    return event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage();
  }

  /** What an embedded database has written. */
  private List<String> files() {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).map(TrunkSecretsTest::read).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
