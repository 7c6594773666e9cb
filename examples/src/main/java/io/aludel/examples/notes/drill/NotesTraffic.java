package io.aludel.examples.notes.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Of ten requests four list, three read, two make and one changes a note. */
public final class NotesTraffic implements Traffic {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TEXT = "note ";

  private final URI notes;
  private final AtomicLong number = new AtomicLong();
  private final AtomicLong lastId = new AtomicLong();
  private final Map<Long, String> made = new ConcurrentHashMap<>();

  /**
   * Traffic to a service.
   *
   * @param base where it is, such as {@code http://localhost:8080/}
   */
  public NotesTraffic(URI base) {
    this.notes = base.resolve("notes");
  }

  @Override
  public HttpRequest next(RandomGenerator random) {
    long known = lastId.get();
    int dice = known == 0 ? 9 : random.nextInt(10);
    if (dice < 4) {
      return get("?completed=false&text__icontains=" + random.nextInt(1000) + "&order=-id&size=20");
    }
    URI one = URI.create(notes + "/" + (1 + random.nextLong(Math.max(1, known))));
    if (dice < 7) {
      return HttpRequest.newBuilder(one).build();
    }
    if (dice < 8) {
      return request(one, "PATCH", "{\"completed\":" + random.nextBoolean() + "}");
    }
    return request(notes, "POST", "{\"text\":\"" + TEXT + number.incrementAndGet() + "\"}");
  }

  private HttpRequest get(String query) {
    return HttpRequest.newBuilder(URI.create(notes + query)).build();
  }

  private static HttpRequest request(URI uri, String method, String body) {
    return HttpRequest.newBuilder(uri)
        .method(method, HttpRequest.BodyPublishers.ofString(body))
        .header("Content-Type", "application/json")
        .build();
  }

  @Override
  public void answered(HttpRequest request, HttpResponse<String> answer) {
    if (answer.statusCode() != 201) {
      return;
    }
    try {
      var note = JSON.readTree(answer.body());
      long id = note.get("id").asLong();
      made.put(id, note.get("text").asText());
      lastId.accumulateAndGet(id, Math::max);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("An answer is no JSON.", broken);
    }
  }

  /**
   * The notes whose making was acknowledged.
   *
   * @return texts by id
   */
  public Map<Long, String> made() {
    return made;
  }
}
