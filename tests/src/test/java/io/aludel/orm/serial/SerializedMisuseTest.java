package io.aludel.orm.serial;

import static io.aludel.schema.Schema.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.mapping.EntityMapping;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.orm.serial.Loner.Hermit;
import io.aludel.orm.serial.Loner.Monk;
import io.aludel.orm.serial.Loner.Scribe;
import io.aludel.orm.serial.Painter.Picture;
import io.aludel.orm.serial.Painter.Style;
import io.aludel.orm.serial.Painter.Visitor;
import io.aludel.orm.state.InstanceState;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.types.Json;
import io.aludel.types.Range;
import io.aludel.types.SqlTypes;
import java.io.InvalidClassException;
import java.io.NotSerializableException;
import java.io.ObjectInputFilter;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is refused when objects are written and read, and which classes a stream consists of. */
class SerializedMisuseTest {
  private static Registry loners(boolean twoParts, Consumer<EntityMapping<Loner>> mapping) {
    var nick = column("nick", SqlTypes.STRING(20));
    Table table = Table.of(
        "loner",
        new MetaData(),
        column("id", SqlTypes.INTEGER).primaryKey(),
        twoParts ? nick.primaryKey() : nick.nullable(),
        column("town", SqlTypes.STRING(20)).nullable());
    Registry registry = Registry.over(table.metadata());
    registry.map(Loner.class, table, mapping);
    registry.configure();
    return registry;
  }

  /** An object that counts as stored, with a change. */
  private static Loner stored() {
    Loner loner = new Loner();
    loner.id = 4;
    loner.town = "Ulm";
    InstanceState.of(loner).makeDetached();
    loner.nick = "Lo";
    return loner;
  }

  @Test
  void classThatNobodyMaps_isNamed() {
    Registry registry = loners(false, m -> {});
    byte[] bytes = Bytes.write(stored());
    registry.dispose();
    assertThatThrownBy(() -> Bytes.read(bytes, null))
        .isInstanceOf(UnmappedClassException.class)
        .hasMessageContaining("io.aludel.orm.serial.Loner")
        .hasMessageContaining("no registry maps it");
  }

  @Test
  void newObject_needsNoMapping() {
    Loner given = new Loner();
    given.town = "Ulm";
    Loner copy = Bytes.copy(given);
    assertThat(copy.town).isEqualTo("Ulm");
    Registry registry = loners(false, m -> {});
    assertThat(InstanceState.of(copy).unloaded()).containsExactlyInAnyOrder("id", "nick");
    registry.dispose();
  }

  @Test
  void newestRegistry_isThatOfTheReader() {
    Registry first = loners(false, m -> {});
    byte[] bytes = Bytes.write(stored());
    first.dispose();
    Registry second = loners(false, m -> m.exclude("town"));
    Loner copy = (Loner) Bytes.read(bytes, null);
    assertThat(InstanceState.of(copy).mapper().registry()).isSameAs(second);
    assertThat(copy.nick).isEqualTo("Lo");
    assertThat(InstanceState.of(copy).isModified()).isTrue();
    second.dispose();
  }

  @Test
  void changeOfAnAttributeThatIsNotMapped_isRefused() {
    Registry first = loners(false, m -> {});
    byte[] bytes = Bytes.write(stored());
    first.dispose();
    Registry second = loners(false, m -> m.exclude("nick"));
    assertThatThrownBy(() -> Bytes.read(bytes, null))
        .isInstanceOfSatisfying(ObjectStateException.class, failure -> {
          assertThat(failure.code()).isEqualTo(OrmError.SERIALIZED_FORM);
          assertThat(failure.subject()).isEqualTo("Loner");
        })
        .hasMessageContaining("Cannot read a serialized Loner: its attribute nick was changed")
        .hasMessageContaining("[ORM-231]");
    second.dispose();
  }

  @Test
  void keyWithAnotherNumberOfParts_isRefused() {
    Registry first = loners(false, m -> {});
    byte[] bytes = Bytes.write(stored());
    first.dispose();
    Registry second = loners(true, m -> {});
    assertThatThrownBy(() -> Bytes.read(bytes, null))
        .hasMessageContaining("its key has 1 parts, and the mapping has 2")
        .hasMessageContaining("[ORM-231]");
    second.dispose();
  }

  private static byte[] inForm(int form) {
    byte[] bytes = Bytes.write(stored());
    for (int i = 0; i < bytes.length - 3; i++) {
      if (bytes[i] == 0x77 && bytes[i + 1] == 2 && bytes[i + 2] == 1) {
        bytes[i + 2] = (byte) form;
      }
    }
    return bytes;
  }

  @Test
  void newerForm_isRefused() {
    Registry registry = loners(false, m -> {});
    byte[] bytes = inForm(2);
    assertThatThrownBy(() -> Bytes.read(bytes, null))
        .isInstanceOf(ObjectStateException.class)
        .hasMessageContaining("it was written in form 2")
        .hasMessageContaining("[ORM-231]");
    registry.dispose();
  }

  @Test
  void whatBeginsWithZero_isNoFormOfOurs() {
    Registry registry = loners(false, m -> {});
    byte[] bytes = inForm(0);
    assertThatThrownBy(() -> Bytes.read(bytes, null))
        .isInstanceOf(ObjectStateException.class)
        .hasMessageContaining("what follows its fields begins with 0")
        .hasMessageContaining("[ORM-231]");
    registry.dispose();
  }

  @Test
  void ourOwnValueClasses_areRefusedByJava() {
    Registry registry = Registry.of(Scribe.class);
    registry.configure();
    Scribe scribe = new Scribe();
    scribe.text = Json.of("x");
    assertThatThrownBy(() -> Bytes.write(scribe))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(NotSerializableException.class)
        .hasMessageContaining("io.aludel.types.Json");
    assertThat(Range.of(1, 2)).isNotInstanceOf(Serializable.class);
    registry.dispose();
  }

  @Test
  void plainSubClass_isAPlainObject() {
    Loner.Plain plain = new Loner.Plain();
    plain.nick = "Pia";
    plain.extra = 5;
    Loner.Plain copy = Bytes.copy(plain);
    assertThat(copy.nick).isEqualTo("Pia");
    assertThat(copy.extra).isEqualTo(5);
  }

  @Test
  void classThatSaysItAllItself_isLeftAlone() {
    Registry.of(Hermit.class, Monk.class).configure();
    Hermit hermit = new Hermit();
    hermit.id = 4;
    hermit.cave = "deep";
    Hermit copy = Bytes.copy(hermit);
    assertThat(copy.cave).isEqualTo("own deep");
    assertThat(copy.id).isNull();
    Monk monk = new Monk();
    monk.id = 5;
    monk.cell = "small";
    InstanceState.of(monk).makeDetached();
    Monk other = Bytes.copy(monk);
    assertThat(other.cell).isEqualTo("small");
    assertThat(other.id).isNull();
    assertThat(InstanceState.of(other).isTransient()).isTrue();
  }

  @Test
  void classThatIsNotSerializable_isRefusedByJava() {
    assertThatThrownBy(() -> Bytes.write(new Visitor()))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(NotSerializableException.class);
  }

  @Test
  void stream_consistsOfTheApplicationsClassesAndThoseOfTheJdk() {
    SerializedObjectsTest.MODELS.configure();
    Painter painter = new Painter("Ann");
    painter.pictures.add(new Picture("one"));
    painter.styles.add(new Style("oil"));
    painter.moods.add("calm");
    painter.liked.add(new Style("ink"));
    painter.sketches.add(new Painter.Sketch());
    Set<String> seen = new TreeSet<>();
    Bytes.read(
        Bytes.write(List.of(
            painter, new Painter("Bob"), new Painter(new Style("wax"), new Painter.Sketch()))),
        info -> {
          Class<?> type = info.serialClass();
          if (type != null) {
            seen.add(type.isArray() ? type.getComponentType().getName() : type.getName());
          }
          return ObjectInputFilter.Status.UNDECIDED;
        });
    assertThat(seen)
        .allMatch(name -> name.startsWith("io.aludel.orm.serial.") || name.startsWith("java."));
  }

  @Test
  void filter_decidesAboutEveryClass() {
    SerializedObjectsTest.MODELS.configure();
    Painter painter = new Painter("Ann");
    painter.styles.add(new Style("oil"));
    byte[] bytes = Bytes.write(painter);
    ObjectInputFilter open =
        ObjectInputFilter.Config.createFilter("io.aludel.orm.serial.*;java.lang.*;java.util.*;!*");
    assertThat(((Painter) Bytes.read(bytes, open)).styles).hasSize(1);
    ObjectInputFilter closed = ObjectInputFilter.Config.createFilter(
        "io.aludel.orm.serial.Painter;java.lang.*;java.util.*;!*");
    assertThatThrownBy(() -> Bytes.read(bytes, closed))
        .hasCauseInstanceOf(InvalidClassException.class);
  }
}
