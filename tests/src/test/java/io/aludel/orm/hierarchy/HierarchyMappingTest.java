package io.aludel.orm.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.hierarchy.Boss;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.fixture.hierarchy.Lorry;
import io.aludel.fixture.hierarchy.Manager;
import io.aludel.fixture.hierarchy.Paper;
import io.aludel.fixture.hierarchy.Vehicle;
import io.aludel.orm.annotation.Discriminator;
import io.aludel.orm.annotation.DiscriminatorValue;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Inheritance;
import io.aludel.orm.annotation.InheritanceStrategy;
import io.aludel.orm.annotation.InheritedKey;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.QueryExpression;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.Registry;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Table;
import io.aludel.testing.Parity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of annotations about inheritance, and what is refused. */
class HierarchyMappingTest {
  private static final Registry MODELS = Hierarchies.registry();

  @Test
  void joinedClass_hasTheTablesOfItsChainAndAKeyInEach() {
    Mapper<Boss> boss = MODELS.mapper(Boss.class);
    assertThat(boss.tables())
        .extracting(Table::name)
        .containsExactly("h_employee", "h_manager", "h_boss");
    assertThat(boss.root().entityName()).isEqualTo("Employee");
    assertThat(boss.parent()).isSameAs(MODELS.mapper(Manager.class));
    assertThat(boss.property("id").columns())
        .extracting(column -> column.table().name())
        .containsExactly("h_boss", "h_manager", "h_employee");
    assertThat(MODELS.mapper(Paper.Report.class).property("code").columns())
        .extracting(column -> column.name())
        .containsExactly("report_code", "paper_code", "code");
    ForeignKey key =
        MODELS.mapper(Paper.Report.class).table().foreignKeys().iterator().next();
    assertThat(key.columns()).extracting(column -> column.name()).containsExactly("report_code");
  }

  @Test
  @Parity("ORM-MAP-44")
  void subClass_hasTheAttributesOfThoseAbove() {
    assertThat(MODELS.mapper(Lorry.class).columnProperties())
        .extracting(ColumnProperty::name)
        .containsExactly("id", "kind", "plate", "weight", "axles", "owner_id");
    assertThat(MODELS.mapper(Vehicle.class).columnProperties())
        .extracting(ColumnProperty::name)
        .containsExactly("id", "kind", "plate");
    assertThat(MODELS.mapper(Boss.class).relationships())
        .extracting(each -> each.name())
        .containsExactly("company", "team");
    assertThat(MODELS.mapper(Lorry.class).table())
        .isSameAs(MODELS.mapper(Vehicle.class).table());
    assertThat(MODELS.mapper(Vehicle.class).table().c("weight").isNullable()).isTrue();
  }

  /** A single table. */
  @Entity(table = "m_thing")
  @Inheritance(InheritanceStrategy.SINGLE_TABLE)
  @Discriminator(column = "kind", value = "thing")
  static class Thing {
    @Id
    @Nullable Integer id;
  }

  /** Has a column. */
  @Entity
  @DiscriminatorValue("one")
  static class One extends Thing {
    int size;
  }

  /** Has the same column. */
  @Entity
  @DiscriminatorValue("two")
  static class Two extends Thing {
    int size;
  }

  /** Has the same discriminator as another. */
  @Entity
  @DiscriminatorValue("one")
  static class Again extends Thing {}

  /** Joined, with numbers. */
  @Entity(table = "m_part")
  @Inheritance(InheritanceStrategy.JOINED)
  @Discriminator(column = "kind", value = "1")
  static class Part {
    @Id
    @Nullable Integer id;

    int kind;
  }

  /** Says a word where a number is needed. */
  @Entity(table = "m_bolt")
  @DiscriminatorValue("bolt")
  static class Bolt extends Part {}

  /** Names a key of two columns. */
  @Entity(table = "m_nut")
  @DiscriminatorValue("2")
  @InheritedKey({"a", "b"})
  static class Nut extends Part {}

  private static void refused(String words, Class<?>... types) {
    assertThatThrownBy(() -> Registry.of(types))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining(words);
  }

  @Test
  @Parity("ORM-MAP-43")
  void column_thatASharedTableHas_mustBeSharedExplicitly() {
    refused(
        "Two.size has the column 'size', which table 'm_thing' has already. Give it another"
            + " @Column(name = …), or share it with @Column(useExisting = true). [MAP-248]",
        Thing.class,
        One.class,
        Two.class);
    assertThat(MODELS.mapper(Lorry.class).property("weight").column().table().columns())
        .filteredOn(column -> column.name().equals("weight"))
        .hasSize(1);
    assertThat(MODELS
            .mapper(Paper.Report.class)
            .property("subtitle")
            .column()
            .table()
            .name())
        .isEqualTo("h_report");
    assertThat(
            MODELS.mapper(Paper.Report.class).property("title").column().table().name())
        .isEqualTo("h_paper");
  }

  @Test
  void discriminators_thatDoNotTellClassesApart_areRefused() {
    refused(
        "One and Again both have the discriminator 'one'. Give one of them another. [MAP-244]",
        Thing.class,
        One.class,
        Again.class);
    refused(
        "'bolt' cannot be a discriminator: Bolt.kind holds values of type Integer. Write one of"
            + " those. [MAP-245]",
        Part.class,
        Bolt.class);
  }

  /** Names a relationship. */
  @Entity(table = "m_wheel")
  @Inheritance(InheritanceStrategy.JOINED)
  @Discriminator(column = "of", value = "x")
  static class Wheel {
    @Id
    @Nullable Integer id;

    @Relationship
    @JoinColumn("of_id")
    @Nullable Wheel of;
  }

  /** Names an attribute that statements supply. */
  @Entity(table = "m_spoke")
  @Inheritance(InheritanceStrategy.JOINED)
  @Discriminator(column = "kind", value = "x")
  static class Spoke {
    @Id
    @Nullable Integer id;

    @QueryExpression
    @Nullable String kind;
  }

  @Test
  @Parity("ORM-MAP-37")
  void discriminator_thatIsNoColumnAndHasNoSql_isRefused() {
    refused(
        "@Discriminator of Wheel names the attribute 'of', which cannot tell rows apart: it has no"
            + " column and no SQL of its own. Name a column, an attribute with a column, or one that the"
            + " mapping gives SQL by columnProperty. [MAP-251]",
        Wheel.class);
    refused("@Discriminator of Spoke names the attribute 'kind'", Spoke.class);
  }

  @Test
  void inheritedKey_ofAnotherSize_isRefused() {
    refused(
        "Cannot join the table of Nut to that above it: @InheritedKey names the columns [a, b], and"
            + " the key there has [id]. Name one for each. [MAP-249]",
        Part.class,
        Nut.class);
    assertThat(List.of(MODELS.mapper(Paper.Bound.class).table().primaryKey().columns()))
        .hasSize(1);
  }
}
