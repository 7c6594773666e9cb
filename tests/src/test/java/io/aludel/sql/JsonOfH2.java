package io.aludel.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Functions for parts of JSON that {@link ModeOfH2} gives to an H2, which calls them. */
public final class JsonOfH2 {
  private JsonOfH2() {}

  /** What is no object or array, as text. */
  public static @Nullable String value(@Nullable String json, @Nullable String path)
      throws IOException {
    JsonNode found = at(json, path);
    return found == null || found.isContainerNode() ? null : found.asText();
  }

  /** An object or array, as text. */
  public static @Nullable String query(@Nullable String json, @Nullable String path)
      throws IOException {
    JsonNode found = at(json, path);
    return found == null || !found.isContainerNode() ? null : found.toString();
  }

  /** A number. */
  public static @Nullable BigDecimal number(@Nullable String json, @Nullable String path)
      throws IOException {
    JsonNode found = at(json, path);
    return found == null || !found.isNumber() ? null : found.decimalValue();
  }

  private static @Nullable JsonNode at(@Nullable String json, @Nullable String path)
      throws IOException {
    if (json == null || path == null) {
      return null;
    }
    String pointer =
        path.substring(1).replaceAll("\\.\"([^\"]*)\"", "/$1").replaceAll("\\[(\\d+)]", "/$1");
    JsonNode found = new ObjectMapper().readTree(json).at(pointer);
    return found.isMissingNode() || found.isNull() ? null : found;
  }
}
