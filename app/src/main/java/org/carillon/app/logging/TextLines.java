package org.carillon.app.logging;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes lines for people: time of day, level, short logger, request id, message, exception. */
final class TextLines extends EncoderBase<ILoggingEvent> {

  private static final String PATTERN =
      "%d{HH:mm:ss.SSS} %-5level %-30logger{30}%replace( [%X{requestId}]){' \\[\\]', ''} %msg%n";

  private final PatternLayout layout = new PatternLayout();

  @Override
  public void start() {
    layout.setContext(getContext());
    layout.setPattern(PATTERN);
    layout.start();
    super.start();
  }

  @Override
  public byte @Nullable [] headerBytes() {
    return null;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    return Masking.mask(layout.doLayout(event)).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte @Nullable [] footerBytes() {
    return null;
  }
}
