package io.aludel.examples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aludel.examples.notes.Caller.Heard;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service answers, right and wrong. */
@ForEachDatabase
class NotesServiceTest {
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private NotesService service;
  private Caller caller;

  @BeforeEach
  void start(TestDatabase database) throws Exception {
    service = NotesService.start(
        new InetSocketAddress("localhost", 0),
        database.engine(),
        new PrintStream(log, true, StandardCharsets.UTF_8));
    caller = new Caller(service.port());
  }

  @AfterEach
  void stop() {
    service.close();
    assertThat(log.toString(StandardCharsets.UTF_8)).as("what nobody expected").isEmpty();
  }

  @Test
  void note_fromMakingToDeleting_answersEachStep() throws Exception {
    Heard made = caller.send("POST", "/notes", "{\"text\": \" Buy milk \"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Content-Type")).isEqualTo("application/json");
    assertThat(made.json().get("text").asText()).isEqualTo("Buy milk");
    assertThat(made.json().get("created").asText()).isNotEmpty();
    String place = made.header("Location");
    assertThat(place).isEqualTo("/notes/" + made.json().get("id").asLong());

    Heard changed = caller.send("PATCH", place, "{\"completed\": true}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().get("completed").asBoolean()).isTrue();
    assertThat(caller.get(place).json()).isEqualTo(changed.json());
    assertThat(caller.send("PATCH", place, "{}").json()).isEqualTo(changed.json());

    Heard deleted = caller.send("DELETE", place, "");
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.text()).isEmpty();
    for (Heard gone : List.of(
        caller.get(place),
        caller.send("PATCH", place, "{\"completed\": true}"),
        caller.send("DELETE", place, ""))) {
      assertProblem(gone, 404, "There is nothing by that id.");
    }
  }

  @Test
  void list_withParameters_filtersSortsAndPages() throws Exception {
    for (String text : List.of("Buy milk", "Feed the cat", "buy 100% wool")) {
      caller.send("POST", "/notes", "{\"text\": \"" + text + "\"}");
    }
    caller.send("PATCH", "/notes/2", "{\"completed\": true}");

    assertThat(texts("/notes?order=-id"))
        .containsExactly("buy 100% wool", "Feed the cat", "Buy milk");
    assertThat(texts("/notes?text__icontains=BUY&order=id"))
        .containsExactly("Buy milk", "buy 100% wool");
    assertThat(texts("/notes?text__icontains=0%25")).containsExactly("buy 100% wool");
    assertThat(texts("/notes?completed=true")).containsExactly("Feed the cat");
    assertThat(texts("/notes?id__in=1,3&order=id")).containsExactly("Buy milk", "buy 100% wool");
    assertThat(texts("/notes?size=2&order=id")).containsExactly("Buy milk", "Feed the cat");
    assertThat(caller.get("/notes?size=2").json().get("more").asBoolean()).isTrue();
    assertThat(texts("/notes?size=2&page=1&order=id")).containsExactly("buy 100% wool");
    assertThat(caller.get("/notes?size=2&page=1").json().get("more").asBoolean())
        .isFalse();
  }

  private List<String> texts(String path) throws Exception {
    Heard heard = caller.get(path);
    assertThat(heard.status()).as(heard.text()).isEqualTo(200);
    return StreamSupport.stream(heard.json().get("items").spliterator(), false)
        .map(note -> note.get("text").asText())
        .toList();
  }

  @Test
  void parameters_thatAreNotAllowed_areAllNamedInOneProblem() throws Exception {
    Heard refused = caller.get("/notes?__class__=x&completed=maybe&order=secret&text__icontains=a");
    assertProblem(refused, 400, "Some parameters cannot be taken.");
    assertThat(fields(refused)).containsExactly("__class__", "completed", "order");
    for (String query : List.of(
        "id__gt__gt=1",
        "text'--=x",
        "text__regex=.*",
        "page=-1",
        "size=0",
        "size=100000",
        "order=")) {
      Heard each = caller.get("/notes?" + query);
      assertThat(each.status()).as(query).isEqualTo(400);
      assertThat(fields(each)).as(query).hasSize(1);
    }
    assertProblem(caller.get("/notes?page=1&page=2"), 400, "The parameter 'page' stands twice.");
    assertThat(texts("/notes?text__icontains=%27%3B%20DROP%20TABLE%20notes%3B--"))
        .isEmpty();
  }

  @Test
  void values_thatCannotBeSaved_areAllNamedInOneProblem() throws Exception {
    Heard refused = caller.send(
        "POST", "/notes", "{\"text\": \"" + "x".repeat(201) + "\", \"completed\": 7, \"rank\": 1}");
    assertProblem(refused, 422, "Some values cannot be saved.");
    assertThat(fields(refused)).containsExactlyInAnyOrder("text", "completed", "rank");
    assertThat(fields(caller.send("POST", "/notes", "{\"text\": \" \"}"))).containsExactly("text");
    assertThat(fields(caller.send("POST", "/notes", "{\"text\": null}"))).containsExactly("text");
    assertThat(fields(caller.send("POST", "/notes", "{\"text\": \"a\", \"id\": 7}")))
        .containsExactly("id");
    assertThat(fields(caller.send("PATCH", "/notes/1", "{\"id\": 7}"))).containsExactly("id");
    assertThat(caller.get("/notes").json().get("items")).isEmpty();
  }

  @Test
  void request_thatMakesNoSense_isAProblem() throws Exception {
    assertProblem(caller.get("/"), 404, "There is nothing here. Try /albums, /tracks, /notes.");
    assertProblem(
        caller.get("/users"), 404, "There is nothing here. Try /albums, /tracks, /notes.");
    assertProblem(
        caller.get("/notes/1/2"), 404, "There is nothing here. Try /albums, /tracks, /notes.");
    assertProblem(caller.get("/notes/milk"), 404, "There is nothing by that id; ids are numbers.");
    Heard method = caller.send("PUT", "/notes", "{}");
    assertProblem(method, 405, "PUT does nothing here; use GET, POST.");
    assertThat(method.header("Allow")).isEqualTo("GET, POST");
    for (String body : List.of("", "{", "[]", "null", "7", "{\"text\": \"a\"} {}")) {
      assertProblem(
          caller.send("POST", "/notes", body), 400, "The body is not one object of JSON.");
    }
    assertThat(caller
            .send("POST", "/notes", "{\"text\": \"" + "x".repeat(1 << 20) + "\"}")
            .status())
        .isEqualTo(413);
  }

  @Test
  void album_withTracks_isMadeWholeOrNotAtAll() throws Exception {
    Heard made = caller.send("POST", "/albums", """
        {"name": "Fantasies", "tracks": [{"title": "Help", "position": 1}, {"title": "Sick", "position": 2}]}
        """);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    JsonNode tracks =
        caller.get("/tracks?album__name=Fantasies&order=position").json().get("items");
    assertThat(tracks)
        .extracting(track -> track.get("title").asText())
        .containsExactly("Help", "Sick");
    assertThat(tracks.get(0).get("album")).isEqualTo(made.json().get("id"));

    Heard invalid = caller.send("POST", "/albums", """
        {"name": "Half", "tracks": [{"title": "One", "position": 1}, {"title": "", "position": 0}]}
        """);
    assertThat(invalid.status()).isEqualTo(422);
    assertThat(fields(invalid)).containsExactlyInAnyOrder("[1].title", "[1].position");
    assertThat(fields(caller.send("POST", "/albums", "{\"name\": \"Half\", \"tracks\": [7]}")))
        .containsExactly("tracks");
    assertThat(caller.get("/albums?name=Half").json().get("items")).isEmpty();

    assertProblem(
        caller.send("POST", "/albums", "{\"name\": \"Fantasies\"}"),
        409,
        "A value is taken already, or refers to something that is not there.");
    assertThat(caller
            .send("POST", "/tracks", "{\"title\": \"x\", \"position\": 1, \"album\": 99}")
            .status())
        .isEqualTo(409);

    assertThat(caller.send("DELETE", made.header("Location"), "").status()).isEqualTo(204);
    assertThat(caller.get("/tracks").json().get("items")).isEmpty();
  }

  private static List<String> fields(Heard problem) throws Exception {
    return StreamSupport.stream(problem.json().path("errors").spliterator(), false)
        .map(each -> each.get("field").asText())
        .toList();
  }

  private static void assertProblem(Heard heard, int status, String detail) throws Exception {
    assertThat(heard.status()).as(heard.text()).isEqualTo(status);
    assertThat(heard.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(heard.json().get("status").asInt()).isEqualTo(status);
    assertThat(heard.json().get("detail").asText()).isEqualTo(detail);
  }
}
