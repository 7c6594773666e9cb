package io.aludel.orm.hierarchy;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Inheritance;
import io.aludel.orm.annotation.InheritanceStrategy;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Belongs to a town, which lists those of another table only. */
@Entity(table = "h_yard")
@Inheritance(InheritanceStrategy.CONCRETE)
class Yard {
  @Id
  @Nullable Integer id;

  @Relationship(backPopulates = "gardens")
  @JoinColumn("town_id")
  @Nullable Town town;

  /** Says the relationship again, for a table of its own. */
  @Entity(table = "h_garden")
  static class Garden extends Yard {
    @Mapping
    static void mapping(EntityMapping<Garden> m) {
      m.relationship("town");
    }
  }

  /** Has gardens. */
  @Entity(table = "h_town")
  static class Town {
    @Id
    @Nullable Integer id;

    @Relationship(backPopulates = "town")
    List<Garden> gardens = new ArrayList<>();
  }
}
