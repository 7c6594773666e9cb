package io.aludel.examples.notes.drill;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.random.RandomGenerator;

/** What the clients of a drill ask. Called by many threads. */
public interface Traffic {
  /**
   * The next request of some client.
   *
   * @param random where chance comes from
   * @return the request
   */
  HttpRequest next(RandomGenerator random);

  /**
   * Hears an answer.
   *
   * @param request what was asked
   * @param answer what came back
   */
  void answered(HttpRequest request, HttpResponse<String> answer);
}
