package io.aludel.examples.howto;

import static io.aludel.orm.Orm.selectinLoad;

import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.orm.DetachedInstanceException;
import io.aludel.orm.Orm;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Deferred;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.state.InstanceState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects in an HTTP session, a cache, or on their way to another machine. */
final class KeepObjectsAsBytes implements Chapter {
  // @start region="entity"
  /** What somebody is about to buy. */
  @Entity(table = "carts")
  static class Cart implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Nullable Integer id;

    @Column(length = 50)
    String owner;

    @Deferred
    @Nullable String remark;

    @Relationship(
        backPopulates = "cart",
        orderBy = "id",
        cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
    List<Line> lines = new ArrayList<>();

    Cart(String owner) {
      this.owner = owner;
    }
  }

  // @end

  /** One thing of it. */
  @Entity(table = "cart_lines")
  static class Line implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Nullable Integer id;

    @ForeignKey("carts.id")
    @Nullable Integer cartId;

    @Column(length = 50)
    String article;

    @Relationship(backPopulates = "lines")
    @Nullable Cart cart;

    Line(String article) {
      this.article = article;
    }
  }

  @Override
  public String title() {
    return "Keep objects in sessions and caches";
  }

  @Override
  public void write(Page page) {
    SessionFactory sessions = HowTo.prepare(page, session -> {
      Cart cart = new Cart("Ann");
      cart.lines.add(new Line("cup"));
      session.add(cart);
    });
    page.says("""
        An entity that implements `Serializable` can be written by an `ObjectOutputStream`: into an HTTP
        session, a cache, a message to another machine.
        """);
    page.shows(KeepObjectsAsBytes.class, "entity");
    travel(page, sessions);
    page.says("""
        What travels: the identity, the values that were loaded, which attributes were not and which were
        expired, changes that were not flushed with the last stored values, the members of loaded
        collections, what was added to and removed from others, and the loader options that later loads of
        the object keep to. So the object is after reading what it was before, but for its session: it is
        detached. Writing and reading send no SQL. Values that were expired are not written.
        """);
    take(page, sessions);
    page.says("""
        `session.merge(cart)` works as well, and is what to use where the session may have the object
        already.
        """);
    rules(page);
  }

  private static void travel(Page page, SessionFactory sessions) {
    PrintStream out = page.out();
    page.runs("travel", () -> {
      // @start region="travel"
      Cart cart = sessions.fromTransaction(session -> session
          .scalars(Orm.select(Cart.class).options(selectinLoad(KeepObjectsAsBytes_Cart_.lines)))
          .one());
      cart.lines.add(new Line("jug")); // not written to the database yet
      byte[] bytes = bytesOf(cart);

      Cart read = read(bytes);
      out.println(InstanceState.of(read));
      out.println(read.lines.get(1).article + " is new, " + read.lines.size() + " lines");
      try {
        out.println(read.remark);
      } catch (DetachedInstanceException notLoaded) {
        out.println(notLoaded.attribute() + " was not loaded");
      }
      // @end
    });
  }

  private static void take(Page page, SessionFactory sessions) {
    PrintStream out = page.out();
    Cart[] kept = new Cart[1];
    page.quietly(() -> kept[0] = read(bytesOf(sessions.fromTransaction(session -> {
      Cart cart = session.getOne(Cart.class, 1);
      return cart.lines.isEmpty() ? new Cart("nobody") : cart;
    }))));
    Cart read = kept[0];
    read.lines.add(new Line("jug"));
    page.runs("take", () -> {
      // @start region="take"
      try (Session session = sessions.open()) {
        session.add(read);
        out.println("remark: " + read.remark); // loaded now
        session.commit();
      }
      // @end
    });
  }

  private static void rules(Page page) {
    page.says("""
        **Classes are found by the newest registry** that maps them, as for new objects. Make the
        registry before anything is read: an object with a row whose class nobody maps is refused
        (MAP-201), and so is one whose key, or a change that was not flushed, does not fit the mapping
        (ORM-231).
        """);
    page.says("""
        **Classes change** as Java allows it with one `serialVersionUID`: an attribute that the bytes
        lack is unloaded afterwards, one that is gone is ignored. Weaving leaves the number as it was.
        Bytes from before weaving are read as an object that was never stored; not those in which a
        `writeObject` of the class wrote more behind the defaults.
        """);
    page.says("""
        **Every class of the graph** has to be serializable, as always in Java. Composites need not be,
        for their parts travel; nor collection classes of your own. A relationship that is not loaded
        takes nobody along. A collection that is written by itself becomes a plain list, set or map. A
        super class that is not serializable keeps its attributes, if Java can call its constructor
        without parameters.
        """);
    page.says("""
        **The value classes of the library do not travel**: `Json` and `Range` are not serializable, and
        an object with such a value that is loaded fails with Java's `NotSerializableException`. Hold
        JSON in a `Map`, a `List` or a serializable class of your own, by `SqlTypes.JSON(…)`; or load the
        object with `defer` of the attribute.
        """);
    page.says("""
        **Writing changes nothing**, with one exception: members that a constructor left in a
        `WriteOnlyCollection`, a `DynamicCollection` or a collection class of your own become those of
        the new object, as when the attribute is read for the first time. As for any other use of an
        object, only one thread at a time may write it.
        """);
    page.says("""
        **Methods of your own**, `writeObject` and `readObject`, keep working. Where they call
        `defaultWriteObject` and `defaultReadObject`, the state travels behind the fields. A class that
        writes its fields in another way, or lists them in `serialPersistentFields`, is left alone, and
        what is read is an object without a row.
        """);
    page.says("""
        **Loader options** travel by the names of classes and attributes, refusals to load included; a
        `UserOption` of your own if it is `Serializable`. What is SQL stays behind: criteria of `and(…)`
        and `withLoaderCriteria`, and `withExpression`. A warning says so, since what is loaded later is
        not restricted any more. In the mode `PEERS`, objects that were read load one by one.
        """);
    page.says("""
        **Listeners**: `registry.events(Cart.class).onSerialize(…)` may note something that travels
        along, and `onDeserialize` gets it once the whole graph is read. Statements and results cannot
        be serialized.
        """);
    page.says("""
        **Bytes that somebody else may have written** are as dangerous to read as Java makes them.
        Nothing of the library is in them but numbers and names, reading asks no database, and an
        `ObjectInputFilter` needs to allow your own classes and those of the JDK that they hold:
        """);
    page.shows(KeepObjectsAsBytes.class, "filter");
    page.says("""
        **A filter is not enough.** The bytes say which row the object is, what was last stored of it, its
        version, its foreign keys and what is to be removed: `session.add` of forged bytes can change or
        delete any row of the mapped tables. Where bytes leave your hands, put a message authentication
        code (`javax.crypto.Mac`) around them, and check it before reading.
        """);
  }

  static byte[] bytesOf(Object object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  // @start region="filter"
  static Cart read(byte[] bytes) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(ObjectInputFilter.Config.createFilter(
          "io.aludel.examples.howto.*;java.lang.*;java.util.*;!*"));
      return (Cart) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("the cart cannot be read", e);
    }
  }
  // @end
}
