package io.aludel.examples.notes.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not done: a problem document of RFC 9457.
 *
 * @param status the code of HTTP
 * @param title the kind of problem
 * @param detail this one, for people; nothing that only the service should know
 * @param errors what is wrong with single fields or parameters, if anything
 */
public record Problem(int status, String title, String detail, List<Error> errors) {
  /**
   * What is wrong with a field or a parameter.
   *
   * @param field its name
   * @param code the kind, for programs
   * @param detail for people
   */
  public record Error(String field, String code, String detail) {}

  /**
   * A problem of the request as a whole.
   *
   * @param status the code of HTTP
   * @param title the kind of problem
   * @param detail this one
   * @return the problem
   */
  public static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, List.of());
  }

  Answer answer() {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    if (!errors.isEmpty()) {
      body.put("errors", errors);
    }
    Map<String, String> headers = status == 503 ? Map.of("Retry-After", "1") : Map.of();
    return new Answer(status, headers, "application/problem+json", body);
  }
}
