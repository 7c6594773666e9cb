package io.aludel.bench.ebean;

import com.zaxxer.hikari.HikariDataSource;
import io.aludel.bench.AuthorRecord;
import io.aludel.bench.Contestant;
import io.aludel.bench.NewAuthor;
import io.ebean.Database;
import io.ebean.ExpressionList;
import io.ebean.FetchConfig;
import io.ebean.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The works with a transaction for each, whose objects are managed until it ends. */
public final class Ebean implements Contestant {
  private static final FetchConfig SECOND_SELECT = FetchConfig.ofQuery(500);

  private final HikariDataSource pool;
  private final Database database;
  private final boolean keysOfBatches;

  /** Takes the pool over. */
  public Ebean(HikariDataSource pool) {
    this.pool = pool;
    database = Databases.of(pool);
    // The driver of SQLite gives only the last key of a batch.
    keysOfBatches = !pool.getJdbcUrl().startsWith("jdbc:sqlite:");
  }

  @Override
  public long readEntities() {
    return inTransaction(transaction -> checksum(database.find(Author.class).findList()));
  }

  @Override
  public long readRecords() {
    return inTransaction(transaction -> {
      long sum = 0;
      for (AuthorRecord author : database
          .find(Author.class)
          .select("id, name, email, born, rating")
          .asDto(AuthorRecord.class)
          .findList()) {
        sum += author.checksum();
      }
      return sum;
    });
  }

  @Override
  public long getByKey(List<Integer> keys) {
    return inTransaction(transaction -> {
      long sum = 0;
      for (Integer key : keys) {
        Author found = database.find(Author.class, key);
        sum += found == null ? 0 : found.checksum();
      }
      return sum;
    });
  }

  @Override
  public long dynamicQuery(String prefix, int bornFrom, double ratingFrom) {
    ExpressionList<Author> query = database.find(Author.class).where();
    if (!prefix.isEmpty()) {
      query.startsWith("name", prefix);
    }
    if (bornFrom > 0) {
      query.ge("born", bornFrom);
    }
    if (ratingFrom > 0) {
      query.ge("rating", ratingFrom);
    }
    query.orderBy("id").setMaxRows(20);
    return inTransaction(transaction -> checksum(query.findList()));
  }

  @Override
  public long joinedCollection(int upTo) {
    return inTransaction(transaction -> withBooks(
        database.find(Author.class).fetch("books").where().le("id", upTo).findList()));
  }

  @Override
  public long secondSelect(int upTo) {
    return inTransaction(transaction -> withBooks(database
        .find(Author.class)
        .fetch("books", SECOND_SELECT)
        .where()
        .le("id", upTo)
        .findList()));
  }

  @Override
  public long lazyCollections(int upTo) {
    return inTransaction(transaction ->
        withBooks(database.find(Author.class).where().le("id", upTo).findList()));
  }

  @Override
  public long insertGraph(List<NewAuthor> authors) {
    return inTransaction(transaction -> {
      List<Author> all = new ArrayList<>(authors.size());
      long count = 0;
      for (NewAuthor author : authors) {
        all.add(new Author(author));
        count += 1 + author.titles().size();
      }
      transaction.setBatchMode(keysOfBatches);
      transaction.setBatchOnCascade(keysOfBatches);
      database.saveAll(all);
      return count;
    });
  }

  @Override
  public long change(int every) {
    return inTransaction(transaction -> {
      List<Author> all = database.find(Author.class).findList();
      List<Author> changed = new ArrayList<>();
      for (Author author : all) {
        if (author.key() % every == 0) {
          author.growOlder();
          changed.add(author);
        }
      }
      database.saveAll(changed);
      return all.size();
    });
  }

  @Override
  public long deleteBorn(int year) {
    return inTransaction(transaction -> {
      List<Author> doomed = database.find(Author.class).where().eq("born", year).findList();
      return database.deleteAll(doomed);
    });
  }

  @Override
  public long link(int upTo) {
    return inTransaction(transaction -> {
      List<Author> authors = authorsWithLabels(upTo);
      List<Label> labels = database.find(Label.class).orderBy("id").findList();
      for (Author author : authors) {
        for (int i = 0; i < 10; i++) {
          author.add(labels.get((author.key() * 7 + i) % labels.size()));
        }
      }
      database.saveAll(authors);
      return authors.size();
    });
  }

  @Override
  public long readLinks(int upTo) {
    return inTransaction(transaction -> {
      long sum = 0;
      for (Author author : authorsWithLabels(upTo)) {
        sum += author.checksumWithLabels();
      }
      return sum;
    });
  }

  @Override
  public long bulkInsert(List<NewAuthor> authors) {
    return inTransaction(transaction -> {
      List<Author> all = new ArrayList<>(authors.size());
      for (NewAuthor author : authors) {
        all.add(new Author(author));
      }
      transaction.setGetGeneratedKeys(false);
      database.insertAll(all);
      return all.size();
    });
  }

  private long inTransaction(ToLongFunction<Transaction> work) {
    try (Transaction transaction = database.beginTransaction()) {
      long answer = work.applyAsLong(transaction);
      transaction.commit();
      return answer;
    }
  }

  private List<Author> authorsWithLabels(int upTo) {
    return database
        .find(Author.class)
        .fetch("labels", SECOND_SELECT)
        .where()
        .le("id", upTo)
        .findList();
  }

  private static long checksum(List<Author> authors) {
    long sum = 0;
    for (Author author : authors) {
      sum += author.checksum();
    }
    return sum;
  }

  private static long withBooks(List<Author> authors) {
    long sum = 0;
    for (Author author : authors) {
      sum += author.checksumWithBooks();
    }
    return sum;
  }

  @Override
  public void close() {
    database.shutdown();
    pool.close();
  }
}
