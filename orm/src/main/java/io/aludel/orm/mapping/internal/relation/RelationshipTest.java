package io.aludel.orm.mapping.internal.relation;

import io.aludel.orm.mapping.internal.OccurrenceNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;

/** A condition on a relationship, which becomes one on columns when it is compiled. */
abstract class RelationshipTest implements OccurrenceNode {
  @Override
  public final SqlType<?> type(CompileScope scope) {
    return SqlTypes.BOOLEAN;
  }
}
