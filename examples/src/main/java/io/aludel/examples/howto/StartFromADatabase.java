package io.aludel.examples.howto;

import static io.aludel.sql.Sql.text;

import io.aludel.automap.Automap;
import io.aludel.automap.ModelNaming;
import io.aludel.automap.Note;
import io.aludel.automap.RelationshipEnd;
import io.aludel.automap.Sources;
import io.aludel.engine.Engine;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.schema.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Classes for tables that somebody else made. */
final class StartFromADatabase implements Chapter {
  private static final List<String> TABLES = List.of(
      """
      CREATE TABLE customers (
        id INTEGER PRIMARY KEY,
        name VARCHAR(50) NOT NULL,
        email VARCHAR(100) UNIQUE)
      """,
      """
      CREATE TABLE orders (
        id INTEGER PRIMARY KEY,
        customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
        total DECIMAL(10, 2) NOT NULL,
        note TEXT,
        CHECK (total >= 0))
      """,
      "CREATE TABLE tags (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL)",
      """
      CREATE TABLE order_tag (
        order_id INTEGER NOT NULL REFERENCES orders (id),
        tag_id INTEGER NOT NULL REFERENCES tags (id),
        PRIMARY KEY (order_id, tag_id))
      """,
      "CREATE TABLE log (line TEXT)");

  // @start region="naming"
  /** Calls classes rows, and collections lists. */
  private static final class RowNaming implements ModelNaming {
    @Override
    public String className(Table table) {
      return ModelNaming.super.className(table) + "Row";
    }

    @Override
    public String collectionName(RelationshipEnd end) {
      return ModelNaming.super.collectionName(end).replace("Rows", "") + "List";
    }
  }
  // @end

  @Override
  public String title() {
    return "Start from an existing database";
  }

  @Override
  public void write(Page page) {
    Path folder = folder();
    try (Engine engine = Engine.create("jdbc:sqlite::memory:")) {
      engine.inTransaction(connection -> TABLES.forEach(table -> connection.execute(text(table))));
      write(page, engine, folder);
    } finally {
      remove(folder);
    }
  }

  private static void write(Page page, Engine engine, Path folder) {
    PrintStream out = page.out();
    page.says("""
        The module aludel-automap reads the tables of a database and writes an entity class for each.
        Here are customers with orders, tags of orders, a table that links both, and a log:
        """);
    page.runs("write", () -> {
      // @start region="write"
      Sources sources = Automap.of(engine).packageName("shop.model").sources();
      sources.writeTo(folder); // such as src/main/java
      sources.texts().keySet().forEach(out::println);
      for (Note note : sources.notes()) {
        out.println("note: " + note);
      }
      // @end
    });
    page.says("""
        The table of links got no class, and the log has no key by which its rows could be told apart.
        Notes say what the sources do not. A class reads as if you had written it, and from now on it
        is yours; writeTo never writes over a file that says something else.
        """);
    page.runs("read", () -> {
      // @start region="read"
      Sources sources = Automap.of(engine).packageName("shop.model").sources();
      String order = sources.text("shop.model.Order");
      int from = order.indexOf("@Entity");
      out.println(order.substring(from, order.indexOf("  public Integer getId")).strip());
      // @end
    });
    page.says("""
        Annotations say what they can; the rest stands in the mapping method. Each foreign key gives a
        reference and, on the other side, a collection. Since the key of a customer is never NULL, an
        order is deleted with its customer or when it loses it; ON DELETE CASCADE leaves that to the
        database. A registry of these classes would create the same tables.
        """);
    page.says("""
        Names follow English plurals and the columns of foreign keys. A naming of your own says
        otherwise, for all or some; its method relationship changes a relationship or leaves it out,
        and packageName parts the classes:
        """);
    page.shows(StartFromADatabase.class, "naming");
    page.runs("other-names", () -> {
      // @start region="other-names"
      Sources sources = Automap.of(engine)
          .packageName("shop.model")
          .naming(new RowNaming())
          .without("log")
          .declared("customers", "shop.Customer", "orderList")
          .sources();
      sources.texts().keySet().forEach(out::println);
      // @end
    });
    page.says("""
        A declared table has a class of yours already: it is not written, and the others refer to it.
        The names after the class are relationships it has, so that both sides are kept in step.
        Methods only and without choose tables, schemas looks at others than the default one.
        """);
    page.says("""
        On a command line, java runs io.aludel.automap.AutomapMain with --url, --package and --out, and
        the driver on the class path; --help lists the rest. It reads the password from the
        environment variable ALUDEL_AUTOMAP_PASSWORD, and never prints it.
        """);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("aludel-automap");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static void remove(Path folder) {
    try (var all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
  }
}
