package io.aludel.bench.aludel;

import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.into;
import static io.aludel.sql.Sql.select;

import io.aludel.bench.AuthorRecord;
import io.aludel.bench.Contestant;
import io.aludel.bench.NewAuthor;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.orm.FetchMode;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.SessionOption;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.ParameterRows;
import io.aludel.sql.Select;
import java.util.List;

/** The works with a session for each. */
public final class Aludel implements Contestant {
  private final Engine engine;
  private final SessionFactory sessions;
  private final SessionFactory peers;
  private final io.aludel.schema.Table authors;

  /** Opens an engine of its own. */
  public Aludel(String url) {
    engine = Engine.create(url);
    Registry registry = Registry.of(Author.class, Book.class, Label.class);
    sessions = SessionFactory.of(engine, registry);
    peers = sessions.with(SessionOption.fetchMode(FetchMode.PEERS));
    authors = registry.metadata().table("author");
  }

  @Override
  public long readEntities() {
    try (Session session = sessions.open()) {
      return checksum(session.scalars(select(Author.class)).all());
    }
  }

  @Override
  public long readRecords() {
    try (Session session = sessions.open()) {
      List<AuthorRecord> records = session
          .scalars(select(into(
              AuthorRecord::new,
              Author_.id,
              Author_.name,
              Author_.email,
              Author_.born,
              Author_.rating)))
          .all();
      long sum = 0;
      for (AuthorRecord author : records) {
        sum += author.checksum();
      }
      return sum;
    }
  }

  @Override
  public long getByKey(List<Integer> keys) {
    long sum = 0;
    try (Session session = sessions.open()) {
      for (Integer key : keys) {
        sum += session.getOne(Author.class, key).checksum();
      }
    }
    return sum;
  }

  @Override
  public long dynamicQuery(String prefix, int bornFrom, double ratingFrom) {
    Select<Author> query = select(Author.class);
    if (!prefix.isEmpty()) {
      query = query.where(Author_.name.startsWith(prefix));
    }
    if (bornFrom > 0) {
      query = query.where(Author_.born.ge(bornFrom));
    }
    if (ratingFrom > 0) {
      query = query.where(Author_.rating.ge(ratingFrom));
    }
    try (Session session = sessions.open()) {
      return checksum(session.scalars(query.orderBy(Author_.id).limit(20)).all());
    }
  }

  @Override
  public long joinedCollection(int upTo) {
    try (Session session = sessions.open()) {
      return withBooks(session
          .scalars(authorsUpTo(upTo).options(joinedLoad(Author_.books)))
          .unique()
          .all());
    }
  }

  @Override
  public long secondSelect(int upTo) {
    try (Session session = sessions.open()) {
      return withBooks(session
          .scalars(authorsUpTo(upTo).options(selectinLoad(Author_.books)))
          .all());
    }
  }

  @Override
  public long lazyCollections(int upTo) {
    try (Session session = peers.open()) {
      return withBooks(session.scalars(authorsUpTo(upTo)).all());
    }
  }

  @Override
  public long insertGraph(List<NewAuthor> values) {
    try (Session session = sessions.open()) {
      long count = 0;
      for (NewAuthor value : values) {
        Author author = new Author(value);
        session.add(author);
        count += 1 + value.titles().size();
      }
      session.commit();
      return count;
    }
  }

  @Override
  public long change(int every) {
    try (Session session = sessions.open()) {
      List<Author> all = session.scalars(select(Author.class)).all();
      for (Author author : all) {
        if (author.id != null && author.id % every == 0) {
          author.born++;
        }
      }
      session.commit();
      return all.size();
    }
  }

  @Override
  public long deleteBorn(int year) {
    try (Session session = sessions.open()) {
      List<Author> doomed =
          session.scalars(select(Author.class).where(Author_.born.eq(year))).all();
      doomed.forEach(session::delete);
      session.commit();
      return doomed.size();
    }
  }

  @Override
  public long link(int upTo) {
    try (Session session = sessions.open()) {
      List<Author> all = session
          .scalars(authorsUpTo(upTo).options(selectinLoad(Author_.labels)))
          .all();
      List<Label> labels =
          session.scalars(select(Label.class).orderBy(Label_.id)).all();
      for (Author author : all) {
        int key = author.id == null ? 0 : author.id;
        for (int i = 0; i < 10; i++) {
          author.labels.add(labels.get((key * 7 + i) % labels.size()));
        }
      }
      session.commit();
      return all.size();
    }
  }

  @Override
  public long readLinks(int upTo) {
    try (Session session = sessions.open()) {
      List<Author> all = session
          .scalars(authorsUpTo(upTo).options(selectinLoad(Author_.labels)))
          .all();
      long sum = 0;
      for (Author author : all) {
        sum += author.checksumWithLabels();
      }
      return sum;
    }
  }

  @Override
  public long insertMany(List<NewAuthor> values) {
    return inserted(values, ExecutionOptions.NONE);
  }

  @Override
  public long bulkInsert(List<NewAuthor> values) {
    return inserted(values, ExecutionOptions.NONE.bulkLoad(true));
  }

  private long inserted(List<NewAuthor> values, ExecutionOptions options) {
    ParameterRows rows = ParameterRows.named("name", "email", "born", "rating");
    for (NewAuthor author : values) {
      rows.row(author.name(), author.email(), author.born(), author.rating());
    }
    try (Connection connection = engine.connect()) {
      int count = connection.execute(insert(authors), rows, options).rowCount();
      connection.commit();
      return count;
    }
  }

  private static Select<Author> authorsUpTo(int upTo) {
    return select(Author.class).where(Author_.id.le(upTo));
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
    engine.close();
  }
}
