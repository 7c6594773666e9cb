package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.types.IntegerType;
import io.aludel.types.SqlType;
import io.aludel.types.UuidType;
import java.util.List;

/**
 * The attribute of related objects that has the key of their owner, because the condition they are joined
 * on says so: the row need not be asked for it. Only of types whose equal values are the same.
 */
final class CopiedKey {
  /** There is none. */
  static final int NONE = -1;

  private CopiedKey() {}

  /** The index of the attribute in objects of {@code target}. */
  static int attribute(RelationshipProperty relationship, EntityLayout target) {
    Mapper<?> owner = relationship.owner();
    List<ColumnPair> pairs = relationship.join().pairs();
    if (!relationship.join().isEquality()
        || relationship.secondary() != null
        || pairs.size() != 1
        || owner.primaryKey().size() != 1) {
      return NONE;
    }
    ColumnPair pair = pairs.get(0);
    ColumnProperty<?> copy = target.mapper().findProperty(pair.to());
    return copy != null
            && owner.primaryKey().get(0).equals(owner.findProperty(pair.from()))
            && isExact(pair.from().type(), pair.to().type())
        ? copy.index()
        : NONE;
  }

  private static boolean isExact(SqlType<?> one, SqlType<?> other) {
    return (one instanceof IntegerType<?> && other instanceof IntegerType<?>)
        ? one.javaType() == other.javaType()
        : (one instanceof UuidType && other instanceof UuidType);
  }
}
