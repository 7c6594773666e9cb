package io.aludel.examples.notes.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent back.
 *
 * @param status the code of HTTP
 * @param headers beside the type of the body
 * @param type the type of the body
 * @param body becomes JSON; null for none
 */
public record Answer(
    int status,
    Map<String, String> headers,
    String type,
    @Nullable Object body) {
  static Answer of(int status, Object body) {
    return new Answer(status, Map.of(), "application/json", body);
  }

  static Answer made(String path, Map<String, Object> body) {
    return new Answer(
        201, Map.of("Location", path + "/" + body.get("id")), "application/json", body);
  }

  static Answer nothing() {
    return new Answer(204, Map.of(), "application/json", null);
  }
}
