package io.aludel.bench;

import java.sql.SQLException;
import java.util.List;

/**
 * One way to do the works: by hand, or with a mapper. Each method is one work with a transaction of its
 * own and answers with a checksum of what it saw, the same for every contestant.
 */
public interface Contestant extends AutoCloseable {
  /** All authors as objects whose changes would be noticed. */
  default long readEntities() throws SQLException {
    throw withoutObjects();
  }

  /** All authors as records. */
  long readRecords() throws SQLException;

  /** The authors of these keys, each asked for by itself. */
  long getByKey(List<Integer> keys) throws SQLException;

  /** Twenty authors by name, birth and rating, the statement put together at run time. */
  long dynamicQuery(String prefix, int bornFrom, double ratingFrom) throws SQLException;

  /** The authors up to this key with their books, in one SELECT. */
  long joinedCollection(int upTo) throws SQLException;

  /** The authors up to this key with their books, in a second SELECT. */
  long secondSelect(int upTo) throws SQLException;

  /** The authors up to this key, and of each the books when they are asked for. */
  default long lazyCollections(int upTo) throws SQLException {
    throw withoutObjects();
  }

  /** New authors with books, all with generated keys. */
  long insertGraph(List<NewAuthor> authors) throws SQLException;

  /** Loads all authors and changes each whose key this divides. */
  default long change(int every) throws SQLException {
    throw withoutObjects();
  }

  /** Deletes the authors born in this year, and with them their books and links. */
  default long deleteBorn(int year) throws SQLException {
    throw withoutObjects();
  }

  /** Gives each of the authors up to this key ten more of the labels. */
  default long link(int upTo) throws SQLException {
    throw withoutObjects();
  }

  /** The authors up to this key with their labels. */
  long readLinks(int upTo) throws SQLException;

  /** Many new authors whose keys nobody needs. */
  default long insertMany(List<NewAuthor> authors) throws SQLException {
    return bulkInsert(authors);
  }

  /** The same, loaded as fast as the contestant can. */
  long bulkInsert(List<NewAuthor> authors) throws SQLException;

  @Override
  void close() throws SQLException;

  private static IllegalStateException withoutObjects() {
    return new IllegalStateException("This contestant manages no objects; see Who.does");
  }
}
