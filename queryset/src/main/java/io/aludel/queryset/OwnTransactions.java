package io.aludel.queryset;

import io.aludel.async.AsyncConnection;
import io.aludel.async.AsyncEngine;
import io.aludel.async.Stages;
import io.aludel.async.Workers;
import io.aludel.dialect.Capability;
import io.aludel.engine.Engine;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.schema.MetaData;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does each unit of work in a session and a transaction of its own. */
final class OwnTransactions implements Work {
  /** Beyond that calls would only wait for a connection instead of a thread. */
  private static final int MOST_AT_ONCE = 32;

  private static final String THREADS = "aludel-queryset";

  private final SessionFactory sessions;
  private final AsyncEngine database;

  OwnTransactions(Engine engine, Registry registry) {
    this.sessions = SessionFactory.of(engine, registry);
    this.database = AsyncEngine.of(
        engine,
        engine.dialect().supports(Capability.NATIVE_CALLS)
            ? Workers.pooled(THREADS, MOST_AT_ONCE)
            : Workers.create(THREADS, MOST_AT_ONCE));
  }

  SessionFactory sessions() {
    return sessions;
  }

  @Override
  public AsyncEngine database() {
    return database;
  }

  @Override
  public <R extends @Nullable Object> CompletableFuture<R> later(Supplier<R> work) {
    return database.workers().<R>call(work).toCompletableFuture();
  }

  @Override
  public <R extends @Nullable Object> R now(Function<? super Session, ? extends R> unit) {
    return sessions.<R>fromTransaction(unit);
  }

  @Override
  public void define(MetaData metadata, Change change) {
    change.of(metadata).accept(database.engine());
  }

  @Override
  public <R extends @Nullable Object> CompletableFuture<R> together(
      Function<? super Work, ? extends CompletionStage<R>> unit) {
    return database
        .<R>fromTransaction(connection -> unit.apply(new OneTransaction(connection, this)))
        .toCompletableFuture();
  }

  @Override
  public CompletableFuture<Work> rollingBack() {
    return database.connect().thenCompose(this::begun).toCompletableFuture();
  }

  private CompletionStage<Work> begun(AsyncConnection connection) {
    return Stages.ending(
        () ->
            connection.begin().<Work>thenApply(transaction -> new OneTransaction(connection, this)),
        failure -> failure == null ? CompletableFuture.completedFuture(true) : connection.close());
  }

  @Override
  public void close() {
    database.workers().close().toCompletableFuture().join();
  }
}
