package io.aludel.orm.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.fixture.hierarchy.Boss;
import io.aludel.fixture.hierarchy.Company;
import io.aludel.fixture.hierarchy.Employee;
import io.aludel.fixture.hierarchy.Engineer;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.fixture.hierarchy.Manager;
import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.InheritanceStrategy;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Direction;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.MapperProperty;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.SynonymProperty;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.orm.state.AttributeState;
import io.aludel.orm.state.InstanceState;
import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.Table;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What mappers, properties and registries say of themselves. */
class MapperAccessorsTest {
  private static final Registry MODELS = Registry.of(Customer.class, Purchase.class);
  private static final Registry FAMILY = Hierarchies.registry();

  private static Table plainTable() {
    return Table.of(
        "p_plain",
        new MetaData(),
        Schema.column("id", SqlTypes.INTEGER).primaryKey(),
        Schema.column("title", SqlTypes.STRING));
  }

  @Test
  @Parity({"ORM-INS-02", "ORM-MAP-17"})
  void mapper_attributes_ofEveryKind() {
    Mapper<Customer> mapper = MODELS.mapper(Customer.class);

    assertThat(mapper.attributes())
        .extracting(MapperProperty::name)
        .containsExactly(
            "id",
            "first",
            "last",
            "fullName",
            "purchases",
            "shout",
            "rank",
            "label",
            "surname",
            "bought");
    assertThat(mapper.columns())
        .extracting(Object::toString)
        .containsExactly("p_customer.id", "p_customer.first", "p_customer.last");
    assertThat(mapper.type()).isEqualTo(Customer.class);
    assertThat(mapper.table().name()).isEqualTo("p_customer");
    assertThat(mapper.tables()).containsExactly(mapper.table());
    assertThat(mapper.primaryKey()).extracting(ColumnProperty::name).containsExactly("id");
    assertThat(mapper.relationships())
        .extracting(RelationshipProperty::name)
        .containsExactly("bought");
    assertThat(mapper.synonyms()).extracting(SynonymProperty::name).containsExactly("surname");
    assertThat(mapper.composites()).isEmpty();
    assertThat(mapper.parent()).isNull();
    assertThat(mapper.root()).isSameAs(mapper);
  }

  @Test
  @Parity({"ORM-INS-02", "ORM-INS-03"})
  void mapper_ofAHierarchy_knowsItsPlace() {
    Mapper<Employee> employee = FAMILY.mapper(Employee.class);
    Mapper<Boss> boss = FAMILY.mapper(Boss.class);
    Mapper<Manager> manager = FAMILY.mapper(Manager.class);
    Mapper<Engineer> engineer = FAMILY.mapper(Engineer.class);

    assertThat(boss.lineage())
        .extracting(Mapper::entityName)
        .containsExactly("Boss", "Manager", "Employee");
    assertThat(boss.isA(manager)).isTrue();
    assertThat(manager.isA(boss)).isFalse();
    assertThat(engineer.hasCommonRoot(boss)).isTrue();
    assertThat(engineer.hasCommonRoot(FAMILY.mapper(Company.class))).isFalse();
    assertThat(employee.selfAndDescendants())
        .extracting(Mapper::entityName)
        .contains("Employee", "Manager", "Boss", "Engineer");
    assertThat(manager.inheritance()).isEqualTo(InheritanceStrategy.JOINED);
    assertThat(employee.hierarchy().find("manager")).isSameAs(manager);
    assertThat(manager.hierarchy().value()).isEqualTo("manager");
    assertThat(employee.hierarchy().discriminator()).isNotNull();
    assertThat(employee.hierarchy().inline()).doesNotContain(employee);
    assertThat(manager.columns())
        .extracting(Object::toString)
        .contains("h_manager.id", "h_employee.id", "h_manager.budget");
    assertThat(manager.property("id").columns()).hasSize(2);
    assertThat(manager.property("id").owner()).isSameAs(manager);
    assertThat(employee.property("id").owner()).isSameAs(employee);
  }

  @Test
  @Parity("ORM-INS-03")
  void mapper_lookUps_findOrName() {
    Mapper<Customer> mapper = MODELS.mapper(Customer.class);

    assertThat(mapper.attribute("bought")).isInstanceOf(RelationshipProperty.class);
    assertThat(mapper.findAttribute("nothing")).isNull();
    assertThat(mapper.findProperty(mapper.table().c("last"))).isSameAs(mapper.property("last"));
    assertThat(mapper.property("surname")).isSameAs(mapper.property("last"));
    assertThatThrownBy(() -> mapper.attribute("nothing"))
        .isInstanceOf(MappingException.class)
        .hasMessageStartingWith("Customer has no mapped attribute 'nothing'; it has [id, first,")
        .hasMessageEndingWith("[MAP-205]");
  }

  @Test
  @Parity("ORM-INS-03")
  void instance_keyAndCascade_areAnswered() {
    Customer customer = new Customer("Ann", "Lee");
    Purchase purchase = new Purchase();
    customer.bought.add(purchase);

    assertThat(InstanceState.of(customer).primaryKey()).isEqualTo(Arrays.asList((Object) null));
    customer.id = 3;
    assertThat(InstanceState.of(customer).primaryKey()).containsExactly(3);
    assertThat(InstanceState.of(customer).identityKey()).isNull();
    assertThat(InstanceState.of(customer).cascade(Cascade.SAVE_UPDATE)).containsExactly(purchase);
    assertThat(InstanceState.of(customer).cascade(Cascade.DELETE)).isEmpty();
  }

  @Test
  @Parity({"ORM-INS-04", "ORM-MAP-17"})
  void property_notes_areWhatWasSaid() {
    Registry registry = Registry.of();
    Mapper<Plain> mapper = registry.map(
        Plain.class,
        plainTable(),
        m -> m.attribute("title").doc("What it is called.").info("width", 20));

    MapperProperty title = mapper.attribute("title");
    assertThat(title.doc()).isEqualTo("What it is called.");
    assertThat(title.info()).isEqualTo(Map.of("width", 20));
    assertThat(title.owner()).isSameAs(mapper);
    assertThat(mapper.attribute("id").doc()).isNull();
    assertThat(mapper.attribute("id").info()).isEmpty();
    assertThat(title.toString()).isEqualTo("Plain.title");
  }

  @Test
  @Parity({"ORM-INS-04", "ORM-INS-21"})
  void relationship_accessors_areAnswered() {
    RelationshipProperty bought = MODELS.mapper(Customer.class).relationship("bought");

    assertThat(bought.owner().type()).isEqualTo(Customer.class);
    assertThat(bought.target().type()).isEqualTo(Purchase.class);
    assertThat(bought.direction()).isEqualTo(Direction.ONE_TO_MANY);
    assertThat(bought.isCollection()).isTrue();
    assertThat(bought.reverse()).isSameAs(MODELS.mapper(Purchase.class).relationship("customer"));
    assertThat(bought.secondary()).isNull();
    assertThat(bought.join().pairs()).extracting(Object::toString).hasSize(1);
    assertThat(bought.join().copied()).hasSize(1);
    assertThat(bought.cascades()).containsExactlyInAnyOrder(Cascade.SAVE_UPDATE, Cascade.MERGE);
    assertThat(bought.cascades(Cascade.DELETE)).isFalse();
    assertThat(Hierarchies.registry()
            .mapper(Employee.class)
            .relationship("company")
            .cascades())
        .doesNotContain(Cascade.ALL);
  }

  @Test
  @Parity("ORM-INS-05")
  void alias_accessors_areAnswered() {
    var named = Customer_.as("c");

    assertThat(named.isAlias()).isTrue();
    assertThat(named.aliasName()).isEqualTo("c");
    assertThat(named.type()).isEqualTo(Customer.class);
    assertThat(named.first.owner()).isSameAs(named);
    assertThat(Customer_.as().aliasName()).isNull();
    assertThat(Customer_.entity.isAlias()).isFalse();
    assertThat(MODELS.mapper(named.type()).table()).isSameAs(MODELS.metadata().table("p_customer"));
  }

  @Test
  @Parity("ORM-MAP-12")
  void make_valuesByName_areSetAsAssigned() {
    Mapper<Customer> mapper = MODELS.mapper(Customer.class);
    Purchase purchase = new Purchase();
    Customer made =
        mapper.make(Map.of("first", "Ann", "surname", "Lee", "bought", List.of(purchase)));

    assertThat(made.first + " " + made.last).isEqualTo("Ann Lee");
    assertThat(purchase.customer).isSameAs(made);
    assertThat(InstanceState.of(made).unloaded()).contains("id").doesNotContain("first");
    assertThatThrownBy(() -> mapper.make(Map.of("frist", "Ann")))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("Customer has no mapped attribute 'frist'");
    assertThatThrownBy(() -> mapper.make(Map.of("first", 7)))
        .isInstanceOf(ArgumentException.class)
        .hasMessageStartingWith(
            "Cannot set Customer.first: a value of java.lang.Integer was given.");
  }

  @Test
  @Parity({"ORM-MAP-15", "ORM-MAP-02", "ORM-MAP-18"})
  void dispose_forgetsMappingsAndTracking() {
    Registry registry = Registry.of();
    registry.map(Forgotten.class, plainTable(), m -> {});
    assertThat(registry.mappers()).hasSize(1);
    assertThat(Registry.findNewestMapper(Forgotten.class))
        .isSameAs(registry.mapper(Forgotten.class));
    Forgotten tracked = new Forgotten();
    tracked.title = "a";
    assertThat(InstanceState.of(tracked).attribute("title").isLoaded()).isTrue();

    registry.dispose();
    assertThat(registry.mappers()).isEmpty();
    assertThat(Registry.findNewestMapper(Forgotten.class)).isNull();
    assertThatThrownBy(() -> registry.mapper(Forgotten.class))
        .isInstanceOf(UnmappedClassException.class);
    Forgotten plain = new Forgotten();
    plain.title = "b";
    assertThat(plain.title).isEqualTo("b");
    assertThatThrownBy(() -> InstanceState.of(plain)).isInstanceOf(UnmappedClassException.class);
    assertThat(registry.map(Forgotten.class, plainTable(), m -> {}).table().name())
        .isEqualTo("p_plain");
    registry.dispose();
  }

  @Test
  @Parity("ORM-MAP-15")
  void dispose_ofTheNewest_leavesTheOneBefore() {
    Registry older = Registry.of();
    older.map(Forgotten.class, plainTable(), m -> {});
    Registry newer = Registry.of();
    newer.map(Forgotten.class, plainTable(), m -> {});
    assertThat(Registry.findNewestMapper(Forgotten.class)).isSameAs(newer.mapper(Forgotten.class));

    newer.dispose();
    assertThat(Registry.findNewestMapper(Forgotten.class)).isSameAs(older.mapper(Forgotten.class));
    older.dispose();
    assertThat(Registry.findNewestMapper(Forgotten.class)).isNull();
  }

  @Test
  @Parity("ORM-INS-10")
  void attributes_kindsAndCommittedValues_areBehindTheApi() {
    Customer customer = new Customer("Ann", "Lee");
    InstanceState state = InstanceState.of(customer);
    AttributeState first = state.attribute("first");
    AttributeState bought = state.attribute("bought");

    assertThat(first.history().added()).containsExactly("Ann");
    assertThat(first.loadedValue()).isEqualTo("Ann");
    first.setCommitted("Bob");
    assertThat(customer.first).isEqualTo("Bob");
    assertThat(bought.value()).isEqualTo(List.of());
    assertThat(state.attribute("id").isLoaded()).isFalse();
    assertThat(state.attribute("id").loadedValue()).isNull();
    assertThat(state.attribute("id").loadHistory().isEmpty()).isTrue();
  }

  @Test
  @Parity({"ORM-MAP-03", "ORM-MAP-02"})
  void registry_annotatedSaidAndImperative_makeMappersAlike() {
    MetaData metadata = new MetaData();
    Registry registry = Registry.over(metadata, Customer.class, Purchase.class);
    assertThat(registry.metadata()).isSameAs(metadata);
    assertThat(registry.mapper(Customer.class).property("fullName").isComputed())
        .isTrue();
    assertThat(registry.mapper(Customer.class).property("last").isComputed()).isFalse();

    Mapper<Plain> added = registry.map(Plain.class, plainTable(), m -> m.exclude("title"));
    assertThat(registry.mappers())
        .extracting(Mapper::entityName)
        .containsExactlyInAnyOrder("Customer", "Purchase", "Plain");
    assertThat(added.attributes()).extracting(MapperProperty::name).containsExactly("id");
    registry.configure();
    assertThat(registry.mapper(Customer.class).relationship("bought").target().type())
        .isEqualTo(Purchase.class);
    assertThatThrownBy(() -> registry.map(Plain.class, plainTable(), m -> {}))
        .isInstanceOf(MappingException.class);
    registry.dispose();
  }

  @Test
  @Parity({"ORM-MAP-11", "ORM-MAP-12"})
  void records_areTheValueClasses() {
    assertThat(new Address("Main", "Rome"))
        .isEqualTo(new Address("Main", "Rome"))
        .hasSameHashCodeAs(new Address("Main", "Rome"))
        .hasToString("Address[street=Main, town=Rome]");
    Registry shapes = Registry.of(Vertex.class, Cell.class);
    Vertex vertex = shapes
        .mapper(Vertex.class)
        .make(Map.of("start", new Point(1, 2), "home", new Address("Main", "Rome")));
    assertThat(vertex.x1).isEqualTo(1);
    assertThat(vertex.home.town()).isEqualTo("Rome");
    assertThatThrownBy(() -> shapes.mapper(Vertex.class).make(Map.of("start", "here")))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("[MAP-263]");
    shapes.dispose();
  }
}
