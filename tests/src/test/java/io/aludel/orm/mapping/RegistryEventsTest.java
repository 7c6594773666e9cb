package io.aludel.orm.mapping;

import static io.aludel.schema.Schema.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.fixture.hierarchy.Boss;
import io.aludel.fixture.hierarchy.Company;
import io.aludel.fixture.hierarchy.Employee;
import io.aludel.fixture.hierarchy.Engineer;
import io.aludel.fixture.hierarchy.Lorry;
import io.aludel.fixture.hierarchy.Manager;
import io.aludel.fixture.hierarchy.Truck;
import io.aludel.fixture.hierarchy.Vehicle;
import io.aludel.fixture.world.Node;
import io.aludel.fixture.world.Product;
import io.aludel.orm.mapping.RegistryEvents.Decision;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Listeners of classes that are mapped, and of mappers that are configured. */
class RegistryEventsTest {
  private final RegistryEvents events = new RegistryEvents();
  private final List<String> heard = new ArrayList<>();

  private static String name(Mapper<?> mapper) {
    return mapper.entityName();
  }

  @Test
  @Parity("ORM-EVT-04")
  void classes_areHeardOfBeforeTheyAreReadAndWhenTheyAreMapped() {
    events.instrumentClass(type -> heard.add("class " + type.getSimpleName()));
    var handle = events.afterMapperConstructed(mapper -> heard.add(
        "mapper " + name(mapper) + " " + mapper.primaryKey() + " " + (mapper.parent() != null)));

    Registry registry = Registry.heard(
        events,
        Lorry.class,
        Company.class,
        Truck.class,
        Vehicle.class,
        Manager.class,
        Engineer.class,
        Employee.class,
        Boss.class);

    assertThat(heard)
        .contains("mapper Vehicle [Vehicle.id] false", "mapper Boss [Boss.id] true")
        .containsSubsequence("class Vehicle", "mapper Vehicle [Vehicle.id] false")
        .containsSubsequence("mapper Vehicle [Vehicle.id] false", "mapper Lorry [Lorry.id] true")
        .hasSize(16)
        .doesNotHaveDuplicates();
    assertThat(registry.events()).isSameAs(events);
    handle.remove();
    heard.clear();
    registry.map(Product.class, registry.mapper(Company.class).table(), mapping -> {});
    assertThat(heard).containsExactly("class Product");
  }

  @Test
  @Parity("ORM-EVT-04")
  void listener_thatThrows_endsTheMapping() {
    events.instrumentClass(type -> {
      throw new IllegalStateException("not " + type.getSimpleName());
    });
    assertThatThrownBy(() -> Registry.heard(events, Node.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("not Node");
  }

  @Test
  @Parity({"ORM-EVT-05", "ORM-EVT-06"})
  void configuration_isHeardOfOnceARound() {
    events.beforeConfigured(registry -> heard.add("begin"));
    events.beforeMapperConfigured(mapper -> {
      heard.add("before " + name(mapper));
      return Decision.CONFIGURE;
    });
    events.mapperConfigured(
        mapper -> heard.add(name(mapper) + " has " + mapper.relationships().size()));
    events.afterConfigured(registry -> heard.add("end " + registry.warnings().size()));
    Registry registry = Registry.heard(events, Node.class);
    assertThat(heard).isEmpty();

    registry.configure();
    registry.configure();
    registry.metadata();
    assertThat(heard).containsExactly("begin", "before Node", "Node has 2", "end 0");

    heard.clear();
    registry.map(
        Product.class,
        Table.of(
            "other",
            registry.metadata(),
            column("id", SqlTypes.INTEGER).primaryKey(),
            column("name", SqlTypes.STRING(50))),
        mapping -> {});
    registry.configure();
    assertThat(heard).containsExactly("begin", "before Product", "Product has 0", "end 0");
  }

  @Test
  @Parity("ORM-EVT-05")
  void mapper_thatIsSkipped_waitsForALaterRound() {
    List<Decision> decision = new ArrayList<>(List.of(Decision.SKIP));
    events.beforeMapperConfigured(
        mapper -> mapper.type() == Node.class ? decision.get(0) : Decision.CONFIGURE);
    events.mapperConfigured(mapper -> heard.add(name(mapper)));
    Registry registry = Registry.heard(
        events,
        Node.class,
        Company.class,
        Employee.class,
        Manager.class,
        Engineer.class,
        Truck.class,
        Vehicle.class);

    assertThat(registry.mapper(Company.class).relationships()).hasSize(2);
    assertThat(heard).contains("Company", "Employee").doesNotContain("Node");
    assertThatThrownBy(() -> registry.mapper(Node.class).relationships())
        .isInstanceOf(MappingException.class)
        .hasMessage(
            "Cannot use the relationships of Node: a listener of beforeMapperConfigured skips"
                + " its mapper. Let the listener go on before Node is used. [MAP-238]");
    assertThatThrownBy(() -> registry.mapper(Node.class).relationship("children"))
        .hasMessageEndingWith("[MAP-238]");

    heard.clear();
    decision.set(0, Decision.CONFIGURE);
    assertThat(registry.mapper(Node.class).relationships()).isNotEmpty();
    assertThat(heard).containsExactly("Node");
  }

  @Test
  @Parity("ORM-EVT-06")
  void listener_ofTheBeginning_mayMapMore() {
    List<Boolean> done = new ArrayList<>();
    events.beforeConfigured(registry -> {
      if (done.isEmpty()) {
        done.add(true);
        registry.map(
            Product.class,
            Table.of(
                "late",
                new MetaData(),
                column("id", SqlTypes.INTEGER).primaryKey(),
                column("name", SqlTypes.STRING(50))),
            mapping -> {});
      }
    });
    events.mapperConfigured(mapper -> heard.add(name(mapper)));
    events.afterConfigured(registry -> heard.add("end"));
    Registry registry = Registry.heard(events, Node.class);

    registry.configure();

    assertThat(heard).containsExactly("Node", "Product", "end");
    assertThat(done).hasSize(1);
  }

  @Test
  @Parity("ORM-EVT-06")
  void round_thatFails_isNotHeardOfAsDone() {
    events.beforeConfigured(registry -> heard.add("begin"));
    events.afterConfigured(registry -> heard.add("end"));
    Registry registry = Registry.heard(events, Company.class);

    assertThatThrownBy(registry::configure).isInstanceOf(MappingException.class);
    assertThatThrownBy(registry::configure).isInstanceOf(MappingException.class);

    assertThat(heard).containsExactly("begin");
  }

  @Test
  @Parity({"ORM-EVT-04", "ORM-EVT-05", "ORM-EVT-06"})
  void nothing_isRefusedAsAListener() {
    assertThatThrownBy(() -> events.instrumentClass(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> events.afterMapperConstructed(null))
        .isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> events.beforeMapperConfigured(null))
        .isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> events.mapperConfigured(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> events.beforeConfigured(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> events.afterConfigured(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> Registry.heard(null, Node.class))
        .isInstanceOf(ArgumentException.class);
  }
}
