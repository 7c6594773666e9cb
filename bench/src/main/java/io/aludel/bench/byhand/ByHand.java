package io.aludel.bench.byhand;

import io.aludel.bench.AuthorRecord;
import io.aludel.bench.Contestant;
import io.aludel.bench.NewAuthor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * JDBC as a careful programmer writes it: one connection kept open, a prepared statement for each call,
 * typed getters by position, batches for what is written, one commit.
 */
public final class ByHand implements Contestant {
  private final Connection connection;
  private final Reads reads;
  private final Writes writes;

  /** Takes the connection over. */
  public ByHand(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    reads = new Reads(connection);
    writes = new Writes(connection);
  }

  @Override
  public long readEntities() throws SQLException {
    return committed(reads.authors().stream().mapToLong(PlainAuthor::checksum).sum());
  }

  @Override
  public long readRecords() throws SQLException {
    return committed(reads.records().stream().mapToLong(AuthorRecord::checksum).sum());
  }

  @Override
  public long getByKey(List<Integer> keys) throws SQLException {
    long sum = 0;
    for (int key : keys) {
      sum += reads.author(key).checksum();
    }
    return committed(sum);
  }

  @Override
  public long dynamicQuery(String prefix, int bornFrom, double ratingFrom) throws SQLException {
    return committed(reads.authors(prefix, bornFrom, ratingFrom).stream()
        .mapToLong(PlainAuthor::checksum)
        .sum());
  }

  @Override
  public long joinedCollection(int upTo) throws SQLException {
    return committed(withBooks(reads.authorsJoinedWithBooks(upTo)));
  }

  @Override
  public long secondSelect(int upTo) throws SQLException {
    List<PlainAuthor> authors = reads.authorsUpTo(upTo);
    reads.addBooks(authors);
    return committed(withBooks(authors));
  }

  @Override
  public long lazyCollections(int upTo) throws SQLException {
    List<PlainAuthor> authors = reads.authorsUpTo(upTo);
    for (PlainAuthor author : authors) {
      author.books.addAll(reads.booksOf(author.id));
    }
    return committed(withBooks(authors));
  }

  @Override
  public long insertGraph(List<NewAuthor> authors) throws SQLException {
    return committed(writes.insertWithBooks(authors));
  }

  @Override
  public long change(int every) throws SQLException {
    List<PlainAuthor> authors = reads.authors();
    List<PlainAuthor> changed =
        authors.stream().filter(author -> author.id % every == 0).toList();
    changed.forEach(author -> author.born++);
    writes.updateBorn(changed);
    return committed(authors.size());
  }

  @Override
  public long deleteBorn(int year) throws SQLException {
    List<PlainAuthor> doomed = reads.authorsBorn(year);
    writes.deleteWithBooksAndLinks(doomed);
    return committed(doomed.size());
  }

  @Override
  public long link(int upTo) throws SQLException {
    List<PlainAuthor> authors = reads.authorsUpTo(upTo);
    reads.addLabels(authors);
    List<PlainLabel> labels = reads.labels();
    for (PlainAuthor author : authors) {
      for (int i = 0; i < 10; i++) {
        author.labels.add(labels.get((author.id * 7 + i) % labels.size()));
      }
    }
    writes.insertLinks(authors);
    return committed(authors.size());
  }

  @Override
  public long readLinks(int upTo) throws SQLException {
    List<PlainAuthor> authors = reads.authorsUpTo(upTo);
    reads.addLabels(authors);
    long sum = 0;
    for (PlainAuthor author : authors) {
      sum += author.checksum();
      for (PlainLabel label : author.labels) {
        sum += label.checksum();
      }
    }
    return committed(sum);
  }

  @Override
  public long insertMany(List<NewAuthor> authors) throws SQLException {
    return committed(writes.insert(authors));
  }

  @Override
  public long bulkInsert(List<NewAuthor> authors) throws SQLException {
    return committed(writes.insert(authors));
  }

  private long committed(long answer) throws SQLException {
    connection.commit();
    return answer;
  }

  private static long withBooks(List<PlainAuthor> authors) {
    long sum = 0;
    for (PlainAuthor author : authors) {
      sum += author.checksum();
      for (PlainBook book : author.books) {
        sum += book.checksum();
      }
    }
    return sum;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
