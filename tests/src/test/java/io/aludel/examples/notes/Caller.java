package io.aludel.examples.notes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a service of notes. */
final class Caller {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  Caller(int port) {
    this.base = URI.create("http://localhost:" + port);
  }

  Heard get(String path) throws Exception {
    return ask("GET", path, BodyPublishers.noBody());
  }

  Heard send(String method, String path, String body) throws Exception {
    return ask(method, path, BodyPublishers.ofString(body));
  }

  private Heard ask(String method, String path, BodyPublisher body) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
        .method(method, body)
        .timeout(Duration.ofSeconds(30))
        .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    return new Heard(response.statusCode(), response);
  }

  /** What was answered. */
  record Heard(int status, HttpResponse<String> response) {
    JsonNode json() throws JsonProcessingException {
      return JSON.readTree(response.body());
    }

    String text() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }
}
