package io.aludel.bench.byhand;

import io.aludel.bench.NewAuthor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The statements that write, in batches, written by hand. */
final class Writes {
  private static final String INSERT_AUTHOR =
      "INSERT INTO author (name, email, born, rating) VALUES (?, ?, ?, ?)";
  private static final String INSERT_BOOK =
      "INSERT INTO book (author_id, title, pages) VALUES (?, ?, ?)";
  private static final int BATCH = 1_000;

  private final Connection connection;
  private final boolean keysOfBatches;

  Writes(Connection connection) throws SQLException {
    this.connection = connection;
    // The driver of SQLite gives only the last key of a batch.
    keysOfBatches = !connection.getMetaData().getDatabaseProductName().equals("SQLite");
  }

  long insertWithBooks(List<NewAuthor> authors) throws SQLException {
    List<Integer> keys = insertAuthors(authors);
    List<Integer> books = insertBooks(authors, keys);
    return keys.size() + books.size();
  }

  long insert(List<NewAuthor> authors) throws SQLException {
    int count = 0;
    try (PreparedStatement statement = connection.prepareStatement(INSERT_AUTHOR)) {
      for (NewAuthor author : authors) {
        bind(statement, author);
        statement.addBatch();
        if (++count % BATCH == 0) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    }
    return count;
  }

  void updateBorn(List<PlainAuthor> authors) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE author SET born = ? WHERE id = ?")) {
      int count = 0;
      for (PlainAuthor author : authors) {
        statement.setInt(1, author.born);
        statement.setInt(2, author.id);
        statement.addBatch();
        if (++count % BATCH == 0) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    }
  }

  void deleteWithBooksAndLinks(List<PlainAuthor> authors) throws SQLException {
    deleteEach("DELETE FROM author_label WHERE author_id = ?", authors);
    deleteEach("DELETE FROM book WHERE author_id = ?", authors);
    deleteEach("DELETE FROM author WHERE id = ?", authors);
  }

  void insertLinks(List<PlainAuthor> authors) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(
        "INSERT INTO author_label (author_id, label_id) VALUES (?, ?)")) {
      int count = 0;
      for (PlainAuthor author : authors) {
        for (PlainLabel label : author.labels) {
          statement.setInt(1, author.id);
          statement.setInt(2, label.id());
          statement.addBatch();
          if (++count % BATCH == 0) {
            statement.executeBatch();
          }
        }
      }
      statement.executeBatch();
    }
  }

  private List<Integer> insertAuthors(List<NewAuthor> authors) throws SQLException {
    List<Integer> keys = new ArrayList<>(authors.size());
    try (PreparedStatement statement =
        connection.prepareStatement(INSERT_AUTHOR, Statement.RETURN_GENERATED_KEYS)) {
      for (NewAuthor author : authors) {
        bind(statement, author);
        add(statement, keys);
      }
      finish(statement, keys);
    }
    return keys;
  }

  private List<Integer> insertBooks(List<NewAuthor> authors, List<Integer> authorKeys)
      throws SQLException {
    List<Integer> keys = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(INSERT_BOOK, Statement.RETURN_GENERATED_KEYS)) {
      int count = 0;
      for (int i = 0; i < authors.size(); i++) {
        for (String title : authors.get(i).titles()) {
          statement.setInt(1, authorKeys.get(i));
          statement.setString(2, title);
          statement.setInt(3, 100 + title.length());
          add(statement, keys);
          if (++count % BATCH == 0) {
            finish(statement, keys);
          }
        }
      }
      finish(statement, keys);
    }
    return keys;
  }

  private void add(PreparedStatement statement, List<Integer> keys) throws SQLException {
    if (keysOfBatches) {
      statement.addBatch();
    } else {
      statement.executeUpdate();
      takeKeys(statement, keys);
    }
  }

  private void finish(PreparedStatement statement, List<Integer> keys) throws SQLException {
    if (keysOfBatches) {
      statement.executeBatch();
      takeKeys(statement, keys);
    }
  }

  private static void takeKeys(Statement statement, List<Integer> keys) throws SQLException {
    try (ResultSet rows = statement.getGeneratedKeys()) {
      while (rows.next()) {
        keys.add(rows.getInt(1));
      }
    }
  }

  private void deleteEach(String delete, List<PlainAuthor> authors) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(delete)) {
      for (PlainAuthor author : authors) {
        statement.setInt(1, author.id);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, NewAuthor author) throws SQLException {
    statement.setString(1, author.name());
    statement.setString(2, author.email());
    statement.setInt(3, author.born());
    statement.setDouble(4, author.rating());
  }
}
