package io.aludel.orm.property;

import static io.aludel.orm.Orm.text;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values that change inside, nulls that are values, and old values that are always known. */
@ForEachDatabase
class MutableValuesTest {
  private static final Registry MODELS = Registry.of(Note.class, Counter.class);

  private SessionFactory sessions;
  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    sessions = SessionFactory.of(database.engine(), MODELS);
    sessions.inTransaction(filling -> {
      Note note = new Note();
      note.data = new LinkedHashMap<>(Map.of("a", "1"));
      note.tags = new ArrayList<>(List.of("x", "y"));
      note.watched = "old";
      filling.add(note);
      Counter counter = new Counter();
      counter.tally = new Tally(1);
      filling.add(counter);
    });
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private Note note() {
    Note note = session.getOne(Note.class, 1);
    recorder.clear();
    return note;
  }

  private void requireWritten(Note note) {
    assertThat(session.isModified(note)).isTrue();
    session.flush();
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-MAP-28")
  void map_everyMutatingCall_isReported() {
    List<Consumer<Map<String, Object>>> calls = List.of(
        map -> map.put("b", "2"),
        map -> map.putAll(Map.of("c", "3")),
        map -> map.remove("b"),
        map -> map.merge("a", "2", (one, other) -> other),
        map -> map.compute("a", (key, value) -> "5"),
        map -> map.computeIfAbsent("n", key -> "6"),
        map -> map.putIfAbsent("m", "7"),
        map -> map.replaceAll((key, value) -> "8"),
        map -> map.replace("a", "9"),
        map -> map.entrySet().iterator().next().setValue("10"),
        map -> map.keySet().remove("m"),
        map -> map.values().removeIf("8"::equals),
        Map::clear);
    Note note = note();
    for (Consumer<Map<String, Object>> call : calls) {
      call.accept(note.data);
      requireWritten(note);
    }
    assertThat(note.data).isEmpty();
  }

  @Test
  @Parity("ORM-MAP-28")
  void list_everyMutatingCall_isReported() {
    List<Consumer<List<String>>> calls = List.of(
        list -> list.add("z"),
        list -> list.add(0, "w"),
        list -> list.addAll(List.of("u", "v")),
        list -> list.set(0, "q"),
        list -> list.remove("q"),
        list -> list.remove(0),
        list -> list.sort(null),
        list -> list.replaceAll(each -> each + "!"),
        list -> list.removeIf("u!"::equals),
        list -> list.subList(0, 1).clear(),
        list -> {
          Iterator<String> all = list.iterator();
          all.next();
          all.remove();
        },
        list -> {
          ListIterator<String> all = list.listIterator();
          all.add("first");
        },
        List::clear);
    Note note = note();
    for (Consumer<List<String>> call : calls) {
      call.accept(note.tags);
      requireWritten(note);
    }
  }

  @Test
  @Parity("ORM-MAP-28")
  void change_inside_writesTheColumnEvenIfEqualInTheEnd() {
    Note note = note();
    note.tags.add("z");
    note.tags.remove("z");

    assertThat(InstanceState.of(note).attribute("tags").history().added()).hasSize(1);
    session.flush();
    recorder.assertStatements(count(1));
    session.flush();
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-MAP-28")
  void read_only_isNoChange() {
    Note note = note();
    assertThat(note.tags).containsExactly("x", "y").isEqualTo(List.of("x", "y"));
    assertThat(note.data.get("a")).isEqualTo("1");
    session.flush();
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-MAP-28")
  void assigned_plainContainer_becomesAlive() {
    Note note = note();
    note.tags = new ArrayList<>(List.of("n"));
    session.flush();
    recorder.clear();
    note.tags.add("o");
    requireWritten(note);
    session.commit();
    assertThat(note.tags).containsExactly("n", "o");

    note.data = null;
    session.flush();
    note.data = Map.of("k", "v");
    note.data.put("l", "w");
    session.commit();
    assertThat(note.data).hasSize(2);
  }

  @Test
  @Parity("ORM-MAP-28")
  void newObject_changedAfterFlush_isWritten() {
    Note note = new Note();
    note.tags.add("before");
    session.add(note);
    session.flush();
    recorder.clear();
    note.tags.add("after");
    requireWritten(note);
    session.commit();
    assertThat(note.tags).containsExactly("before", "after");
  }

  @Test
  @Parity("ORM-MAP-28")
  void expiryRefreshAndRollback_keepTracking() {
    Note note = note();
    session.expire(note);
    note.tags.add("1");
    session.rollback();
    assertThat(note.tags).containsExactly("x", "y");
    note.tags.add("2");
    session.refresh(note);
    note.tags.add("3");
    session.commit();
    assertThat(note.tags).endsWith("3");
  }

  @Test
  @Parity("ORM-MAP-28")
  void replacedValue_reportsNoMore() {
    Note note = note();
    List<String> before = note.tags;
    note.tags = new ArrayList<>();
    session.flush();
    recorder.clear();
    before.add("lost");
    session.flush();
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-MAP-28")
  void merge_detachedChange_isWrittenAndTracked() {
    Note given = sessions.fromTransaction(other -> other.getOne(Note.class, 1));
    given.tags.add("merged");
    Note merged = session.merge(given);
    session.flush();
    assertThat(merged.tags).endsWith("merged").isNotSameAs(given.tags);
    recorder.clear();
    merged.tags.add("more");
    requireWritten(merged);
    assertThat(given.tags).doesNotContain("more");
  }

  @Test
  @Parity("ORM-MAP-28")
  void serialized_object_isTrackedAgain() throws Exception {
    Note given = sessions.fromTransaction(other -> {
      Note loaded = other.getOne(Note.class, 1);
      assertThat(loaded.watched).isEqualTo("old");
      return loaded;
    });
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(given);
    Note copy =
        (Note) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    assertThat(InstanceState.of(copy).isDetached()).isTrue();
    session.add(copy);
    recorder.clear();
    copy.tags.add("again");
    requireWritten(copy);
  }

  @Test
  @Parity("ORM-MAP-28")
  void valueObject_reportsItself() {
    Counter counter = session.getOne(Counter.class, 1);
    recorder.clear();
    counter.tally.up();
    session.flush();
    recorder.assertStatements(count(1));
    counter.tally.look();
    session.flush();
    recorder.assertStatements(count(1));
    session.commit();
    counter.tally.up();
    session.commit();
    assertThat(counter.tally.count()).isEqualTo(3);
  }

  @Test
  @Parity("ORM-MAP-28")
  void valueObject_ofTwoOwners_tellsBoth() {
    Counter counter = session.getOne(Counter.class, 1);
    Counter other = new Counter();
    other.tally = counter.tally;
    session.add(other);
    session.flush();
    recorder.clear();
    counter.tally.up();
    assertThat(session.isModified(other)).isTrue();
    session.flush();
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-MAP-28")
  void mapping_typeThatCannotReport_isNamed() {
    Table table = Table.of(
        "p_wrong",
        new MetaData(),
        Schema.column("id", SqlTypes.INTEGER).primaryKey(),
        Schema.column("title", SqlTypes.STRING));
    Registry wrong = Registry.of();
    wrong.map(Plain.class, table, m -> m.attribute("title").mutable());
    assertThatThrownBy(() -> SessionFactory.of(session.connection().engine(), wrong)
            .inTransaction(other -> other.get(Plain.class, 1)))
        .isInstanceOf(MappingException.class)
        .hasMessage(
            "Plain.title is @Mutable, but String cannot report changes. Declare a Map, List, Set"
                + " or Collection, or extend MutableValue. [MAP-265]");
  }

  private List<@Nullable Object> stored(String column) {
    return session
        .connection()
        .execute(text("SELECT CASE WHEN " + column + " IS NULL THEN 'sql' ELSE 'value' END"
            + " FROM p_note ORDER BY id"))
        .all()
        .stream()
        .<@Nullable Object>map(row -> row.get(0))
        .toList();
  }

  @Test
  @Parity({"ORM-MAP-46", "ORM-SES-46"})
  void null_ofATypeThatKnowsIt_isAValueWhenSetAndNothingWhenNot() {
    Note unset = new Note();
    session.add(unset);
    session.flush();
    Note set = new Note();
    set.frozen = null;
    set.data = null;
    session.add(set);
    session.flush();

    assertThat(stored("frozen")).containsExactly("sql", "sql", "value");
    assertThat(stored("data")).containsExactly("value", "sql", "sql");
    Note note = note();
    note.frozen = Map.of("a", "b");
    session.flush();
    note.frozen = null;
    session.flush();
    assertThat(stored("frozen")).startsWith("value");
    session.commit();
    assertThat(note.frozen).isNull();
  }

  @Test
  @Parity("ORM-MAP-31")
  void set_activeHistory_loadsTheOldValueFirst() {
    Note note = note();
    note.watched = "new";
    recorder.assertStatements(sql("SELECT p_note.watched FROM p_note WHERE p_note.id = ?", 1));
    assertThat(InstanceState.of(note).attribute("watched").history().deleted())
        .containsExactly("old");
    note.watched = "old";
    session.flush();
    recorder.assertStatements();
    assertThat(MODELS.mapper(Note.class).property("watched").hasActiveHistory()).isTrue();
  }
}
