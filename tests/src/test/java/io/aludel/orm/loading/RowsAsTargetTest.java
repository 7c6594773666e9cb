package io.aludel.orm.loading;

import static io.aludel.orm.Orm.containsEager;
import static io.aludel.orm.Orm.select;
import static io.aludel.schema.Schema.column;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.InvalidRequestException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.loading.Poet.Poem;
import io.aludel.orm.loading.Poet.Prize;
import io.aludel.orm.loading.Twig.Leaf;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.RelationshipMapping;
import io.aludel.orm.mapping.RelationshipProperty;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Relationships that are only seen: to the rows of a query, across other tables, by any comparison. */
@ForEachDatabase
@Parity({"ORM-REL-10", "ORM-REL-35"})
class RowsAsTargetTest {
  private static final Registry MODELS = Registry.of(Poet.class, Poem.class, Prize.class);

  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    SessionFactory sessions = SessionFactory.of(database.engine(), MODELS);
    sessions.inTransaction(filling -> {
      Poet ann = new Poet("Ann", 3);
      Poet bob = new Poet("Bob", 2);
      filling.addAll(List.of(ann, bob, new Poet("Cid", 1)));
      for (int year = 1; year <= 3; year++) {
        ann.poems.add(new Poem("a" + year, year));
        bob.poems.add(new Poem("b" + year, 10 * year));
        filling.flush();
      }
      bob.poems.remove(2);
      filling.flush();
      filling.add(new Prize(ann.poems.get(0).id, bob.id));
      filling.add(new Prize(bob.poems.get(0).id, bob.id));
    });
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
    recorder.clear();
  }

  private static List<String> titles(List<Poem> poems) {
    return poems.stream().map(poem -> poem.title).toList();
  }

  private List<Poet> poets(io.aludel.orm.Load<?>... options) {
    return session
        .scalars(select(Poet.class).orderBy(Poet_.id).options(options))
        .unique()
        .all();
  }

  @ParameterizedTest
  @EnumSource
  void collection_ofAQuery_isLoadedInEachWay(Way way) {
    List<Poet> poets = poets(way.of(Poet_.newest));

    assertThat(titles(poets.get(0).newest)).containsExactly("a2", "a3");
    assertThat(titles(poets.get(1).newest)).containsExactly("b1", "b2");
    assertThat(poets.get(2).newest).isEmpty();
    recorder.assertStatements(count(way.selects(3)));
  }

  @ParameterizedTest
  @EnumSource
  void reference_toAQuery_isLoadedInEachWay_andNeverByKeyAlone(Way way) {
    session.scalars(select(Poem.class)).all();
    recorder.clear();
    List<Poet> poets = poets(way.of(Poet_.last));

    assertThat(poets.get(0).last.title).isEqualTo("a3");
    assertThat(poets.get(1).last.title).isEqualTo("b2");
    assertThat(poets.get(2).last).isNull();
    recorder.assertStatements(count(way.selects(3)));
  }

  @ParameterizedTest
  @EnumSource
  void collection_acrossAnotherTable_isLoadedInEachWay(Way way) {
    List<Poet> poets = poets(way.of(Poet_.rewarded));

    assertThat(poets.get(0).rewarded).isEmpty();
    assertThat(titles(poets.get(1).rewarded)).containsExactly("a1", "b1");
    assertThat(poets.get(2).rewarded).isEmpty();
    recorder.assertStatements(count(way.selects(3)));
  }

  @ParameterizedTest
  @EnumSource
  void collection_byAnotherComparison_isLoadedInEachWay(Way way) {
    List<Poet> poets = poets(way.of(Poet_.lessFamous));

    assertThat(poets.get(0).lessFamous).containsExactly(poets.get(1), poets.get(2));
    assertThat(poets.get(1).lessFamous).containsExactly(poets.get(2));
    assertThat(poets.get(2).lessFamous).isEmpty();
    recorder.assertStatements(count(way.selects(3)));
  }

  @Test
  void lazyLoad_readsFromTheQuery() {
    Poet bob = poets().get(1);
    recorder.clear();
    assertThat(bob.rewarded).hasSize(2);
    recorder.assertStatements(sql(
        "SELECT anon_1.id, anon_1.title, anon_1.written, anon_1.poet_id FROM"
            + " (SELECT v_poem.id AS id, v_poem.title AS title, v_poem.written AS written,"
            + " v_poem.poet_id AS poet_id, v_prize.sponsor_id AS sponsor_id FROM v_poem"
            + " JOIN v_prize ON v_prize.poem_id = v_poem.id) AS anon_1"
            + " WHERE anon_1.sponsor_id = ? ORDER BY anon_1.id",
        2));
  }

  @Test
  void twoAtOnce_areTwoOccurrencesOfTheQuery_andPagesCountOwners() {
    List<Poet> poets = session
        .scalars(select(Poet.class)
            .orderBy(Poet_.id)
            .limit(2)
            .options(Way.JOINED.of(Poet_.newest), Way.JOINED.of(Poet_.rewarded)))
        .unique()
        .all();
    assertThat(poets).hasSize(2);
    assertThat(titles(poets.get(0).newest)).containsExactly("a2", "a3");
    assertThat(titles(poets.get(1).rewarded)).containsExactly("a1", "b1");
    recorder.assertStatements(count(1));
  }

  @Test
  void changes_areSeenInMemory_andNeverWritten() {
    Poet ann = poets().get(0);
    ann.newest.clear();
    ann.last = new Poem("never", 9);

    assertThat(session.dirty()).isEmpty();
    assertThat(session.contains(ann.last)).isFalse();
    session.commit();
    assertThat(titles(ann.newest)).containsExactly("a2", "a3");
    assertThat(ann.last.title).isEqualTo("a3");
    session.delete(poets().get(2));
    session.commit();
    assertThat(session.scalars(select(Poem.class)).all()).hasSize(6);
  }

  @Test
  void merge_takesWhatIsSeenAlong() {
    Poet ann = poets().get(0);
    assertThat(ann.newest).hasSize(2);
    session.expungeAll();
    ann.newest.get(0).title = "renamed";

    session.merge(ann);
    session.commit();
    assertThat(session
            .scalars(select(Poem.class).where(Poet_Poem_.title.eq("renamed")))
            .all())
        .hasSize(1);
  }

  @Test
  void statements_joinTheQueryThemselves() {
    assertThatThrownBy(
            () -> session.scalars(select(Poet.class).join(Poet_.newest)).all())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Cannot go along Poet.newest in a statement")
        .hasMessageEndingWith("[MAP-305]");
    assertThatThrownBy(
            () -> session.scalars(select(Poet.class).where(Poet_.newest.any())).all())
        .hasMessageEndingWith("[MAP-305]");
    var old = Poet_Poem_.from(select(Poem.class).where(Poet_Poem_.year.lt(3)).subquery());
    Poet ann = session
        .scalars(select(Poet.class)
            .join(old, old.poetId.eq(Poet_.id))
            .where(Poet_.name.eq("Ann"))
            .options(containsEager(Poet_.newest, old)))
        .unique()
        .one();
    recorder.clear();
    assertThat(titles(ann.newest)).containsExactlyInAnyOrder("a1", "a2");
    recorder.assertStatements();
  }

  @Test
  void property_saysThatItIsARowsOwn() {
    RelationshipProperty last = MODELS.mapper(Poet.class).relationship("last");
    assertThat(last.isOverRows()).isTrue();
    assertThat(last.join().isKeyLookup()).isFalse();
    assertThat(MODELS.mapper(Poet.class).relationship("poems").isOverRows()).isFalse();
  }

  // Misuse

  private static Registry mapped(Consumer<RelationshipMapping> words) {
    MetaData metadata = new MetaData();
    Table twigs = Table.of(
        "twig",
        metadata,
        column("id", SqlTypes.INTEGER).primaryKey(),
        column("name", SqlTypes.STRING(20)));
    Table leaves = Table.of(
        "leaf",
        metadata,
        column("id", SqlTypes.INTEGER).primaryKey(),
        column("twig_id", ForeignKey.to("twig.id")));
    Registry registry = Registry.over(metadata);
    registry.map(Leaf.class, leaves, m -> m.exclude("twig"));
    registry.map(Twig.class, twigs, m -> {
      m.exclude("parent", "children", "colours");
      words.accept(m.relationship("leaves"));
    });
    return registry;
  }

  @Test
  void target_thatWouldBeWritten_isRefused() {
    var rows = Twig_Leaf_.from(select(Leaf.class).subquery());
    assertThatThrownBy(mapped(leaves -> leaves.target(rows))::metadata)
        .isInstanceOf(MappingException.class)
        .hasMessage("Twig.leaves cannot lead to the rows of a query: it would be written. Make it"
            + " viewOnly. [MAP-237]");
    assertThatThrownBy(
            mapped(leaves -> leaves.target(rows).viewOnly().secondary("twig_leaf"))::metadata)
        .hasMessageContaining("it goes through a link table. Join that in the query");
    assertThatThrownBy(mapped(leaves ->
            leaves.target(Poet_Poem_.from(select(Poem.class).subquery())).viewOnly())::metadata)
        .hasMessageContaining("they are those of Poem. Read Leaf.");
  }

  @Test
  void target_thatIsNoQuery_isRefused() {
    assertThatThrownBy(() -> mapped(leaves -> leaves.target(Twig_Leaf_.entity)))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining(
            "Cannot read Twig.leaves from Leaf: that is no entity read from a query.");
    assertThatThrownBy(() -> mapped(leaves -> leaves.target(null)))
        .isInstanceOf(ArgumentException.class);
  }
}
