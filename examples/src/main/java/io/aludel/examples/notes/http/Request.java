package io.aludel.examples.notes.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked.
 *
 * @param method GET, POST and so on
 * @param path the parts of the path
 * @param parameters the query of the URL
 * @param body the raw body
 */
record Request(String method, List<String> path, Map<String, String> parameters, byte[] body) {
  private static final int LARGEST = 1 << 20;
  private static final ObjectReader JSON = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build()
      .readerFor(new TypeReference<Map<String, @Nullable Object>>() {});

  /** Reads the request whole; refuses a body that is too large. */
  static Request read(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      throw ProblemException.of(413, "Too large", "A body has at most " + LARGEST + " bytes.");
    }
    return new Request(
        exchange.getRequestMethod(),
        List.of(exchange.getRequestURI().getPath().substring(1).split("/", -1)),
        parameters(exchange.getRequestURI().getRawQuery()),
        body);
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    for (String each : query.split("&")) {
      int equals = each.indexOf('=');
      String name = decoded(equals < 0 ? each : each.substring(0, equals));
      String value = equals < 0 ? "" : decoded(each.substring(equals + 1));
      if (parameters.put(name, value) != null) {
        throw ProblemException.of(400, "Bad request", "The parameter '" + name + "' stands twice.");
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw ProblemException.of(400, "Bad request", "The query of the URL is not well encoded.");
    }
  }

  /** The body as an object of JSON. */
  Map<String, @Nullable Object> values() throws IOException {
    try {
      Map<String, @Nullable Object> values = JSON.readValue(body);
      if (values != null) {
        return values;
      }
    } catch (JsonProcessingException noObject) {
      // Told below, without the parser's words.
    }
    throw ProblemException.of(400, "Bad request", "The body is not one object of JSON.");
  }
}
