package io.aludel.orm.mapping;

import static io.aludel.orm.Orm.foreign;
import static io.aludel.schema.Schema.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.MapKey;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.annotation.Relationship;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Relationships said in Java over tables that exist, and what can be wrong with them. */
class ImperativeRelationshipsTest {
  /** Woven, but mapped by hand. */
  @Entity(table = "unused_parent")
  static class Parent {
    @Id
    @Nullable Integer id;

    @Relationship
    List<Child> children = new ArrayList<>();

    @Relationship
    @MapKey("name")
    Map<String, Child> named = new HashMap<>();

    @Mapping
    static void mapping(EntityMapping<Parent> m) {
      m.table();
    }
  }

  /** Woven, but mapped by hand. */
  @Entity(table = "unused_child")
  static class Child {
    @Id
    @Nullable Integer id;

    String name = "";

    @Relationship
    @Nullable Parent parent;

    @Relationship
    @Nullable Parent other;

    @Mapping
    static void mapping(EntityMapping<Child> m) {
      m.table();
    }
  }

  private final MetaData metadata = new MetaData();
  private final Table parents =
      Table.of("parent", metadata, column("id", SqlTypes.INTEGER).primaryKey());
  private final Table children = Table.of(
      "child",
      metadata,
      column("id", SqlTypes.INTEGER).primaryKey(),
      column("name", SqlTypes.STRING(20)),
      column("parent_id", ForeignKey.to("parent.id")),
      column("other_id", ForeignKey.to("parent.id")),
      column("loose_id", SqlTypes.INTEGER));
  private final Table links = Table.of(
      "link", metadata, column("one_id", SqlTypes.INTEGER), column("two_id", SqlTypes.INTEGER));

  private Registry map(
      Consumer<EntityMapping<Parent>> parent, Consumer<EntityMapping<Child>> child) {
    Registry registry = Registry.over(metadata);
    registry.map(Child.class, children, child);
    registry.map(Parent.class, parents, parent);
    return registry;
  }

  private static void nothing(EntityMapping<?> mapping) {
    mapping.exclude();
  }

  @Test
  @Parity({"ORM-MAP-04", "ORM-REL-12"})
  void map_relationships_areSaidInJava() {
    Registry registry = map(
        m -> m.relationship(ImperativeRelationshipsTest_Parent_.children)
            .backPopulates(ImperativeRelationshipsTest_Child_.parent)
            .cascade(Cascade.ALL, Cascade.DELETE_ORPHAN)
            .passiveDeletes(PassiveDeletes.TRUST)
            .orderBy(ImperativeRelationshipsTest_Child_.name.desc()),
        m -> m.relationship(ImperativeRelationshipsTest_Child_.parent)
            .backPopulates(ImperativeRelationshipsTest_Parent_.children)
            .foreignKeys(children.c("parent_id")));
    RelationshipProperty found = registry.mapper(Parent.class).relationship("children");

    assertThat(found.direction()).isEqualTo(Direction.ONE_TO_MANY);
    assertThat(found.join().copied()).hasToString("[parent.id -> child.parent_id]");
    assertThat(found.orderBy()).containsExactly("-name");
    assertThat(found.cascades()).contains(Cascade.DELETE_ORPHAN, Cascade.EXPUNGE);
    assertThat(found.passiveDeletes()).isEqualTo(PassiveDeletes.TRUST);
    assertThat(registry.mapper(Child.class).relationship("parent").reverse()).isSameAs(found);
    assertThat(registry.mapper(Parent.class).relationships()).containsExactly(found);
    assertThat(registry.mapper(Child.class).property("parent_id").isHidden()).isTrue();
  }

  @Test
  @Parity("ORM-REL-13")
  void backref_inheritsTheConditionAndItsSettings() {
    Registry registry = map(
        ImperativeRelationshipsTest::nothing,
        m -> m.relationship("parent")
            .primaryJoin(children.<Integer>c("parent_id").eq(parents.<Integer>c("id")))
            .passiveUpdates(false)
            .postUpdate()
            .backref("children"));
    RelationshipProperty made = registry.mapper(Parent.class).relationship("children");

    assertThat(made.direction()).isEqualTo(Direction.ONE_TO_MANY);
    assertThat(made.join().copied()).hasToString("[parent.id -> child.parent_id]");
    assertThat(made.isPostUpdate()).isTrue();
    assertThat(made.isPassiveUpdates()).isFalse();
    assertThat(made.isViewOnly()).isFalse();
  }

  @Test
  @Parity("ORM-REL-05")
  void secondary_givenTable_isJoinedByWhatIsSaid() {
    Registry registry = map(
        m -> m.relationship("children")
            .secondary(links)
            .primaryJoin(parents.<Integer>c("id").eq(links.<Integer>c("one_id")))
            .secondaryJoin(children.<Integer>c("id").eq(links.<Integer>c("two_id"))),
        ImperativeRelationshipsTest::nothing);
    RelationshipProperty found = registry.mapper(Parent.class).relationship("children");

    assertThat(found.direction()).isEqualTo(Direction.MANY_TO_MANY);
    assertThat(found.secondary()).isSameAs(links);
    assertThat(found.join().copied()).hasToString("[parent.id -> link.one_id]");
    assertThat(found.join().copiedFromTarget()).hasToString("[child.id -> link.two_id]");
  }

  @Test
  @Parity("ORM-REL-11")
  void warnings_overlapsSaid_areNotGiven() {
    Consumer<EntityMapping<Child>> first = m -> {
      m.relationship("parent").foreignKeys(children.c("parent_id"));
      m.relationship("other").foreignKeys(children.c("parent_id"));
    };
    assertThat(map(ImperativeRelationshipsTest::nothing, first).warnings())
        .singleElement()
        .asString()
        .startsWith("Child.other copies parent.id -> child.parent_id, which conflicts with"
            + " Child.parent (parent.id -> child.parent_id).");
    Consumer<EntityMapping<Child>> second = m -> {
      m.relationship("parent").foreignKeys(children.c("parent_id"));
      m.relationship("other").foreignKeys(children.c("parent_id")).overlaps("parent");
    };
    assertThat(map(ImperativeRelationshipsTest::nothing, second).warnings()).isEmpty();
  }

  @Test
  @Parity("ORM-MAP-14")
  void relationships_manyThreads_areWorkedOutOnce() throws Exception {
    Registry registry = map(
        m -> m.relationship("children").foreignKeys(children.c("parent_id")),
        ImperativeRelationshipsTest::nothing);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<RelationshipProperty>> found = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        found.add(threads.submit(() -> {
          assertThat(start.await(20, TimeUnit.SECONDS)).isTrue();
          return registry.mapper(Parent.class).relationship("children");
        }));
      }
      start.countDown();
      RelationshipProperty first = found.get(0).get(20, TimeUnit.SECONDS);
      for (Future<RelationshipProperty> each : found) {
        assertThat(each.get(20, TimeUnit.SECONDS)).isSameAs(first);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @Parity({"ORM-MAP-14", "ORM-ERR-02"})
  void relationships_oneWrong_stopsAllOfTheRegistryAndNamesIt() {
    Registry registry = map(
        m -> m.relationship("children").orderBy(ImperativeRelationshipsTest_Child_.name),
        m -> m.relationship("parent").foreignKeys(children.c("parent_id")));
    for (int time = 0; time < 3; time++) {
      assertThatThrownBy(() -> registry.mapper(Child.class).relationships())
          .isInstanceOf(MappingException.class)
          .hasMessageStartingWith("Cannot determine the join for Parent.children");
    }
  }

  @Nested
  @Parity("ORM-REL-37")
  class Mistakes {
    private void assertParent(Consumer<RelationshipMapping> words, String message) {
      Registry registry =
          map(m -> words.accept(m.relationship("children")), ImperativeRelationshipsTest::nothing);
      assertThatThrownBy(registry::configure)
          .isInstanceOf(MappingException.class)
          .hasMessage(message)
          .extracting("subject")
          .isEqualTo("Parent.children");
    }

    @Test
    void foreignKeys_several_askForOne() {
      assertParent(
          words -> {},
          "Cannot determine the join for Parent.children: 'child' has 2 foreign keys to 'parent'"
              + " (other_id, parent_id). Set foreignKeys on the relationship, or name the column with"
              + " @JoinColumn. [MAP-112]");
    }

    @Test
    void foreignKeys_none_askForOne() {
      Registry registry = Registry.over(metadata);
      registry.map(
          Parent.class,
          Table.of("lonely", metadata, column("id", SqlTypes.INTEGER).primaryKey()),
          m -> m.relationship("children"));
      registry.map(Child.class, children, ImperativeRelationshipsTest::nothing);
      assertThatThrownBy(registry::configure)
          .hasMessage(
              "Cannot determine the join for Parent.children: there is no foreign key between"
                  + " 'lonely' and 'child'. Add @ForeignKey(\"lonely.id\") to a column of Child."
                  + " [MAP-119]");
    }

    @Test
    void primaryJoin_nothingForeign_asksForMarks() {
      assertParent(
          words -> words.primaryJoin(parents.<Integer>c("id").eq(children.<Integer>c("loose_id"))),
          "Cannot work out Parent.children: no column in its condition refers to another by a foreign"
              + " key: parent.id = child.loose_id. Declare the foreign key, name the columns as"
              + " foreignKeys, or mark them with foreign(…). [MAP-219]");
    }

    @Test
    void primaryJoin_noEquality_canOnlyBeViewed() {
      Consumer<RelationshipMapping> greater = words ->
          words.primaryJoin(parents.<Integer>c("id").lt(foreign(children.<Integer>c("loose_id"))));
      assertParent(
          greater,
          "Cannot write Parent.children: its condition wants no column to equal one that it refers to:"
              + " parent.id < child.loose_id. Compare the foreign key by eq, or make the relationship"
              + " viewOnly. [MAP-220]");
      map(
              m -> {
                greater.accept(m.relationship("children"));
                m.relationship("children").viewOnly();
              },
              ImperativeRelationshipsTest::nothing)
          .configure();
    }

    @Test
    void primaryJoin_foreignAtBothEnds_hasNoDirection() {
      assertParent(
          words -> words.primaryJoin(foreign(parents.<Integer>c("id"))
              .eq(children.<Integer>c("loose_id"))
              .and(parents.<Integer>c("id").eq(foreign(children.<Integer>c("other_id"))))),
          "Cannot determine the direction of Parent.children: columns that refer to the other end lie"
              + " at both ends of its condition, or at neither: parent.id = child.loose_id AND"
              + " parent.id = child.other_id. Name those of one end as foreignKeys, or mark them with"
              + " foreign(…). [MAP-222]");
    }

    @Test
    void secondary_noForeignKeys_asksForColumns() {
      assertParent(
          words -> words.secondary(links),
          "Cannot determine the join for Parent.children: link table 'link' has no foreign key to"
              + " 'parent'. Add one, or name its columns with @Secondary(owner = …, target = …)."
              + " [MAP-216]");
    }

    @Test
    @Parity("ORM-REL-15")
    void cascades_thatExcludeEachOther_areRefused() {
      Consumer<RelationshipMapping> joined = words -> words.foreignKeys(children.c("parent_id"));
      assertParent(
          joined.andThen(words -> words.cascade(Cascade.DELETE_ORPHAN)),
          "Parent.children cascades DELETE_ORPHAN without DELETE. Add DELETE or ALL, as orphans of a"
              + " deleted owner are deleted with it. [MAP-123]");
      assertParent(
          joined.andThen(
              words -> words.cascade(Cascade.ALL).passiveDeletes(PassiveDeletes.NEVER_NULL)),
          "Parent.children cascades DELETE and leaves all to the database with passiveDeletes"
              + " NEVER_NULL, which exclude each other. Drop one, or use TRUST. [MAP-224]");
      assertParent(
          joined.andThen(words -> words.viewOnly().cascade(Cascade.SAVE_UPDATE)),
          "Parent.children is viewOnly and cascades SAVE_UPDATE, which a flush would have to do. Drop"
              + " one of them. [MAP-225]");
      Registry orphans = map(
          ImperativeRelationshipsTest::nothing,
          m -> m.relationship("parent")
              .foreignKeys(children.c("parent_id"))
              .cascade(Cascade.ALL, Cascade.DELETE_ORPHAN));
      assertThatThrownBy(orphans::configure)
          .hasMessage(
              "Child.parent cascades DELETE_ORPHAN, but is many-to-one, so that an object may"
                  + " have several owners. Set singleParent if it has one only, or set the cascade on the"
                  + " other side. [MAP-223]");
    }

    @Test
    void backref_takenOrMissing_isRefused() {
      Registry taken = map(
          m -> m.relationship("children").foreignKeys(children.c("parent_id")).backref("name"),
          ImperativeRelationshipsTest::nothing);
      assertThatThrownBy(taken::configure)
          .hasMessage(
              "Parent.children makes Child.name its other side by backref, but that is kept in"
                  + " a column. Link both with backPopulates, or name another field. [MAP-229]");
      Registry missing = map(
          m -> m.relationship("children").foreignKeys(children.c("parent_id")).backref("owner"),
          ImperativeRelationshipsTest::nothing);
      assertThatThrownBy(missing::configure)
          .hasMessage("Parent.children makes Child.owner its other side by backref, but there is no"
              + " such field. Declare one of type Parent, or a collection of it, marked"
              + " @Relationship; or drop the backref. [MAP-230]");
    }

    @Test
    void bothSides_sameDirection_areRefused() {
      Registry registry = map(
          m -> m.relationship("children")
              .foreignKeys(children.c("parent_id"))
              .backPopulates(ImperativeRelationshipsTest_Child_.parent),
          m -> m.relationship("parent")
              .primaryJoin(foreign(parents.<Integer>c("id")).eq(children.<Integer>c("loose_id")))
              .backPopulates(ImperativeRelationshipsTest_Parent_.children));
      assertThatThrownBy(registry::configure)
          .hasMessage(
              "Child.parent and Parent.children name each other, but both are one-to-many. Let"
                  + " them join by the same columns; in a relationship of an entity to itself say which"
                  + " columns are remote. [MAP-214]");
    }

    @Test
    void mapKey_unknownOrMissing_isRefused() {
      Registry missing = map(
          m -> m.relationship("named").foreignKeys(children.c("parent_id")),
          ImperativeRelationshipsTest::nothing);
      assertThatThrownBy(missing::configure)
          .hasMessage(
              "Parent.named is a Map, but nothing says what its keys are. Name an attribute of"
                  + " the related entity with @MapKey. [MAP-226]");
      Registry unknown = map(
          m -> m.relationship("named")
              .foreignKeys(children.c("parent_id"))
              .mapKey(ImperativeRelationshipsTest_Child_.parent),
          ImperativeRelationshipsTest::nothing);
      assertThatThrownBy(unknown::configure)
          .hasMessage(
              "Parent.named is keyed by 'parent', but Child has no such attribute; it has [id,"
                  + " name]. Use one of these. [MAP-228]");
    }

    @Test
    void foreignKeys_noColumn_isRefused() {
      assertParent(
          words -> words.foreignKeys(children.<String>c("name").lower()),
          "foreignKeys and remoteSide of Parent.children take columns, but one of them is a"
              + " FunctionNode. Name attributes with a column, or columns of a table. [MAP-218]");
    }

    @Test
    void words_null_areRefusedAtOnce() {
      assertThatThrownBy(() -> map(m -> m.relationship("children").lazy(null), m -> {}))
          .hasMessageContaining("the way of loading of Parent.children");
      assertThatThrownBy(() -> map(m -> m.relationship("childs"), m -> {}))
          .isInstanceOf(MappingException.class)
          .hasMessageContaining("Parent has no mapped attribute 'childs'");
    }
  }
}
