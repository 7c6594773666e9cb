package io.aludel.bench.byhand;

import io.aludel.bench.AuthorRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The SELECT statements written by hand. */
final class Reads {
  private static final String AUTHORS = "SELECT id, name, email, born, rating FROM author";
  private static final int CHUNK = 500;

  private final Connection connection;

  Reads(Connection connection) {
    this.connection = connection;
  }

  List<PlainAuthor> authors() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(AUTHORS)) {
      return authors(statement);
    }
  }

  List<PlainAuthor> authorsUpTo(int upTo) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(AUTHORS + " WHERE id <= ?")) {
      statement.setInt(1, upTo);
      return authors(statement);
    }
  }

  List<PlainAuthor> authorsBorn(int year) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(AUTHORS + " WHERE born = ?")) {
      statement.setInt(1, year);
      return authors(statement);
    }
  }

  List<PlainAuthor> authors(String prefix, int bornFrom, double ratingFrom) throws SQLException {
    StringBuilder query = new StringBuilder(AUTHORS);
    String word = " WHERE ";
    if (!prefix.isEmpty()) {
      query.append(word).append("name LIKE ?");
      word = " AND ";
    }
    if (bornFrom > 0) {
      query.append(word).append("born >= ?");
      word = " AND ";
    }
    if (ratingFrom > 0) {
      query.append(word).append("rating >= ?");
    }
    query.append(" ORDER BY id LIMIT 20");
    try (PreparedStatement statement = connection.prepareStatement(query.toString())) {
      int position = 0;
      if (!prefix.isEmpty()) {
        statement.setString(++position, prefix + "%");
      }
      if (bornFrom > 0) {
        statement.setInt(++position, bornFrom);
      }
      if (ratingFrom > 0) {
        statement.setDouble(++position, ratingFrom);
      }
      return authors(statement);
    }
  }

  PlainAuthor author(int key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(AUTHORS + " WHERE id = ?")) {
      statement.setInt(1, key);
      return authors(statement).get(0);
    }
  }

  List<AuthorRecord> records() throws SQLException {
    List<AuthorRecord> records = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(AUTHORS);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        records.add(new AuthorRecord(
            rows.getInt(1),
            rows.getString(2),
            rows.getString(3),
            rows.getInt(4),
            rows.getDouble(5)));
      }
    }
    return records;
  }

  List<PlainAuthor> authorsJoinedWithBooks(int upTo) throws SQLException {
    Map<Integer, PlainAuthor> authors = new HashMap<>();
    List<PlainAuthor> inOrder = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(
        "SELECT a.id, a.name, a.email, a.born, a.rating, b.id, b.title, b.pages"
            + " FROM author a LEFT JOIN book b ON b.author_id = a.id WHERE a.id <= ?")) {
      statement.setInt(1, upTo);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          int id = rows.getInt(1);
          PlainAuthor author = authors.get(id);
          if (author == null) {
            author = author(rows);
            authors.put(id, author);
            inOrder.add(author);
          }
          int book = rows.getInt(6);
          if (!rows.wasNull()) {
            author.books.add(new PlainBook(book, rows.getString(7), rows.getInt(8)));
          }
        }
      }
    }
    return inOrder;
  }

  List<PlainBook> booksOf(int author) throws SQLException {
    List<PlainBook> books = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id, title, pages FROM book WHERE author_id = ?")) {
      statement.setInt(1, author);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          books.add(new PlainBook(rows.getInt(1), rows.getString(2), rows.getInt(3)));
        }
      }
    }
    return books;
  }

  void addBooks(List<PlainAuthor> authors) throws SQLException {
    Map<Integer, PlainAuthor> byKey = byKey(authors);
    for (List<PlainAuthor> chunk : chunks(authors)) {
      try (PreparedStatement statement = connection.prepareStatement(
          "SELECT author_id, id, title, pages FROM book WHERE author_id IN (" + marks(chunk)
              + ")")) {
        bindKeys(statement, chunk);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            byKey
                .get(rows.getInt(1))
                .books
                .add(new PlainBook(rows.getInt(2), rows.getString(3), rows.getInt(4)));
          }
        }
      }
    }
  }

  void addLabels(List<PlainAuthor> authors) throws SQLException {
    Map<Integer, PlainAuthor> byKey = byKey(authors);
    Map<Integer, PlainLabel> labels = new HashMap<>();
    for (List<PlainAuthor> chunk : chunks(authors)) {
      try (PreparedStatement statement = connection.prepareStatement(
          "SELECT x.author_id, l.id, l.name FROM author_label x JOIN label l ON l.id = x.label_id"
              + " WHERE x.author_id IN (" + marks(chunk) + ")")) {
        bindKeys(statement, chunk);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            int id = rows.getInt(2);
            PlainLabel label = labels.get(id);
            if (label == null) {
              label = new PlainLabel(id, rows.getString(3));
              labels.put(id, label);
            }
            byKey.get(rows.getInt(1)).labels.add(label);
          }
        }
      }
    }
  }

  List<PlainLabel> labels() throws SQLException {
    List<PlainLabel> labels = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT id, name FROM label ORDER BY id");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        labels.add(new PlainLabel(rows.getInt(1), rows.getString(2)));
      }
    }
    return labels;
  }

  private static List<PlainAuthor> authors(PreparedStatement statement) throws SQLException {
    List<PlainAuthor> authors = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        authors.add(author(rows));
      }
    }
    return authors;
  }

  private static PlainAuthor author(ResultSet rows) throws SQLException {
    return new PlainAuthor(
        rows.getInt(1), rows.getString(2), rows.getString(3), rows.getInt(4), rows.getDouble(5));
  }

  private static Map<Integer, PlainAuthor> byKey(List<PlainAuthor> authors) {
    Map<Integer, PlainAuthor> byKey = new HashMap<>(authors.size() * 2);
    authors.forEach(author -> byKey.put(author.id, author));
    return byKey;
  }

  private static List<List<PlainAuthor>> chunks(List<PlainAuthor> authors) {
    List<List<PlainAuthor>> chunks = new ArrayList<>();
    for (int from = 0; from < authors.size(); from += CHUNK) {
      chunks.add(authors.subList(from, Math.min(authors.size(), from + CHUNK)));
    }
    return chunks;
  }

  private static String marks(List<PlainAuthor> chunk) {
    return String.join(", ", Collections.nCopies(chunk.size(), "?"));
  }

  private static void bindKeys(PreparedStatement statement, List<PlainAuthor> chunk)
      throws SQLException {
    for (int i = 0; i < chunk.size(); i++) {
      statement.setInt(i + 1, chunk.get(i).id);
    }
  }
}
