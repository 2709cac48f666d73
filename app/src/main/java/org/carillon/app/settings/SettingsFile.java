package org.carillon.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads carillon.yaml into one text by dotted key, so that nesting is a matter of taste. */
final class SettingsFile {

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private SettingsFile() {}

  static Map<String, String> read(Path file) {
    JsonNode root;
    try {
      root = YAML.readTree(file.toFile());
    } catch (JsonProcessingException broken) {
      // The parser's own message may quote the line, and with it a secret.
      throw new SettingsException(
          "The file %s is not YAML at line %d: check its indentation, colons and quotes."
              .formatted(
                  file, broken.getLocation() == null ? 1 : broken.getLocation().getLineNr()));
    } catch (IOException unreadable) {
      throw new SettingsException("The file %s cannot be read.".formatted(file));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    if (root != null && !root.isNull() && !root.isMissingNode()) {
      flatten(file, "", root, texts);
    }
    return texts;
  }

  private static void flatten(Path file, String key, JsonNode node, Map<String, String> texts) {
    if (node.isObject()) {
      node.properties()
          .forEach(member ->
              flatten(
                  file,
                  key.isEmpty() ? member.getKey() : key + "." + member.getKey(),
                  member.getValue(),
                  texts));
    } else if (key.isEmpty() || node.isArray()) {
      throw new SettingsException(
          "%s in the file %s is not a single value: write it as \"name: value\"."
              .formatted(key.isEmpty() ? "The content" : key, file));
    } else if (texts.put(key, node.isNull() ? "" : node.asText()) != null) {
      throw new SettingsException(
          "%s is twice in the file %s: keep one of them.".formatted(key, file));
    }
  }
}
