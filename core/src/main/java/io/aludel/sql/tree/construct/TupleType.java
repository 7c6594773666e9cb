package io.aludel.sql.tree.construct;

import io.aludel.types.SqlType;
import java.util.List;

/**
 * The type of several values that are compared as one.
 *
 * @param members the type of each
 */
@SuppressWarnings("rawtypes") // a class is that of any list, whatever it holds
public record TupleType(List<SqlType<?>> members) implements SqlType<List> {
  @Override
  public Class<List> javaType() {
    return List.class;
  }
}
