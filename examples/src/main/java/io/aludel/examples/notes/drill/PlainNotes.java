package io.aludel.examples.notes.drill;

import com.zaxxer.hikari.HikariDataSource;
import io.aludel.examples.notes.http.Problem;
import io.aludel.examples.notes.http.ProblemException;
import io.aludel.examples.notes.http.Resource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Notes as somebody writes them with nothing but JDBC, a pool, and as many threads as connections. */
final class PlainNotes implements Resource, AutoCloseable {
  private final HikariDataSource pool;
  private final ExecutorService threads;

  PlainNotes(HikariDataSource pool) {
    this.pool = pool;
    this.threads = Executors.newFixedThreadPool(pool.getMaximumPoolSize());
  }

  @Override
  public CompletableFuture<Map<String, Object>> list(Map<String, String> parameters) {
    int size = Integer.parseInt(parameters.getOrDefault("size", "20"));
    int page = Integer.parseInt(parameters.getOrDefault("page", "0"));
    String text = parameters.get("text__icontains");
    String completed = parameters.get("completed");
    StringBuilder sql = new StringBuilder("SELECT id, text, completed, created FROM notes");
    List<Object> values = new ArrayList<>();
    if (text != null) {
      sql.append(" WHERE text ILIKE ? ESCAPE '/'");
      values.add("%" + text.replaceAll("([/%_])", "/$1") + "%");
    }
    if (completed != null) {
      sql.append(values.isEmpty() ? " WHERE" : " AND").append(" completed = ?");
      values.add(Boolean.parseBoolean(completed));
    }
    sql.append("-id".equals(parameters.get("order")) ? " ORDER BY id DESC" : " ORDER BY id")
        .append(" LIMIT ? OFFSET ?");
    values.add(size + 1);
    values.add(size * page);
    return later(connection -> {
      List<Map<String, Object>> notes = notes(connection, sql.toString(), values);
      return Map.of(
          "items", notes.subList(0, Math.min(size, notes.size())), "more", notes.size() > size);
    });
  }

  @Override
  public CompletableFuture<Map<String, Object>> create(Map<String, @Nullable Object> values) {
    if (!(values.get("text") instanceof String text) || text.isBlank() || text.length() > 200) {
      throw new ProblemException(Problem.of(422, "Invalid", "A note has a text."));
    }
    boolean completed = Boolean.TRUE.equals(values.get("completed"));
    Instant created = Instant.now();
    return later(connection -> {
      try (PreparedStatement insert = connection.prepareStatement(
          "INSERT INTO notes (text, completed, created) VALUES (?, ?, ?)",
          Statement.RETURN_GENERATED_KEYS)) {
        insert.setString(1, text.strip());
        insert.setBoolean(2, completed);
        insert.setObject(3, created.atOffset(ZoneOffset.UTC));
        insert.executeUpdate();
        try (ResultSet keys = insert.getGeneratedKeys()) {
          keys.next();
          return view(keys.getLong(1), text.strip(), completed, created);
        }
      }
    });
  }

  @Override
  public CompletableFuture<Map<String, Object>> get(long id) {
    return later(connection -> find(connection, id));
  }

  @Override
  public CompletableFuture<Map<String, Object>> change(
      long id, Map<String, @Nullable Object> values) {
    return later(connection -> {
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE notes SET completed = ? WHERE id = ?")) {
        update.setBoolean(1, Boolean.TRUE.equals(values.get("completed")));
        update.setLong(2, id);
        update.executeUpdate();
      }
      return find(connection, id);
    });
  }

  @Override
  public CompletableFuture<?> delete(long id) {
    return later(connection -> {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM notes WHERE id = ?")) {
        delete.setLong(1, id);
        return delete.executeUpdate();
      }
    });
  }

  private static Map<String, Object> find(Connection connection, long id) throws SQLException {
    List<Map<String, Object>> found = notes(
        connection, "SELECT id, text, completed, created FROM notes WHERE id = ?", List.of(id));
    if (found.isEmpty()) {
      throw new ProblemException(Problem.of(404, "Not found", "There is nothing by that id."));
    }
    return found.get(0);
  }

  private static List<Map<String, Object>> notes(
      Connection connection, String sql, List<Object> values) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      List<Map<String, Object>> notes = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Timestamp created = rows.getTimestamp(4);
          notes.add(
              view(rows.getLong(1), rows.getString(2), rows.getBoolean(3), created.toInstant()));
        }
      }
      return notes;
    }
  }

  private static Map<String, Object> view(
      long id, String text, boolean completed, Instant created) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", id);
    view.put("text", text);
    view.put("completed", completed);
    view.put("created", created.toString());
    return view;
  }

  private <T> CompletableFuture<T> later(Work<T> work) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Connection connection = pool.getConnection()) {
            try {
              T result = work.run(connection);
              connection.commit();
              return result;
            } catch (SQLException | RuntimeException failed) {
              connection.rollback();
              throw failed;
            }
          } catch (SQLException failed) {
            throw new CompletionException(failed);
          }
        },
        threads);
  }

  /** Something that may fail. */
  private interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  @Override
  public void close() {
    threads.shutdown();
    pool.close();
  }
}
