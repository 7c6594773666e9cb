package io.aludel.bench.hibernate;

import com.zaxxer.hikari.HikariDataSource;
import io.aludel.bench.AuthorRecord;
import io.aludel.bench.Contestant;
import io.aludel.bench.NewAuthor;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaRoot;

/**
 * The works with a session for each. Entities are enhanced, so that changes are noticed when they are made;
 * keys come from sequences, a thousand at a time, where the database has them; collections are loaded for
 * 500 parents together, which is the second SELECT of the works (on H2 a subselect takes seconds).
 */
public final class Hibernate implements Contestant {
  private static final String UP_TO = "from Author where id <= :upTo";

  private final HikariDataSource pool;
  private final SessionFactory sessions;

  /** Takes the pool over. */
  public Hibernate(HikariDataSource pool) {
    this.pool = pool;
    sessions = Sessions.of(pool);
  }

  @Override
  public long readEntities() {
    return inSession(session -> {
      long sum = 0;
      for (Author author : all(session)) {
        sum += author.checksum();
      }
      return sum;
    });
  }

  @Override
  public long readRecords() {
    return inSession(session -> {
      long sum = 0;
      for (AuthorRecord author : session
          .createSelectionQuery(
              "select id, name, email, born, rating from Author", AuthorRecord.class)
          .getResultList()) {
        sum += author.checksum();
      }
      return sum;
    });
  }

  @Override
  public long getByKey(List<Integer> keys) {
    return inSession(session -> {
      long sum = 0;
      for (Integer key : keys) {
        sum += session.find(Author.class, key).checksum();
      }
      return sum;
    });
  }

  @Override
  public long dynamicQuery(String prefix, int bornFrom, double ratingFrom) {
    HibernateCriteriaBuilder criteria = sessions.getCriteriaBuilder();
    JpaCriteriaQuery<Author> query = criteria.createQuery(Author.class);
    JpaRoot<Author> author = query.from(Author.class);
    List<Predicate> conditions = new ArrayList<>();
    if (!prefix.isEmpty()) {
      conditions.add(criteria.like(author.get("name"), prefix + "%"));
    }
    if (bornFrom > 0) {
      conditions.add(criteria.ge(author.get("born"), bornFrom));
    }
    if (ratingFrom > 0) {
      conditions.add(criteria.ge(author.get("rating"), ratingFrom));
    }
    query.where(conditions.toArray(Predicate[]::new)).orderBy(criteria.asc(author.get("id")));
    return inSession(session -> {
      long sum = 0;
      for (Author found : session.createSelectionQuery(query).setMaxResults(20).getResultList()) {
        sum += found.checksum();
      }
      return sum;
    });
  }

  @Override
  public long joinedCollection(int upTo) {
    return inSession(session -> withBooks(session
        .createSelectionQuery(
            "from Author a left join fetch a.books where a.id <= :upTo", Author.class)
        .setParameter("upTo", upTo)
        .getResultList()));
  }

  @Override
  public long secondSelect(int upTo) {
    return inSession(session -> withBooks(authorsUpTo(session, upTo)));
  }

  @Override
  public long lazyCollections(int upTo) {
    return inSession(session -> withBooks(authorsUpTo(session, upTo)));
  }

  @Override
  public long insertGraph(List<NewAuthor> authors) {
    return inSession(session -> {
      long count = 0;
      for (NewAuthor author : authors) {
        session.persist(new Author(author));
        count += 1 + author.titles().size();
      }
      return count;
    });
  }

  @Override
  public long change(int every) {
    return inSession(session -> {
      List<Author> all = all(session);
      for (Author author : all) {
        if (author.key() % every == 0) {
          author.growOlder();
        }
      }
      return all.size();
    });
  }

  @Override
  public long deleteBorn(int year) {
    return inSession(session -> {
      List<Author> doomed = session
          .createSelectionQuery("from Author where born = :year", Author.class)
          .setParameter("year", year)
          .getResultList();
      doomed.forEach(session::remove);
      return doomed.size();
    });
  }

  @Override
  public long link(int upTo) {
    return inSession(session -> {
      List<Author> authors = authorsUpTo(session, upTo);
      List<Label> labels =
          session.createSelectionQuery("from Label order by id", Label.class).getResultList();
      for (Author author : authors) {
        for (int i = 0; i < 10; i++) {
          author.add(labels.get((author.key() * 7 + i) % labels.size()));
        }
      }
      return authors.size();
    });
  }

  @Override
  public long readLinks(int upTo) {
    return inSession(session -> {
      long sum = 0;
      for (Author author : authorsUpTo(session, upTo)) {
        sum += author.checksumWithLabels();
      }
      return sum;
    });
  }

  @Override
  public long bulkInsert(List<NewAuthor> authors) {
    List<Author> all = new ArrayList<>(authors.size());
    for (NewAuthor author : authors) {
      all.add(new Author(author));
    }
    sessions.inStatelessTransaction(session -> session.insertMultiple(all));
    return all.size();
  }

  private long inSession(ToLongFunction<Session> work) {
    return sessions.fromTransaction(work::applyAsLong);
  }

  private static List<Author> all(Session session) {
    return session.createSelectionQuery("from Author", Author.class).getResultList();
  }

  private static List<Author> authorsUpTo(Session session, int upTo) {
    return session
        .createSelectionQuery(UP_TO, Author.class)
        .setParameter("upTo", upTo)
        .getResultList();
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
    sessions.close();
    pool.close();
  }
}
