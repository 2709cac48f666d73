package org.carillon.app.settings;

import java.io.Serial;

/** A setting is wrong; the message is one sentence that names it, its source and the rule. */
public final class SettingsException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  SettingsException(String sentence) {
    super(sentence);
  }
}
