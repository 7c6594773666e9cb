package io.aludel.orm.async;

import io.aludel.async.AsyncResult;
import io.aludel.async.Await;
import io.aludel.engine.Result;
import io.aludel.orm.ExecutionOption;
import io.aludel.orm.MergeOption;
import io.aludel.orm.Session;
import io.aludel.orm.attribute.ValueAttribute;
import io.aludel.sql.RowStatement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The methods that a blocking session and an asynchronous one share, for tests that run on both. */
interface SessionFace {
  void add(Object object);

  void addAll(Collection<?> objects);

  void delete(Object object);

  <E> E merge(E object, MergeOption... options);

  void expunge(Object object);

  void expungeAll();

  boolean contains(Object object);

  List<Object> newObjects();

  List<Object> dirty();

  List<Object> deleted();

  boolean isModified(Object object);

  <E> @Nullable E get(Class<E> entity, Object key, ExecutionOption... options);

  <E> E getOne(Class<E> entity, Object key, ExecutionOption... options);

  void refresh(Object object, ExecutionOption... options);

  void refresh(Object object, ValueAttribute<?, ?> first, ValueAttribute<?, ?>... more);

  void expire(Object object);

  <T> Result<T> scalars(RowStatement<T> statement);

  <T> @Nullable T scalar(RowStatement<T> statement);

  void flush();

  String explainFlush();

  Object begin();

  void commit();

  void rollback();

  boolean inTransaction();

  boolean isActive();

  void reset();

  void close();

  static SessionFace over(Session session) {
    return face(session);
  }

  static SessionFace over(AsyncSession session) {
    return face(session);
  }

  private static SessionFace face(Object session) {
    return (SessionFace) Proxy.newProxyInstance(
        SessionFace.class.getClassLoader(),
        new Class<?>[] {SessionFace.class},
        (proxy, method, arguments) -> {
          try {
            Object given = session
                .getClass()
                .getMethod(method.getName(), method.getParameterTypes())
                .invoke(session, arguments);
            return waited(given);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private static @Nullable Object waited(@Nullable Object given) throws Throwable {
    if (!(given instanceof CompletionStage<?> stage)) {
      return given;
    }
    try {
      Object result = Await.done(stage);
      return result instanceof AsyncResult<?> rows ? Await.done(rows.freeze()).get() : result;
    } catch (CompletionException e) {
      throw e.getCause();
    }
  }
}
