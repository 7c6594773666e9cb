package io.aludel.orm.hierarchy;

import static io.aludel.sql.Sql.caseWhen;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Discriminator;
import io.aludel.orm.annotation.DiscriminatorValue;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Inheritance;
import io.aludel.orm.annotation.InheritanceStrategy;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.mapping.EntityMapping;
import org.jspecify.annotations.Nullable;

/** A single table whose rows tell of which class they are by their weight. */
@Entity(table = "h_parcel")
@Inheritance(InheritanceStrategy.SINGLE_TABLE)
@Discriminator(column = "size", value = "plain")
class Parcel {
  @Id
  @Nullable Integer id;

  int weight;

  @Nullable String size;

  Parcel() {}

  Parcel(int weight) {
    this.weight = weight;
  }

  @Mapping
  static void mapping(EntityMapping<Parcel> m) {
    m.columnProperty(
        "size",
        caseWhen(Parcel_.weight.gt(100), "crate")
            .when(Parcel_.weight.gt(10), "box")
            .otherwise("plain"));
  }

  /** Heavier. */
  @Entity
  @DiscriminatorValue("box")
  static class Box extends Parcel {
    @Nullable Integer edges;

    Box() {}

    Box(int weight) {
      super(weight);
    }
  }

  /** The heaviest. */
  @Entity
  @DiscriminatorValue("crate")
  static class Crate extends Box {
    Crate() {}

    Crate(int weight) {
      super(weight);
    }
  }

  /** Joined tables with the same kind of expression, told apart by an attribute of a column of another name. */
  @Entity(table = "h_letter")
  @Inheritance(InheritanceStrategy.JOINED)
  @Discriminator(column = "kind", value = "L")
  static class Letter {
    @Id
    @Nullable Integer id;

    @Column(name = "k", length = 5)
    @Nullable String kind;
  }

  /** Has a table. */
  @Entity(table = "h_telegram")
  @DiscriminatorValue("T")
  static class Telegram extends Letter {
    int words;
  }

  /** Joined tables whose rows tell by an expression. */
  @Entity(table = "h_ware")
  @Inheritance(InheritanceStrategy.JOINED)
  @Discriminator(column = "kind")
  abstract static class Ware {
    @Id
    @Nullable Integer id;

    int price;

    @Nullable Integer kind;

    @Mapping
    static void mapping(EntityMapping<Ware> m) {
      m.columnProperty("kind", caseWhen(Parcel_Ware_.price.gt(100), 1).otherwise(2));
    }
  }

  /** Dear. */
  @Entity(table = "h_jewel")
  @DiscriminatorValue("1")
  static class Jewel extends Ware {
    int carat;
  }

  /** Cheap. */
  @Entity(table = "h_bead")
  @DiscriminatorValue("2")
  static class Bead extends Ware {
    int hole;
  }
}
