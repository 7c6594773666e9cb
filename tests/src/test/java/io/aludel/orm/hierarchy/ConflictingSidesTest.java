package io.aludel.orm.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.mapping.Registry;
import org.junit.jupiter.api.Test;

/** Two relationships that would have one other side. */
class ConflictingSidesTest {
  @Test
  void twoRelationships_withOneOtherSide_areRefusedWhenOneChanges() {
    Registry models = Registry.of(Yard.class, Yard.Garden.class, Yard.Town.class);
    assertThat(models.mapper(Yard.class).relationship("town").reverse())
        .hasToString("Town.gardens");
    Yard yard = new Yard();
    Yard.Town town = new Yard.Town();

    assertThatThrownBy(() -> yard.town = town)
        .isInstanceOf(ObjectStateException.class)
        .hasMessage(
            "Cannot change Yard.town: its other side Town.gardens would change Garden.town in turn."
                + " Let each relationship have a reverse side of its own. [ORM-224]")
        .extracting(failure -> ((ObjectStateException) failure).code())
        .isEqualTo(OrmError.CONFLICTING_SIDES);
    assertThat(yard.town).isNull();
    Yard.Garden garden = new Yard.Garden();
    garden.town = town;
    assertThat(town.gardens).containsExactly(garden);
  }
}
