package io.aludel.queryset;

import io.aludel.async.AsyncEngine;
import io.aludel.orm.Session;
import io.aludel.schema.MetaData;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where units of work are done, and in whose transaction. */
interface Work {
  /** The database beneath. */
  AsyncEngine database();

  /** Does something on a worker thread. */
  <R extends @Nullable Object> CompletableFuture<R> later(Supplier<R> work);

  /** One unit of work on the calling worker; objects come out detached and keep their values. */
  <R extends @Nullable Object> R now(Function<? super Session, ? extends R> unit);

  /** Changes the schema. */
  void define(MetaData metadata, Change change);

  /** Does further work in one transaction, which ends with its stage. */
  <R extends @Nullable Object> CompletableFuture<R> together(
      Function<? super Work, ? extends CompletionStage<R>> unit);

  /** Work in a transaction that is never committed. */
  CompletableFuture<Work> rollingBack();

  /** Waits for what runs. */
  void close();

  /** What to do to a schema. */
  enum Change {
    /** Create what is missing. */
    CREATE,
    /** Drop what is there. */
    DROP;

    Consumer<io.aludel.schema.DdlTarget> of(MetaData metadata) {
      return this == CREATE ? metadata::createAll : metadata::dropAll;
    }
  }
}
