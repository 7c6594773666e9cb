package io.aludel.orm.loading;

import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.lazyLoad;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.schema.Schema.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.orm.LoadRefusedException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.annotation.Lazy;
import io.aludel.orm.loading.Twig.Colour;
import io.aludel.orm.loading.Twig.Leaf;
import io.aludel.orm.mapping.EntityMapping;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.RelationshipMapping;
import io.aludel.orm.state.InstanceState;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the mapping says of loading, for references and collections, and how deep it goes in a circle. */
@ForEachDatabase
class LazySettingsTest {
  private final MetaData metadata = new MetaData();
  private final Table twigs = Table.of(
      "twig",
      metadata,
      column("id", SqlTypes.INTEGER).primaryKey(),
      column("name", SqlTypes.STRING(20)),
      column("parent_id", ForeignKey.to("twig.id")));
  private final Table leaves = Table.of(
      "leaf",
      metadata,
      column("id", SqlTypes.INTEGER).primaryKey(),
      column("twig_id", ForeignKey.to("twig.id")));
  private final Table colours =
      Table.of("colour", metadata, column("id", SqlTypes.INTEGER).primaryKey());
  private final Table links = Table.of(
      "twig_colour",
      metadata,
      column("twig_id", ForeignKey.to("twig.id")),
      column("colour_id", ForeignKey.to("colour.id")));

  private TestDatabase database;
  private StatementRecorder recorder;
  private @Nullable Session session;

  /** A root with two leaves and a colour, below it a branch, below that two twigs, below one an end. */
  @BeforeEach
  void fillTables(TestDatabase given) {
    database = given;
    recorder = given.recorder();
    metadata.createAll(given.engine());
    Registry plain = registry(relationship -> {}, Lazy.SELECT);
    SessionFactory.of(given.engine(), plain).inTransaction(filling -> {
      Twig root =
          new Twig("root", new Twig("branch", new Twig("one", new Twig("end")), new Twig("two")));
      root.leaves.add(new Leaf());
      root.leaves.add(new Leaf());
      root.colours.add(new Colour());
      filling.add(root);
    });
    recorder.clear();
  }

  @AfterEach
  void closeSession() {
    if (session != null) {
      session.close();
    }
    recorder.clear();
  }

  private Registry registry(Consumer<RelationshipMapping> circle, Lazy lazy) {
    Registry registry = Registry.over(metadata);
    registry.map(Colour.class, colours, LazySettingsTest::nothing);
    registry.map(
        Leaf.class,
        leaves,
        m -> m.relationship(Twig_Leaf_.twig).backPopulates(Twig_.leaves).lazy(lazy));
    registry.map(Twig.class, twigs, m -> {
      m.relationship(Twig_.parent).backPopulates(Twig_.children);
      circle.accept(m.relationship(Twig_.children).backPopulates(Twig_.parent).orderBy(Twig_.id));
      m.relationship(Twig_.leaves).backPopulates(Twig_Leaf_.twig).lazy(lazy);
      m.relationship(Twig_.colours).secondary(links).lazy(lazy);
    });
    return registry;
  }

  private static void nothing(EntityMapping<?> mapping) {
    mapping.exclude();
  }

  private Session open(Registry registry) {
    session = SessionFactory.of(database.engine(), registry).open();
    recorder.clear();
    return session;
  }

  private int sent() {
    int sent = recorder.statements().size();
    recorder.clear();
    return sent;
  }

  private static Twig root(Session session) {
    return session
        .scalars(select(Twig.class).where(Twig_.name.eq("root")))
        .unique()
        .one();
  }

  @ParameterizedTest
  @EnumSource(names = {"SELECT", "JOINED", "SUBQUERY", "SELECTIN", "IMMEDIATE"})
  @Parity("ORM-REL-30")
  void collections_areLoadedAsTheMappingSays(Lazy lazy) {
    Twig root = root(open(registry(any -> {}, lazy)));
    int atOnce = switch (lazy) {
      case JOINED, SELECT -> 1;
      default -> 3;
    };
    assertThat(sent()).isEqualTo(atOnce);
    assertThat(root.leaves).hasSize(2);
    assertThat(root.colours).hasSize(1);
    assertThat(sent()).isEqualTo(lazy == Lazy.SELECT ? 2 : 0);
    assertThat(root.leaves).allSatisfy(leaf -> assertThat(leaf.twig).isSameAs(root));
    assertThat(sent()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"SELECT", "JOINED", "SUBQUERY", "SELECTIN", "IMMEDIATE"})
  @Parity("ORM-REL-30")
  void references_areLoadedAsTheMappingSays(Lazy lazy) {
    Session reading = open(registry(any -> {}, lazy));
    List<Leaf> found =
        reading.scalars(select(Leaf.class).orderBy(Twig_Leaf_.id)).unique().all();
    int sent = sent();
    assertThat(found).extracting(leaf -> leaf.twig.name).containsExactly("root", "root");
    assertThat(sent).isEqualTo(lazy == Lazy.SELECT || lazy == Lazy.JOINED ? 1 : sent);
    assertThat(sent()).isEqualTo(lazy == Lazy.SELECT ? 1 : 0);
  }

  @Test
  @Parity("ORM-REL-30")
  void raise_refusesEveryAccess_andRaiseOnSqlOnlyThatWhichSends() {
    Session strict = open(registry(any -> {}, Lazy.RAISE));
    Twig root = root(strict);
    assertThatThrownBy(() -> root.leaves.size())
        .isInstanceOf(LoadRefusedException.class)
        .hasMessageContaining("Twig.leaves");
    assertThatThrownBy(() -> root.colours.size()).isInstanceOf(LoadRefusedException.class);
    List<Leaf> found = strict.scalars(select(Leaf.class)).all();
    assertThatThrownBy(() -> found.get(0).twig.name.length())
        .isInstanceOf(LoadRefusedException.class);
    strict.close();

    Session lenient = open(registry(any -> {}, Lazy.RAISE_ON_SQL));
    List<Leaf> alone = lenient.scalars(select(Leaf.class)).all();
    assertThatThrownBy(() -> alone.get(0).twig.name.length())
        .isInstanceOf(LoadRefusedException.class);
    Twig known = root(lenient);
    assertThat(alone.get(1).twig).isSameAs(known);
    assertThatThrownBy(() -> known.leaves.size()).isInstanceOf(LoadRefusedException.class);
  }

  @Test
  @Parity("ORM-REL-30")
  void noLoad_staysEmpty_withoutSql() {
    Session reading = open(registry(any -> {}, Lazy.NO_LOAD));
    Twig root = root(reading);
    Leaf leaf = reading.scalars(select(Leaf.class)).first();
    sent();
    assertThat(root.leaves).isEmpty();
    assertThat(root.colours).isEmpty();
    assertThat(leaf.twig).isNull();
    assertThat(sent()).isZero();
  }

  @Test
  @Parity("ORM-REL-30")
  void options_ofAStatement_outweighTheMapping() {
    Session reading = open(registry(any -> {}, Lazy.JOINED));
    Twig lazy = reading
        .scalars(select(Twig.class)
            .where(Twig_.name.eq("root"))
            .options(lazyLoad(Twig_.leaves), lazyLoad(Twig_.colours)))
        .one();
    assertThat(sent()).isEqualTo(1);
    assertThat(lazy.leaves).hasSize(2);
    assertThat(sent()).isEqualTo(1);
    reading.close();

    Twig eager = open(registry(any -> {}, Lazy.RAISE))
        .scalars(select(Twig.class)
            .where(Twig_.name.eq("root"))
            .options(selectinLoad(Twig_.leaves), joinedLoad(Twig_.colours)))
        .unique()
        .one();
    assertThat(eager.leaves).hasSize(2);
    assertThat(eager.colours).hasSize(1);
  }

  @Test
  @Parity("ORM-REL-30")
  void writeOnly_ofAnyOtherType_isRefused() {
    assertThatThrownBy(registry(any -> {}, Lazy.WRITE_ONLY)::metadata)
        .isInstanceOf(MappingException.class)
        .hasMessageEndingWith("[MAP-234]");
  }

  // Circles

  private static boolean hasChildren(Twig twig) {
    return !InstanceState.of(twig).unloaded().contains("children");
  }

  @ParameterizedTest
  @EnumSource(names = {"JOINED", "SUBQUERY", "SELECTIN", "IMMEDIATE"})
  @Parity("ORM-REL-01")
  void circle_withoutADepth_isNotFollowed(Lazy lazy) {
    Twig root = root(open(registry(circle -> circle.lazy(lazy), Lazy.SELECT)));

    assertThat(hasChildren(root)).isFalse();
    assertThat(sent()).isEqualTo(1);
    assertThat(root.children).hasSize(1);
    assertThat(sent()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"JOINED", "SUBQUERY", "SELECTIN", "IMMEDIATE"})
  @Parity("ORM-REL-01")
  void circle_withADepth_isFollowedSoFar(Lazy lazy) {
    Twig root = root(open(registry(circle -> circle.lazy(lazy).joinDepth(2), Lazy.SELECT)));

    assertThat(sent()).isEqualTo(lazy == Lazy.JOINED ? 1 : 3);
    Twig branch = root.children.get(0);
    assertThat(branch.children).extracting(twig -> twig.name).containsExactly("one", "two");
    assertThat(sent()).isZero();
    assertThat(hasChildren(branch.children.get(0))).isFalse();
    assertThat(branch.children.get(0).children).hasSize(1);
  }

  @Test
  @Parity("ORM-REL-01")
  void depth_ofNothing_isRefused() {
    assertThatThrownBy(() -> registry(circle -> circle.joinDepth(0), Lazy.SELECT))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Cannot follow Twig.children to a depth of 0");
  }

  @Test
  @Parity("ORM-REL-01")
  void notes_areReadFromTheProperty() {
    Registry registry =
        registry(circle -> circle.doc("what grows here").info("unit", "piece"), Lazy.SELECT);
    var children = registry.mapper(Twig.class).relationship("children");

    assertThat(children.doc()).isEqualTo("what grows here");
    assertThat(children.info()).containsEntry("unit", "piece");
    assertThat(registry.mapper(Twig.class).relationship("parent").doc()).isNull();
    assertThat(children.joinDepth()).isZero();
    assertThatThrownBy(() -> registry(circle -> circle.doc(""), Lazy.SELECT))
        .isInstanceOf(ArgumentException.class);
  }
}
