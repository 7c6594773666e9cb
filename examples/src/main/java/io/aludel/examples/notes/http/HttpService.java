package io.aludel.examples.notes.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Serves resources under their names: {@code GET} and {@code POST /notes}, {@code GET}, {@code PATCH} and
 * {@code DELETE /notes/7}. Its few threads read requests and send answers; none waits for a database.
 */
public final class HttpService implements AutoCloseable {
  private static final int THREADS = 16;
  private static final int WAITING_CONNECTIONS = 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectWriter JSON = JsonMapper.builder().build().writer();

  private final Map<String, Resource> resources;
  private final Function<Throwable, Problem> problems;
  private final PrintStream log;
  private final HttpServer server;
  private final ExecutorService threads;

  private HttpService(
      Map<String, Resource> resources,
      Function<Throwable, Problem> problems,
      PrintStream log,
      HttpServer server) {
    this.resources = resources;
    this.problems = problems;
    this.log = log;
    this.server = server;
    AtomicInteger number = new AtomicInteger();
    this.threads = Executors.newFixedThreadPool(THREADS, task -> {
      Thread thread = new Thread(task, "http-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    });
  }

  /**
   * Starts to serve.
   *
   * @param address where; port 0 takes a free one
   * @param resources by the first part of their paths
   * @param problems says what a failure of a resource is; one of status 500 is written to the log
   * @param log for failures that nobody expected
   * @return the service, to be closed
   * @throws IOException if the address cannot be taken
   */
  public static HttpService start(
      InetSocketAddress address,
      Map<String, Resource> resources,
      Function<Throwable, Problem> problems,
      PrintStream log)
      throws IOException {
    // Small answers must not wait for more to send, nor may a connection be closed while its client
    // asks
    // again because many others are open; the server reads these when its class is loaded.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
    HttpServer server = HttpServer.create(address, WAITING_CONNECTIONS);
    HttpService service = new HttpService(new LinkedHashMap<>(resources), problems, log, server);
    server.setExecutor(service.threads);
    server.createContext("/", service::handle);
    server.start();
    return service;
  }

  /**
   * Where it serves.
   *
   * @return the port
   */
  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) {
    CompletableFuture<Answer> answer;
    try {
      answer = answer(Request.read(exchange));
    } catch (IOException gone) {
      exchange.close();
      return;
    } catch (RuntimeException failure) {
      send(exchange, problem(failure));
      return;
    }
    answer
        .copy()
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .whenCompleteAsync(
            (done, failure) -> {
              if (failure instanceof TimeoutException) {
                answer.cancel(true);
              }
              send(exchange, failure == null ? done : problem(failure));
            },
            threads);
  }

  private CompletableFuture<Answer> answer(Request request) throws IOException {
    String name = request.path().get(0);
    Resource resource = resources.get(name);
    if (resource == null || request.path().size() > 2) {
      throw ProblemException.of(
          404, "Not found", "There is nothing here. Try " + String.join(", ", paths()) + ".");
    }
    return request.path().size() == 1
        ? ofAll(resource, "/" + name, request)
        : ofOne(resource, number(request.path().get(1)), request);
  }

  private Iterable<String> paths() {
    return resources.keySet().stream().map(name -> "/" + name).toList();
  }

  private static CompletableFuture<Answer> ofAll(Resource resource, String path, Request request)
      throws IOException {
    return switch (request.method()) {
      case "GET" -> resource.list(request.parameters()).thenApply(body -> Answer.of(200, body));
      case "POST" -> resource.create(request.values()).thenApply(body -> Answer.made(path, body));
      default -> throw refused(request, "GET, POST");
    };
  }

  private static CompletableFuture<Answer> ofOne(Resource resource, long id, Request request)
      throws IOException {
    return switch (request.method()) {
      case "GET" -> resource.get(id).thenApply(body -> Answer.of(200, body));
      case "PATCH" -> resource.change(id, request.values()).thenApply(body -> Answer.of(200, body));
      case "DELETE" -> resource.delete(id).thenApply(nothing -> Answer.nothing());
      default -> throw refused(request, "GET, PATCH, DELETE");
    };
  }

  private static ProblemException refused(Request request, String allowed) {
    String detail = request.method() + " does nothing here; use " + allowed + ".";
    return new ProblemException(
        Problem.of(405, "Method not allowed", detail), Map.of("Allow", allowed));
  }

  private static long number(String part) {
    if (!part.matches("[0-9]{1,18}")) {
      throw ProblemException.of(404, "Not found", "There is nothing by that id; ids are numbers.");
    }
    return Long.parseLong(part);
  }

  private Answer problem(Throwable thrown) {
    Throwable failure = thrown instanceof CompletionException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
    if (failure instanceof ProblemException found) {
      return found.answer();
    }
    Problem problem = failure instanceof TimeoutException
        ? Problem.of(503, "Too slow", "The request took too long; it may have been done or not.")
        : problems.apply(failure);
    if (problem.status() == 500) {
      failure.printStackTrace(log);
    }
    return problem.answer();
  }

  private static void send(HttpExchange exchange, Answer answer) {
    try (exchange) {
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      if (answer.body() == null) {
        exchange.sendResponseHeaders(answer.status(), -1);
        return;
      }
      byte[] body = bytes(answer.body());
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException gone) {
      // Whoever asked does not listen any more.
    }
  }

  private static byte[] bytes(Object body) throws JsonProcessingException {
    return JSON.writeValueAsBytes(body);
  }

  /** Ends what runs within a second, and takes nothing new. */
  @Override
  public void close() {
    server.stop(1);
    threads.shutdown();
  }
}
