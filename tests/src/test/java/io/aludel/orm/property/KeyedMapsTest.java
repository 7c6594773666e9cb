package io.aludel.orm.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.ObjectStateException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Maps of related objects by keys of several kinds. */
@ForEachDatabase
class KeyedMapsTest {
  private static final Registry MODELS = Registry.of(Box.class, Thing.class);

  private Session session;

  @BeforeEach
  void createTables(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    session = SessionFactory.of(database.engine(), MODELS).open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private Box stored(Box box) {
    session.add(box);
    session.commit();
    return box;
  }

  @Test
  @Parity("ORM-REL-27")
  void attribute_isTheKey() {
    Box box = new Box();
    new Thing("a", 1).box = box;
    box.byLabel.put("b", new Thing("b", 2));
    stored(box);

    assertThat(box.byLabel).containsOnlyKeys("a", "b");
    assertThat(box.byLabel.get("b").box).isSameAs(box);
  }

  @Test
  @Parity("ORM-REL-27")
  void severalAttributes_makeAList() {
    Box box = new Box();
    Thing thing = new Thing("a", 1);
    thing.bag = box;
    assertThat(box.byBoth).containsEntry(List.of("a", 1), thing);
    stored(box);

    assertThat(box.byBoth).containsOnlyKeys(List.of("a", 1));
    RelationshipProperty map = MODELS.mapper(Box.class).relationship("byBoth");
    assertThat(map.mapKeyAttributes()).containsExactly("label", "size");
    assertThat(map.mapKey()).isEqualTo("label, size");
  }

  @Test
  @Parity("ORM-REL-27")
  void function_makesTheKey() {
    Box box = new Box();
    new Thing("a", 1).sack = box;
    assertThat(box.byFunction).containsOnlyKeys("a1");
    stored(box);

    assertThat(box.byFunction).containsOnlyKeys("a1");
    assertThat(MODELS.mapper(Box.class).relationship("byFunction").mapKeyFunction())
        .isNotNull();
  }

  @Test
  @Parity("ORM-REL-27")
  void changedKey_movesNothing() {
    Box box = new Box();
    Thing thing = new Thing("a", 1);
    box.byLabel.put("a", thing);
    thing.label = "z";

    assertThat(box.byLabel).containsOnlyKeys("a");
    thing.box = null;
    assertThat(box.byLabel).isEmpty();
    box.byLabel.put("other", thing);
    assertThat(box.byLabel).containsOnlyKeys("other");
    stored(box);
    assertThat(box.byLabel).containsOnlyKeys("z");
  }

  @Test
  @Parity("ORM-REL-27")
  void unsetKey_isRefusedOrIgnored() {
    Box box = new Box();
    assertThatThrownBy(() -> new Thing().box = box)
        .isInstanceOf(ObjectStateException.class)
        .hasMessageContaining("whose label was never set")
        .hasMessageContaining("[ORM-221]");

    Thing thing = new Thing();
    thing.tray = box;
    assertThat(box.ignoring).isEmpty();
    assertThat(thing.tray).isSameAs(box);
    session.add(thing);
    stored(box);
    assertThat(box.ignoring).isEmpty();
    thing.label = "now";
    session.commit();
    assertThat(box.ignoring).isEqualTo(Map.of("now", thing));
    assertThat(MODELS.mapper(Box.class).relationship("ignoring").ignoresUnsetMapKeys())
        .isTrue();
  }

  @Test
  @Parity("ORM-REL-27")
  void removal_asksForThatVeryObject() {
    Box box = new Box();
    Thing first = new Thing("a", 1);
    Thing second = new Thing("a", 2);
    box.byLabel.put("a", first);
    box.byLabel.put("a", second);

    assertThat(first.box).isNull();
    assertThat(box.byLabel.remove("a", first)).isFalse();
    assertThat(box.byLabel.remove("a", second)).isTrue();
    assertThat(second.box).isNull();
  }
}
