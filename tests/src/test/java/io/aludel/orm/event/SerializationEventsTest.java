package io.aludel.orm.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Discriminator;
import io.aludel.orm.annotation.DiscriminatorValue;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Inheritance;
import io.aludel.orm.annotation.InheritanceStrategy;
import io.aludel.orm.annotation.MapKey;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.Parity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Listeners of objects that go into a stream and come from one. */
@Parity("ORM-EVT-16")
class SerializationEventsTest {
  private final Registry models = Registry.of(Box.class, Case.class, Thing.class);
  private final List<String> heard = new ArrayList<>();

  /** Has things by their names. */
  @Entity(table = "e_box")
  @Inheritance(InheritanceStrategy.SINGLE_TABLE)
  @Discriminator(column = "kind", value = "box")
  static class Box implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Nullable Integer id;

    @Relationship(
        backPopulates = "box",
        cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
    @MapKey("name")
    Map<String, Thing> things = new LinkedHashMap<>();

    Box() {}
  }

  /** Extends it. */
  @Entity
  @DiscriminatorValue("case")
  static class Case extends Box {
    private static final long serialVersionUID = 1L;

    Case() {}
  }

  /** Lies in a box. */
  @Entity(table = "e_thing")
  static class Thing implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Nullable Integer id;

    @ForeignKey("e_box.id")
    @Nullable Integer boxId;

    String name = "";

    @Relationship(backPopulates = "things")
    @Nullable Box box;

    Thing() {}

    Thing(String name) {
      this.name = name;
    }
  }

  @SuppressWarnings("unchecked") // of the class that was written
  private static <T> T copy(T object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(object);
    return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
  }

  private static Box box() {
    Box box = new Box();
    box.things.put("cup", new Thing("cup"));
    box.things.put("jug", new Thing("jug"));
    return box;
  }

  @Test
  void notes_travelFromOneListenerToTheOther() throws Exception {
    Box given = box();
    models.events(Box.class).onSerialize((box, notes) -> {
      heard.add(box == given ? "written" : "another");
      notes.put("who", "me");
      notes.put("when", 7L);
      notes.put("nothing", null);
    });
    models.events(Box.class).onDeserialize((box, notes) -> {
      heard.add("read " + notes);
      assertThat(InstanceState.of(box).isTransient()).isTrue();
    });
    copy(given);
    assertThat(heard).containsExactly("written", "read {who=me, when=7, nothing=null}");
  }

  @Test
  void whoHearsOfOneObject_seesAllOthersComplete() throws Exception {
    models.events(Thing.class).onDeserialize((thing, notes) -> {
      Box box = thing.box;
      assertThat(box).isNotNull();
      assertThat(box.things).containsOnlyKeys("cup", "jug");
      assertThat(notes).isEmpty();
      heard.add(thing.name);
    });
    models.events(Box.class).onDeserialize((box, notes) -> {
      assertThat(box.things.get("jug").box).isSameAs(box);
      heard.add("box");
    });
    Box box = copy(box());
    assertThat(heard).containsExactlyInAnyOrder("cup", "jug", "box");
    heard.clear();
    copy(new ArrayList<>(box.things.values()));
    assertThat(heard).containsExactlyInAnyOrder("cup", "jug", "box");
  }

  @Test
  void subClasses_areHeardWhenPropagated_andNobodyOnceRemoved() throws Exception {
    ListenerHandle own = models.events(Box.class).onDeserialize((box, notes) -> heard.add("own"));
    ListenerHandle all =
        models.events(Box.class).propagated().onDeserialize((box, notes) -> heard.add("all"));
    models.events(Box.class).propagated().onSerialize((box, notes) -> heard.add("out"));
    copy(new Case());
    assertThat(heard).containsExactly("out", "all");
    own.remove();
    all.remove();
    heard.clear();
    copy(new Box());
    assertThat(heard).containsExactly("out");
  }

  @Test
  void misuse_isRefused() {
    EntityEvents<Box> events = models.events(Box.class);
    assertThatThrownBy(() -> events.onSerialize(null)).isInstanceOf(ArgumentException.class);
    models.events(Box.class).onSerialize((box, notes) -> {
      throw new IllegalStateException("not this one");
    });
    assertThatThrownBy(() -> copy(new Box()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("not this one");
  }
}
