package io.aludel.examples.notes.http;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Things of one kind that can be listed, made, read, changed and deleted. Its answers become JSON. */
public interface Resource {
  /**
   * Lists some.
   *
   * @param parameters the query of the URL
   * @return what to answer
   */
  CompletableFuture<Map<String, Object>> list(Map<String, String> parameters);

  /**
   * Makes one.
   *
   * @param values the body
   * @return the new one with its {@code id}
   */
  CompletableFuture<Map<String, Object>> create(Map<String, @Nullable Object> values);

  /**
   * Reads one.
   *
   * @param id which
   * @return the thing
   */
  CompletableFuture<Map<String, Object>> get(long id);

  /**
   * Changes one.
   *
   * @param id which
   * @param values what of it, and to what
   * @return how it is then
   */
  CompletableFuture<Map<String, Object>> change(long id, Map<String, @Nullable Object> values);

  /**
   * Deletes one.
   *
   * @param id which
   * @return done when it is gone
   */
  CompletableFuture<?> delete(long id);
}
