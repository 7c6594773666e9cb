package io.aludel.orm.property;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.Condition;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Related objects as what they lead to. */
@ForEachDatabase
class AssociationProxyTest {
  private static final Registry MODELS = Registry.of(Reader.class, Mark.class);

  private Session session;
  private Reader reader;

  @BeforeEach
  void createTables(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    session = SessionFactory.of(database.engine(), MODELS).open();
    reader = new Reader();
    reader.words().addAll(List.of("one", "two"));
    session.add(reader);
    session.commit();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  @Test
  @Parity("ORM-MAP-26")
  void list_isALiveView() {
    List<String> words = reader.words();
    assertThat(words).containsExactly("one", "two");
    words.add("three");
    words.remove("one");
    assertThat(reader.marks).extracting(mark -> mark.word).containsExactly("two", "three");
    Mark first = reader.marks.get(0);
    words.set(0, "zwei");
    assertThat(reader.marks.get(0)).isNotSameAs(first);
    reader.writtenWords().set(1, "drei");
    session.commit();
    assertThat(reader.words()).containsExactlyInAnyOrder("zwei", "drei");
    reader.words().clear();
    session.commit();
    assertThat(session.scalars(select(Mark.class)).all()).isEmpty();
  }

  @Test
  @Parity("ORM-MAP-26")
  void set_addsAValueOnce() {
    assertThat(reader.wordSet().add("one")).isFalse();
    assertThat(reader.wordSet().add("new")).isTrue();
    assertThat(reader.wordSet().remove("two")).isTrue();
    session.commit();
    assertThat(reader.wordSet()).containsExactlyInAnyOrder("one", "new");
  }

  @Test
  @Parity("ORM-MAP-26")
  void map_createsByKeyAndValue() {
    Map<String, String> named = reader.named();
    named.put("a", "x");
    named.put("b", "y");
    Mark mark = reader.byName.get("a");
    assertThat(named.put("a", "z")).isEqualTo("x");
    assertThat(reader.byName.get("a")).isSameAs(mark);
    named.entrySet().iterator().next().setValue("w");
    session.commit();
    assertThat(reader.named()).isEqualTo(Map.of("a", "w", "b", "y"));
    reader.named().remove("b");
    assertThat(reader.byName).containsOnlyKeys("a");
    assertThat(reader.named().get("none")).isNull();
    assertThat(reader.named().containsKey("a")).isTrue();
  }

  @Test
  @Parity("ORM-MAP-26")
  void replace_goesByDifference() {
    Mark two = reader.marks.get(1);
    reader.replaceWords(List.of("two", "new"));

    assertThat(reader.marks.get(0)).isSameAs(two);
    session.commit();
    assertThat(reader.words()).containsExactlyInAnyOrder("two", "new");
    assertThat(session.scalars(select(Mark.class)).all()).hasSize(2);
  }

  @Test
  @Parity("ORM-MAP-26")
  void chained_proxies_work() {
    assertThat(reader.lengths()).containsExactly(3, 3);
    reader.lengths().add(2);
    assertThat(reader.words()).containsExactly("one", "two", "xx");
  }

  @Test
  @Parity("ORM-MAP-26")
  void scalar_followsItsRules() {
    assertThat(reader.cardWord()).isNull();
    reader.setCardWord(null);
    assertThat(reader.card).isNull();
    reader.setCardWord("c");
    Mark card = reader.card;
    assertThat(reader.cardWord()).isEqualTo("c");
    reader.setCardWord("d");
    assertThat(reader.card).isSameAs(card);
    reader.setCardWord(null);
    assertThat(reader.card).isSameAs(card);
    assertThat(card.word).isNull();
    reader.setClearing(null);
    assertThat(reader.card).isNull();
    reader.setCreating(null);
    assertThat(reader.card).isNotNull();
  }

  private List<Integer> found(Condition condition) {
    return session.scalars(select(Reader_.id).where(condition)).all();
  }

  @Test
  @Parity("ORM-MAP-26")
  void through_inStatements_asksForRelatedRows() {
    var words = Reader_.marks.through(mark -> mark.word);
    assertThat(found(words.contains("one"))).containsExactly(1);
    assertThat(found(words.contains("none"))).isEmpty();
    assertThat(found(words.in(List.of("none", "two")))).containsExactly(1);
    assertThat(found(words.any(word -> word.ne("one")))).containsExactly(1);
    assertThat(select(Reader_.id).where(words.contains("one")).toString())
        .contains("EXISTS (SELECT 1");

    var card = Reader_.card.through(mark -> mark.word);
    assertThat(found(card.eq(null))).containsExactly(1);
    assertThat(found(card.ne(null))).isEmpty();
    reader.setCardWord("c");
    assertThat(found(card.eq("c"))).containsExactly(1);
    assertThat(found(card.ne("d"))).containsExactly(1);
    assertThat(found(card.ne(null))).containsExactly(1);
    assertThat(found(card.eq(null))).isEmpty();
    reader.setCardWord(null);
    assertThat(found(card.eq(null))).containsExactly(1);
  }
}
