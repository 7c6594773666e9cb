package io.aludel.orm.loading;

import io.aludel.orm.Load;
import io.aludel.orm.Orm;
import io.aludel.orm.attribute.EntityReference;
import io.aludel.orm.attribute.RelationshipAttribute;

/** The ways of loading that give the same objects, and how many SELECTs each takes for some owners. */
enum Way {
  LAZY,
  JOINED,
  SELECTIN,
  SUBQUERY,
  IMMEDIATE;

  /** The option that loads a relationship this way. */
  <E, X, R extends EntityReference<X>> Load<X> of(RelationshipAttribute<E, X, R> relationship) {
    return switch (this) {
      case LAZY -> Orm.lazyLoad(relationship);
      case JOINED -> Orm.joinedLoad(relationship);
      case SELECTIN -> Orm.selectinLoad(relationship);
      case SUBQUERY -> Orm.subqueryLoad(relationship);
      case IMMEDIATE -> Orm.immediateLoad(relationship);
    };
  }

  /** The SELECTs that are sent when a collection of so many owners was loaded and read. */
  int selects(int owners) {
    return switch (this) {
      case LAZY, IMMEDIATE -> 1 + owners;
      case JOINED -> 1;
      case SELECTIN, SUBQUERY -> 2;
    };
  }
}
