package io.aludel.bench.aludel;

import static io.aludel.orm.Orm.select;

import io.aludel.bench.Held;
import io.aludel.bench.Unmanaged;
import io.aludel.engine.Engine;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import java.util.ArrayList;
import java.util.List;

/** A session that holds all authors. */
public final class HeldAuthors implements Held {
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

  @Override
  public void load() {
    authors.addAll(session.scalars(select(Author.class)).all());
  }

  @Override
  public void change() {
    for (Author author : authors) {
      author.born++;
    }
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
    List<Unmanaged> copies = new ArrayList<>();
    for (Author author : authors) {
      copies.add(new Unmanaged(author.id, author.name, author.email, author.born, author.rating));
    }
    return copies;
  }

  @Override
  public void close() {
    session.close();
    engine.close();
  }
}
