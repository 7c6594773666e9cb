package io.aludel.bench.aludel;

import static io.aludel.orm.Orm.select;

import io.aludel.engine.Engine;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session that holds all authors, and beside it unmanaged copies of them. */
public final class HeldAuthors implements AutoCloseable {
  private final Engine engine;
  private final Session session;
  private final List<Author> authors = new ArrayList<>();

  /** Opens an engine of its own, and makes ready what is made once. */
  public HeldAuthors(String url) {
    engine = Engine.create(url);
    Registry registry = Registry.of(Author.class, Book.class, Label.class);
    session = SessionFactory.of(engine, registry).open();
    session.scalars(select(Author.class)).first();
    session.expungeAll();
  }

  /** Loads all authors. */
  public void load() {
    authors.addAll(session.scalars(select(Author.class)).all());
  }

  /** Changes a value of each author and sends nothing. */
  public void change() {
    for (Author author : authors) {
      author.born++;
    }
  }

  /** Flushes the session. */
  public void flush() {
    session.flush();
  }

  /** The session with its objects, and the list that keeps them alive. */
  public Object session() {
    return List.of(session, authors);
  }

  /** Objects with the same fields and values that nobody manages. */
  public Object copies() {
    List<Copy> copies = new ArrayList<>();
    for (Author author : authors) {
      copies.add(new Copy(author));
    }
    return copies;
  }

  @Override
  public void close() {
    session.close();
    engine.close();
  }

  private static final class Copy {
    final @Nullable Integer id;
    final String name;
    final @Nullable String email;
    final int born;
    final double rating;

    @Nullable Object books;

    @Nullable Object labels;

    Copy(Author author) {
      id = author.id;
      name = author.name;
      email = author.email;
      born = author.born;
      rating = author.rating;
    }
  }
}
