package io.aludel.orm.serial;

import static io.aludel.schema.Schema.column;
import static io.aludel.types.SqlTypes.JSON;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Composite;
import io.aludel.orm.annotation.Deferred;
import io.aludel.orm.annotation.Discriminator;
import io.aludel.orm.annotation.DiscriminatorValue;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Inheritance;
import io.aludel.orm.annotation.InheritanceStrategy;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.MapKey;
import io.aludel.orm.annotation.MappedSuperclass;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Mutable;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Transient;
import io.aludel.orm.collection.MemberCollection;
import io.aludel.orm.collection.WriteOnlyCollection;
import io.aludel.orm.mapping.EntityMapping;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Serializable, with attributes of every kind. */
@Entity(table = "f_painter")
@Inheritance(InheritanceStrategy.JOINED)
@Discriminator(column = "kind", value = "painter")
class Painter implements Serializable {
  private static final long serialVersionUID = 1L;

  @Id
  @Nullable Integer id;

  @Column(length = 40)
  String name = "";

  @Deferred
  @Nullable String bio;

  int fame;

  @Composite
  @Nullable Home home;

  @Mutable
  List<String> moods = new ArrayList<>();

  @Transient
  int visits;

  @Transient
  @Nullable String remark;

  transient @Nullable String secret;

  @Relationship(
      backPopulates = "painter",
      orderBy = "id",
      cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
  List<Picture> pictures = new ArrayList<>();

  @Relationship(secondary = "f_painter_style", orderBy = "name")
  Set<Style> styles = new LinkedHashSet<>();

  @Relationship(secondary = "f_painter_liked")
  SortedSet<Style> liked = new TreeSet<>();

  @Relationship
  @MapKey("title")
  Map<String, Prize> prizes = new LinkedHashMap<>();

  @Relationship
  WriteOnlyCollection<Sketch> sketches = WriteOnlyCollection.of();

  @Relationship(secondary = "f_painter_taught", orderBy = "name")
  Lessons taught = new Lessons(new ArrayList<>());

  Painter() {}

  Painter(String name) {
    this.name = name;
  }

  /** Has what is in collections that nobody has looked at. */
  Painter(Style style, Sketch sketch) {
    taught = new Lessons(new ArrayList<>(List.of(style)));
    sketches = WriteOnlyCollection.of(sketch);
  }

  @Mapping
  static void mapping(EntityMapping<Painter> m) {
    m.relationship(Painter_.taught).collection(Lessons.class, Lessons::new);
    m.column("moods", column("moods", JSON(List.class)).notNull());
  }

  /** A collection of the application's own, not serializable. */
  static class Lessons implements MemberCollection<Style, List<Style>> {
    private final List<Style> styles;

    Lessons(List<Style> styles) {
      this.styles = styles;
    }

    @Override
    public List<Style> members() {
      return styles;
    }
  }

  /** Not serializable: its parts are. */
  record Home(@Nullable String town, int house) {}

  /** Has pupils. */
  @Entity(table = "f_master")
  @DiscriminatorValue("master")
  static class Master extends Painter {
    private static final long serialVersionUID = 1L;

    int pupils;

    Master() {}

    Master(String name) {
      super(name);
    }
  }

  /** Belongs to a painter by a column without a field. */
  @Entity(table = "f_picture")
  static class Picture implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Nullable Integer id;

    @Column(length = 40)
    String title = "";

    @Relationship(backPopulates = "pictures")
    @JoinColumn("painter_id")
    @Nullable Painter painter;

    Picture() {}

    Picture(String title) {
      this.title = title;
    }
  }

  /** Compares by name, and has a hash code that no half-read object can answer. */
  @Entity(table = "f_style")
  static class Style implements Serializable, Comparable<Style> {
    private static final long serialVersionUID = 1L;

    @Id
    @Nullable Integer id;

    @Column(length = 40)
    String name = "";

    Style() {}

    Style(String name) {
      this.name = name;
    }

    @Override
    public int compareTo(Style other) {
      return name.compareTo(other.name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Style style && name.equals(style.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /** Known by its title. */
  @Entity(table = "f_prize")
  static class Prize implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Nullable Integer id;

    @Column(length = 40)
    String title = "";

    @ForeignKey("f_painter.id")
    @Nullable Integer painterId;

    Prize() {}

    Prize(String title) {
      this.title = title;
    }
  }

  /** One of very many. */
  @Entity(table = "f_sketch")
  static class Sketch implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Nullable Integer id;

    @ForeignKey("f_painter.id")
    @Nullable Integer painterId;

    Sketch() {}
  }

  /** Not serializable itself. */
  @MappedSuperclass
  static class Kept {
    @Id
    int room;

    @Id
    int place;

    @Column(length = 40)
    String label = "";

    Kept() {}
  }

  /** Has a key of two parts, which lies in a class that Java does not write. */
  @Entity(table = "f_item")
  static class Item extends Kept implements Serializable {
    private static final long serialVersionUID = 1L;

    @Nullable String owner;

    Item() {}

    Item(int room, int place) {
      this.room = room;
      this.place = place;
    }
  }

  /** Writes more than its fields. */
  @Entity(table = "f_guard")
  static class Guard implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Nullable Integer id;

    @Nullable String name;

    @Nullable String post;

    @Transient
    transient @Nullable String word;

    Guard() {}

    private void writeObject(ObjectOutputStream out) throws IOException {
      out.writeInt(7);
      out.defaultWriteObject();
      out.writeObject("word of " + name);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      if (in.readInt() == 7) {
        in.defaultReadObject();
        word = (String) in.readObject();
      }
    }
  }

  /** Is not serializable. */
  @Entity(table = "f_visitor")
  static class Visitor {
    @Id
    @Nullable Integer id;

    Visitor() {}
  }
}
