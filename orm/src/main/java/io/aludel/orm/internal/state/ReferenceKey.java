package io.aludel.orm.internal.state;

import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.RelationshipProperty;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where the key of the object that a many-to-one refers to lies in its owner. Only for relationships whose
 * condition is that the foreign key equals the whole key.
 */
public final class ReferenceKey {
  private final EntityLayout target;
  private final int[] own;

  ReferenceKey(EntityLayout owner, RelationshipProperty relationship, EntityLayout target) {
    this.target = target;
    this.own = new int[target.key().length];
    for (ColumnPair pair : relationship.join().pairs()) {
      ColumnProperty<?> foreign = Objects.requireNonNull(owner.mapper().findProperty(pair.from()));
      ColumnProperty<?> key = Objects.requireNonNull(target.mapper().findProperty(pair.to()));
      own[target.keyPosition(key.index())] = foreign.index();
    }
  }

  /** The layout of the related class. */
  public EntityLayout target() {
    return target;
  }

  /**
   * The identity key of the object referred to.
   *
   * @param values gives the value of an attribute of the owner
   * @return the key; null, or {@link EntityState#UNKNOWN}, if a part is
   */
  public @Nullable Object from(IntFunction<? extends @Nullable Object> values) {
    @Nullable Object[] parts = new Object[own.length];
    for (int part = 0; part < own.length; part++) {
      Object value = values.apply(own[part]);
      if (value == null || value == EntityState.UNKNOWN) {
        return value;
      }
      parts[part] = value;
    }
    return target.keyOf(parts);
  }
}
