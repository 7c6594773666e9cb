package io.aludel.orm.mapping.internal.relation;

import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;

/** A condition on a relationship, which becomes one on columns when it is compiled. */
abstract class RelationshipTest implements ReferenceNode {
  /** The same of another occurrence; this one if it speaks of neither. */
  abstract RelationshipTest moved(EntitySource from, EntitySource to);

  @Override
  public final SqlType<?> type(CompileScope scope) {
    return SqlTypes.BOOLEAN;
  }
}
