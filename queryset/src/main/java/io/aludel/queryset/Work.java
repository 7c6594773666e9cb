package io.aludel.queryset;

import io.aludel.async.Workers;
import io.aludel.engine.Engine;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does units of work: each on a worker thread, in a session and a transaction of its own. */
final class Work {
  /** Beyond that calls would only wait for a connection instead of a thread. */
  private static final int MOST_AT_ONCE = 32;

  private final SessionFactory sessions;
  private final Workers workers;

  Work(Engine engine, Registry registry) {
    this.sessions = SessionFactory.of(engine, registry);
    this.workers = Workers.create("aludel-queryset", MOST_AT_ONCE);
  }

  Engine engine() {
    return sessions.engine();
  }

  <R extends @Nullable Object> CompletableFuture<R> later(Supplier<R> work) {
    return workers.call(work).toCompletableFuture();
  }

  /** One transaction, on the calling thread; objects come out detached and keep their values. */
  <R extends @Nullable Object> R now(Function<Session, R> unit) {
    return sessions.fromTransaction(unit);
  }

  void close() {
    workers.close().toCompletableFuture().join();
  }
}
