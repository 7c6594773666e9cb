package io.aludel.bench.hibernate;

import com.zaxxer.hikari.HikariDataSource;
import io.aludel.bench.Held;
import io.aludel.bench.Unmanaged;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** A session that holds all authors. */
public final class HeldAuthors implements Held {
  private final HikariDataSource pool;
  private final SessionFactory sessions;
  private final Session session;
  private final List<Author> authors = new ArrayList<>();

  /** Takes the pool over, and makes ready what is made once. */
  public HeldAuthors(HikariDataSource pool) {
    this.pool = pool;
    sessions = Sessions.of(pool);
    session = sessions.openSession();
    session.beginTransaction();
    session.createSelectionQuery("from Author where id = 1", Author.class).getResultList();
    session.clear();
  }

  @Override
  public void load() {
    authors.addAll(session.createSelectionQuery("from Author", Author.class).getResultList());
  }

  @Override
  public void change() {
    authors.forEach(Author::growOlder);
  }

  @Override
  public void flush() {
    session.flush();
  }

  @Override
  public Object root() {
    return List.of(session, authors);
  }

  @Override
  public List<Unmanaged> copies() {
    return authors.stream().map(Author::copy).toList();
  }

  @Override
  public void close() {
    session.close();
    sessions.close();
    pool.close();
  }
}
