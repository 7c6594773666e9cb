package io.aludel.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import io.aludel.examples.notes.NotesService;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tour of the service: each request on the page is sent, and its answer stands below it. When the page is stale,
 * run this test with {@code -Daludel.docs.update=true}, which writes the answers anew.
 */
class NotesTourTest {
  private static final Pattern ASKED = Pattern.compile(
      "```sh\\n(curl -s .*)\\n```\\n```json\\n((?:[^`].*\\n)?)```", Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

  @TempDir
  Path folder;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void tour_always_isWhatTheServiceAnswers() throws Exception {
    Path file = Document.root().resolve("docs/notes.md");
    String page = Files.readString(file);
    String answered;
    try (Engine engine = Engine.create("jdbc:sqlite:" + folder.resolve("notes.db"));
        NotesService service =
            NotesService.start(new InetSocketAddress("localhost", 0), engine, System.err)) {
      answered = answered(page, service.port());
    }
    if (Boolean.getBoolean("aludel.docs.update")) {
      Files.writeString(file, answered);
    }
    assertThat(Files.readString(file))
        .as("docs/notes.md; write it anew with -Daludel.docs.update=true")
        .isEqualTo(answered);
  }

  private String answered(String page, int port) throws Exception {
    StringBuilder answered = new StringBuilder();
    Matcher asked = ASKED.matcher(page);
    int requests = 0;
    while (asked.find()) {
      String answer = MOMENT.matcher(ask(asked.group(1), port)).replaceAll("2026-11-21T09:00:00Z");
      asked.appendReplacement(
          answered,
          Matcher.quoteReplacement(
              "```sh\n" + asked.group(1) + "\n```\n```json\n" + answer + "\n```"));
      requests++;
    }
    asked.appendTail(answered);
    assertThat(requests).isGreaterThan(12);
    return answered.toString();
  }

  private String ask(String command, int port) throws Exception {
    List<String> words = new ArrayList<>();
    for (MatchResult word : WORD.matcher(command).results().toList()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    String body = after(words, "-d", "");
    String method = after(words, "-X", body.isEmpty() ? "GET" : "POST");
    String place = words.stream()
        .filter(word -> word.startsWith("localhost:8080/"))
        .findFirst()
        .orElseThrow()
        .replace("localhost:8080", "http://localhost:" + port);
    HttpRequest request = HttpRequest.newBuilder(URI.create(place))
        .method(method, HttpRequest.BodyPublishers.ofString(body))
        .timeout(Duration.ofSeconds(30))
        .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    return response.body().isEmpty() ? "HTTP " + response.statusCode() : response.body();
  }

  private static String after(List<String> words, String option, String otherwise) {
    int at = words.indexOf(option);
    return at < 0 ? otherwise : words.get(at + 1);
  }
}
