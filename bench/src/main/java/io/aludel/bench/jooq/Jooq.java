package io.aludel.bench.jooq;

import static io.aludel.bench.jooq.Tables.AUTHOR;
import static io.aludel.bench.jooq.Tables.AUTHOR_BORN;
import static io.aludel.bench.jooq.Tables.AUTHOR_EMAIL;
import static io.aludel.bench.jooq.Tables.AUTHOR_ID;
import static io.aludel.bench.jooq.Tables.AUTHOR_NAME;
import static io.aludel.bench.jooq.Tables.AUTHOR_RATING;
import static io.aludel.bench.jooq.Tables.BOOK;
import static io.aludel.bench.jooq.Tables.BOOK_AUTHOR;
import static io.aludel.bench.jooq.Tables.BOOK_ID;
import static io.aludel.bench.jooq.Tables.BOOK_PAGES;
import static io.aludel.bench.jooq.Tables.BOOK_TITLE;
import static io.aludel.bench.jooq.Tables.LABEL;
import static io.aludel.bench.jooq.Tables.LABEL_ID;
import static io.aludel.bench.jooq.Tables.LABEL_NAME;
import static io.aludel.bench.jooq.Tables.LINK;
import static io.aludel.bench.jooq.Tables.LINK_AUTHOR;
import static io.aludel.bench.jooq.Tables.LINK_LABEL;
import static org.jooq.Records.mapping;

import com.zaxxer.hikari.HikariDataSource;
import io.aludel.bench.AuthorRecord;
import io.aludel.bench.Contestant;
import io.aludel.bench.NewAuthor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.InsertValuesStep3;
import org.jooq.InsertValuesStep4;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.JDBCUtils;

/** The works that ask for no managed objects, each in a transaction. */
public final class Jooq implements Contestant {
  private static final int ROWS = 500;
  private static final int BATCH = 1_000;

  private final HikariDataSource pool;
  private final DSLContext context;

  /** Takes the pool over. */
  public Jooq(HikariDataSource pool) {
    this.pool = pool;
    Settings settings = new Settings()
        .withExecuteLogging(false)
        .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED);
    context = DSL.using(pool, JDBCUtils.dialect(pool.getJdbcUrl()), settings);
  }

  @Override
  public long readRecords() {
    return inTransaction(sql -> checksum(authors(selectAuthors(sql))));
  }

  @Override
  public long getByKey(List<Integer> keys) {
    return inTransaction(sql -> {
      long sum = 0;
      for (Integer key : keys) {
        sum += checksum(authors(selectAuthors(sql).where(AUTHOR_ID.eq(key))));
      }
      return sum;
    });
  }

  @Override
  public long dynamicQuery(String prefix, int bornFrom, double ratingFrom) {
    List<Condition> conditions = new ArrayList<>();
    if (!prefix.isEmpty()) {
      conditions.add(AUTHOR_NAME.startsWith(prefix));
    }
    if (bornFrom > 0) {
      conditions.add(AUTHOR_BORN.ge(bornFrom));
    }
    if (ratingFrom > 0) {
      conditions.add(AUTHOR_RATING.ge(ratingFrom));
    }
    return inTransaction(sql ->
        checksum(authors(selectAuthors(sql).where(conditions).orderBy(AUTHOR_ID).limit(20))));
  }

  @Override
  public long joinedCollection(int upTo) {
    return inTransaction(sql -> withBooks(sql.select(
            AUTHOR_ID,
            AUTHOR_NAME,
            AUTHOR_EMAIL,
            AUTHOR_BORN,
            AUTHOR_RATING,
            BOOK_ID,
            BOOK_TITLE,
            BOOK_PAGES)
        .from(AUTHOR)
        .leftJoin(BOOK)
        .on(BOOK_AUTHOR.eq(AUTHOR_ID))
        .where(AUTHOR_ID.le(upTo))
        .fetchGroups(
            row -> new AuthorRecord(
                row.value1(), row.value2(), row.value3(), row.value4(), row.value5()),
            row -> new BookRecord(row.value6(), row.value7(), row.value8()))));
  }

  @Override
  public long secondSelect(int upTo) {
    return inTransaction(sql -> {
      List<AuthorRecord> authors = authorsUpTo(sql, upTo);
      long sum = checksum(authors);
      for (List<AuthorRecord> some : chunks(authors)) {
        sum += books(sql.select(BOOK_AUTHOR, BOOK_ID, BOOK_TITLE, BOOK_PAGES)
            .from(BOOK)
            .where(BOOK_AUTHOR.in(keys(some)))
            .fetchGroups(
                BOOK_AUTHOR, row -> new BookRecord(row.value2(), row.value3(), row.value4()))
            .values());
      }
      return sum;
    });
  }

  @Override
  public long insertGraph(List<NewAuthor> authors) {
    return inTransaction(sql -> {
      long count = 0;
      for (List<NewAuthor> some : chunks(authors)) {
        List<Integer> keys = insertAuthors(sql, some);
        count += keys.size() + insertBooks(sql, some, keys);
      }
      return count;
    });
  }

  @Override
  public long readLinks(int upTo) {
    return inTransaction(sql -> {
      List<AuthorRecord> authors = authorsUpTo(sql, upTo);
      long sum = checksum(authors);
      for (List<LabelRecord> labels : sql.select(LINK_AUTHOR, LABEL_ID, LABEL_NAME)
          .from(LINK)
          .join(LABEL)
          .on(LABEL_ID.eq(LINK_LABEL))
          .where(LINK_AUTHOR.in(keys(authors)))
          .fetchGroups(LINK_AUTHOR, row -> new LabelRecord(row.value2(), row.value3()))
          .values()) {
        for (LabelRecord label : labels) {
          sum += label.checksum();
        }
      }
      return sum;
    });
  }

  @Override
  public long bulkInsert(List<NewAuthor> authors) {
    return inTransaction(sql -> {
      for (int from = 0; from < authors.size(); from += BATCH) {
        BatchBindStep batch =
            sql.batch(sql.insertInto(AUTHOR, AUTHOR_NAME, AUTHOR_EMAIL, AUTHOR_BORN, AUTHOR_RATING)
                .values((String) null, null, null, null));
        for (NewAuthor author : authors.subList(from, Math.min(authors.size(), from + BATCH))) {
          batch = batch.bind(author.name(), author.email(), author.born(), author.rating());
        }
        batch.execute();
      }
      return authors.size();
    });
  }

  private static List<Integer> insertAuthors(DSLContext sql, List<NewAuthor> authors) {
    InsertValuesStep4<Record, String, String, Integer, Double> insert =
        sql.insertInto(AUTHOR, AUTHOR_NAME, AUTHOR_EMAIL, AUTHOR_BORN, AUTHOR_RATING);
    for (NewAuthor author : authors) {
      insert = insert.values(author.name(), author.email(), author.born(), author.rating());
    }
    return insert.returningResult(AUTHOR_ID).fetch(AUTHOR_ID);
  }

  private static int insertBooks(DSLContext sql, List<NewAuthor> authors, List<Integer> keys) {
    InsertValuesStep3<Record, Integer, String, Integer> insert =
        sql.insertInto(BOOK, BOOK_AUTHOR, BOOK_TITLE, BOOK_PAGES);
    for (int i = 0; i < authors.size(); i++) {
      for (String title : authors.get(i).titles()) {
        insert = insert.values(keys.get(i), title, 100 + title.length());
      }
    }
    return insert.returningResult(BOOK_ID).fetch(BOOK_ID).size();
  }

  private static SelectJoinStep<Record5<Integer, String, String, Integer, Double>> selectAuthors(
      DSLContext sql) {
    return sql.select(AUTHOR_ID, AUTHOR_NAME, AUTHOR_EMAIL, AUTHOR_BORN, AUTHOR_RATING)
        .from(AUTHOR);
  }

  private static List<AuthorRecord> authorsUpTo(DSLContext sql, int upTo) {
    return authors(selectAuthors(sql).where(AUTHOR_ID.le(upTo)));
  }

  private static List<AuthorRecord> authors(
      Select<Record5<Integer, String, String, Integer, Double>> query) {
    return query.fetch(mapping(AuthorRecord::new));
  }

  private static List<Integer> keys(List<AuthorRecord> authors) {
    return authors.stream().map(AuthorRecord::id).toList();
  }

  private static <T> List<List<T>> chunks(List<T> all) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += ROWS) {
      chunks.add(all.subList(from, Math.min(all.size(), from + ROWS)));
    }
    return chunks;
  }

  private static long checksum(List<AuthorRecord> authors) {
    long sum = 0;
    for (AuthorRecord author : authors) {
      sum += author.checksum();
    }
    return sum;
  }

  private static long withBooks(Map<AuthorRecord, List<BookRecord>> authors) {
    long sum = books(authors.values());
    for (AuthorRecord author : authors.keySet()) {
      sum += author.checksum();
    }
    return sum;
  }

  private static long books(Collection<List<BookRecord>> all) {
    long sum = 0;
    for (List<BookRecord> books : all) {
      for (BookRecord book : books) {
        sum += book.checksum();
      }
    }
    return sum;
  }

  private long inTransaction(Work work) {
    return context.transactionResult(transaction -> work.in(transaction.dsl()));
  }

  @Override
  public void close() {
    pool.close();
  }

  /** What is done in a transaction. */
  @FunctionalInterface
  private interface Work {
    long in(DSLContext sql);
  }
}
