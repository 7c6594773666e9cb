package io.aludel.orm.mapping.internal;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.weave.ManagedEntity;
import org.jspecify.annotations.Nullable;

/** What the record of an object tells a statement that compares with the object. */
public interface ManagedColumns {
  /** The mapper of the object. */
  Mapper<?> mapper();

  /** The value of one of its columns, loaded if need be. */
  @Nullable Object value(ManagedEntity entity, ColumnProperty<?> property);
}
