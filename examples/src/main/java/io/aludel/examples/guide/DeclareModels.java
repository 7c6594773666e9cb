package io.aludel.examples.guide;

import static io.aludel.orm.Orm.select;

import io.aludel.engine.Engine;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.mapping.Registry;
import java.io.PrintStream;

/** What an entity is, and how its table comes to be. */
final class DeclareModels implements Chapter {
  @Override
  public String title() {
    return "Declare models";
  }

  @Override
  public void write(Page page) {
    page.says("""
        An entity is a class of your own with an annotation on it. Every field is a column unless it
        is static or transient; the type of the field says what the column holds and whether it may
        be NULL. Annotations only add what the type cannot say: a length, a unique value, another
        name.
        """);
    page.shows(User.class, "entity");
    page.beside("""
        class User(Base):
            __tablename__ = "users"
            id = Column(Integer, primary_key=True)
            name = Column(String(50), nullable=False)
        """);
    page.says("""
        An int is never NULL. Neither is a String in code marked with JSpecify's @NullMarked, unless
        it is @Nullable. A single integer key gets its value from the database. A foreign key names
        the column it points to:
        """);
    page.shows(Post.class, "entity");
    page.says("""
        A registry holds entities that belong together, and knows their tables. It creates them in
        an order in which every foreign key finds its target:
        """);
    Engine engine = page.engine();
    page.runs("create-tables", () -> {
      // @start region="create-tables"
      Registry models = Registry.of(User.class, Post.class);
      models.metadata().createAll(engine);
      // @end
    });
    page.beside("Base.metadata.create_all(engine)");
    page.says("""
        The compiler has also written a class User_ which names the attributes of User, each with
        its type. With it queries are checked when they are compiled. A statement shows its SQL when
        it is printed; nothing is sent:
        """);
    PrintStream out = page.out();
    page.runs("metamodel", () -> {
      // @start region="metamodel"
      out.println(select(User_.name).where(User_.age.ge(18)));
      // @end
    });
    page.beside("print(select(User.name).where(User.age >= 18))");
  }
}
