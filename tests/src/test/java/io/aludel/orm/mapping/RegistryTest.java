package io.aludel.orm.mapping;

import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.Country;
import io.aludel.orm.Post;
import io.aludel.orm.Seat;
import io.aludel.orm.User;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.MappedSuperclass;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Transient;
import io.aludel.orm.mapping.internal.declared.EntityIndex;
import io.aludel.orm.weave.Weave;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.schema.UniqueConstraint;
import io.aludel.testing.Parity;
import io.aludel.testing.compile.SourceCompiler;
import io.aludel.types.SqlTypes;
import java.io.IOException;
import java.net.URL;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegistryTest {
  @Test
  @Parity({"ORM-MAP-01", "ORM-MAP-06", "ORM-MAP-07"})
  void of_annotatedClass_declaresItsTable() {
    Table users = Registry.of(User.class).metadata().table("users");

    assertThat(users.columns())
        .extracting(io.aludel.schema.Column::name)
        .containsExactly("id", "name", "email", "age", "minor");
    assertThat(users.c("id").isAutoincrement()).isTrue();
    assertThat(users.c("id").isNullable()).isFalse();
    assertThat(users.c("name").isNullable()).isFalse();
    assertThat(users.c("email").isNullable()).isTrue();
    assertThat(users.c("age").isNullable()).isFalse();
    assertThat(users.c("name").type()).isEqualTo(SqlTypes.STRING(50));
    assertThat(users.c("minor").type()).isEqualTo(SqlTypes.BOOLEAN);
    assertThat(users.constraints()).hasAtLeastOneElementOfType(UniqueConstraint.class);
  }

  @Test
  void of_foreignKey_refersToTheOtherTable() {
    Registry registry = Registry.of(Post.class, User.class);
    Table posts = registry.metadata().table("posts");

    assertThat(posts.foreignKeys())
        .singleElement()
        .satisfies(key ->
            assertThat(key.referredTable()).isSameAs(registry.mapper(User.class).table()));
    assertThat(posts.c("user_id").isNullable()).isTrue();
  }

  @Test
  void mapper_everyClass_knowsItsKey() {
    Registry registry = Registry.of(User.class, Country.class, Seat.class);

    assertThat(registry.mapper(User.class).primaryKey())
        .extracting(ColumnProperty::name)
        .containsExactly("id");
    assertThat(registry.mapper(Seat.class).primaryKey())
        .extracting(ColumnProperty::name)
        .containsExactly("line", "place");
    assertThat(registry.mapper(Country.class).table().c("code").isAutoincrement())
        .isFalse();
    assertThat(registry.mappers()).hasSize(3);
  }

  @Test
  void mapper_unmappedClass_saysWhatIsMapped() {
    assertThatThrownBy(() -> Registry.of(User.class, Post.class).mapper(Seat.class))
        .isInstanceOf(UnmappedClassException.class)
        .hasMessage(
            "Cannot use io.aludel.orm.Seat as an entity: the registry maps User, Post. Add it to"
                + " Registry.of(…). [MAP-201]");
  }

  @Test
  void of_unwovenClass_saysTheThreeCures() {
    assertThatThrownBy(() -> Registry.of(Object.class))
        .isInstanceOf(NotWovenException.class)
        .hasMessageContainingAll(
            "Cannot map java.lang.Object: it was compiled without weaving",
            "maven.compiler.proc=full",
            "annotationProcessorPaths",
            "the weave command")
        .hasMessageEndingWith("[WEAVE-001]");
  }

  @Test
  void of_sameClassTwice_isRefused() {
    assertThatThrownBy(() -> Registry.of(User.class, User.class))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("this registry maps it already");
  }

  @Test
  void property_unknownName_namesTheOthers() {
    assertThatThrownBy(() -> Registry.of(User.class).mapper(User.class).property("nmae"))
        .isInstanceOf(MappingException.class)
        .hasMessage(
            "User has no mapped attribute 'nmae'; it has [id, name, email, age, minor]. Use one of"
                + " these. [MAP-205]");
  }

  @MappedSuperclass
  abstract static class Stamped {
    @Nullable LocalDateTime createdAt;
  }

  @Entity
  static class StampedNote extends Stamped {
    @Id
    long id;

    @Column(name = "txt")
    String text = "";

    @Transient
    String scratch = "";

    transient int counter;

    @Mapping
    static void mapping(EntityMapping<StampedNote> m) {
      m.table(unique("txt"));
    }
  }

  @Test
  @Parity({"ORM-MAP-09", "ORM-MAP-10", "ORM-MAP-41"})
  void of_superclassAndMappingMethod_areRead() {
    Registry registry = Registry.of(StampedNote.class);
    Mapper<StampedNote> mapper = registry.mapper(StampedNote.class);

    assertThat(mapper.table().name()).isEqualTo("stamped_note");
    assertThat(mapper.columnProperties())
        .extracting(ColumnProperty::name)
        .containsExactly("createdAt", "id", "text");
    assertThat(mapper.table().columns())
        .extracting(io.aludel.schema.Column::name)
        .containsExactly("created_at", "id", "txt");
    assertThat(mapper.table().constraints()).hasAtLeastOneElementOfType(UniqueConstraint.class);
  }

  @NullUnmarked
  @Entity
  static class Unmarked {
    @Id
    Integer id;

    String text;

    @Column(nullable = Column.Nullability.NOT_NULL)
    String must;
  }

  @Test
  @Parity("ORM-MAP-06")
  void of_outsideNullMarkedCode_referencesTakeNull() {
    Table table = Registry.of(Unmarked.class).metadata().table("unmarked");

    assertThat(table.c("id").isNullable()).isFalse();
    assertThat(table.c("text").isNullable()).isTrue();
    assertThat(table.c("must").isNullable()).isFalse();
  }

  @Test
  @Parity({"ORM-MAP-04", "ORM-MAP-05", "ORM-MAP-41"})
  void map_existingTable_tiesAttributesToColumns() {
    MetaData metadata = new MetaData();
    Table people = Table.of(
        "people",
        metadata,
        column("id", SqlTypes.INTEGER).primaryKey(),
        column("full_name", SqlTypes.STRING(50)),
        column("age", SqlTypes.INTEGER),
        column("ignored", SqlTypes.INTEGER));
    Registry registry = Registry.of();
    Mapper<User> mapper = registry.map(
        User.class, people, m -> m.column("name", people.c("full_name")).exclude("email", "minor"));

    assertThat(mapper.table()).isSameAs(people);
    assertThat(mapper.property("name").column()).isSameAs(people.c("full_name"));
    assertThat(mapper.findProperty("email")).isNull();
    assertThat(mapper.findProperty(people.c("ignored"))).isNull();
  }

  @Test
  @Parity("ORM-MAP-04")
  void map_attributeWithoutColumn_namesTheColumns() {
    MetaData metadata = new MetaData();
    Table people = Table.of("people", metadata, column("id", SqlTypes.INTEGER).primaryKey());

    assertThatThrownBy(() -> Registry.of().map(User.class, people, m -> {}))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("Cannot map User.name: table 'people' has no column of that name");
  }

  @Test
  @Parity("ORM-MAP-05")
  void map_tableWithoutKey_needsOneNamed() {
    MetaData metadata = new MetaData();
    Table view = Table.of(
        "view", metadata, column("line", SqlTypes.INTEGER), column("place", SqlTypes.INTEGER));
    Registry registry = Registry.of();
    assertThatThrownBy(() -> registry.map(Seat.class, view, m -> m.exclude("guest")))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("has no primary key");

    assertThat(registry
            .map(Seat.class, view, m -> m.exclude("guest").primaryKey("place", "line"))
            .primaryKey())
        .extracting(ColumnProperty::name)
        .containsExactly("place", "line");
  }

  @Test
  void discover_indexOfTheProcessor_mapsEveryEntityItLists() {
    ClassLoader loader = getClass().getClassLoader();
    assertThat(EntityIndex.read(loader)).contains(User.class, Post.class, StampedNote.class);
  }

  @Test
  void discover_abstractEntity_isLeftOut() throws IOException {
    ClassLoader compiled =
        SourceCompiler.create().compile("""
            package app;
            import io.aludel.orm.annotation.*;
            @Entity public abstract class Animal { @Id Integer id; }
            """, """
            package app;
            import io.aludel.orm.annotation.*;
            @Entity public class Owner { @Id Integer id; String name; }
            """).requireSuccess().classLoader();
    Registry found = Registry.discover(new OnlyItsOwnIndex(compiled));

    assertThat(found).hasToString("Registry(Owner)");
  }

  /** Hides the index of the tests themselves. */
  private static final class OnlyItsOwnIndex extends ClassLoader {
    private final URL index;

    OnlyItsOwnIndex(ClassLoader compiled) throws IOException {
      super(compiled);
      List<URL> parentsFirst = Collections.list(compiled.getResources(Weave.INDEX));
      index = parentsFirst.get(parentsFirst.size() - 1);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.equals(Weave.INDEX)
          ? Collections.enumeration(List.of(index))
          : super.getResources(name);
    }
  }

  @Test
  void findNewestMapper_severalRegistries_isThatOfTheLast() {
    Registry.of(Seat.class);
    Registry last = Registry.of(Seat.class);

    assertThat(Registry.findNewestMapper(Seat.class)).isSameAs(last.mapper(Seat.class));
    assertThat(List.of(last.mapper(Seat.class).toString())).containsExactly("Seat(seats)");
  }
}
