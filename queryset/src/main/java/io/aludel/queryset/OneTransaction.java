package io.aludel.queryset;

import io.aludel.async.AsyncConnection;
import io.aludel.async.AsyncEngine;
import io.aludel.async.Stages;
import io.aludel.engine.Connection;
import io.aludel.orm.JoinMode;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.SessionOption;
import io.aludel.schema.MetaData;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does units of work one after the other in a transaction that somebody else ends, each within a
 * savepoint, so that one that fails leaves what the others did.
 */
final class OneTransaction implements Work {
  private final AsyncConnection asynchronous;
  private final OwnTransactions own;
  private final SessionFactory sessions;

  /** Set and read on the lane of the connection only. */
  private @Nullable Connection connection;

  OneTransaction(AsyncConnection asynchronous, OwnTransactions own) {
    this.asynchronous = asynchronous;
    this.own = own;
    this.sessions = own.sessions()
        .with(
            SessionOption.joinMode(JoinMode.CREATE_SAVEPOINT), SessionOption.expireOnCommit(false));
  }

  @Override
  public AsyncEngine database() {
    return own.database();
  }

  @Override
  public <R extends @Nullable Object> CompletableFuture<R> later(Supplier<R> work) {
    return asynchronous
        .<R>call(given -> {
          connection = given;
          return work.get();
        })
        .toCompletableFuture();
  }

  private Connection connection() {
    return Objects.requireNonNull(connection);
  }

  @Override
  public <R extends @Nullable Object> R now(Function<? super Session, ? extends R> unit) {
    try (Session session = sessions.open(connection())) {
      R result = unit.apply(session);
      session.commit();
      return result;
    }
  }

  @Override
  public void define(MetaData metadata, Change change) {
    change.of(metadata).accept(connection());
  }

  @Override
  public <R extends @Nullable Object> CompletableFuture<R> together(
      Function<? super Work, ? extends CompletionStage<R>> unit) {
    return asynchronous
        .beginNested()
        .thenCompose(savepoint -> Stages.<R>ending(
            () -> unit.apply(this),
            failure -> failure == null ? savepoint.commit() : savepoint.rollback()))
        .toCompletableFuture();
  }

  @Override
  public CompletableFuture<Work> rollingBack() {
    throw new QuerySetException(
        QuerySetError.MISUSE,
        "Cannot begin a transaction that is rolled back in the end: this registry is in a transaction"
            + " already. Ask the registry that it came from.");
  }

  /** Rolls back, unless the transaction has been ended. */
  @Override
  public void close() {
    asynchronous.close().toCompletableFuture().join();
  }
}
