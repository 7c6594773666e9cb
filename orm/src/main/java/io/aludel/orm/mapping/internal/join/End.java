package io.aludel.orm.mapping.internal.join;

/** The places that the columns of a join condition come from. */
public enum End {
  /** The entity that has the relationship. */
  OWNER,
  /** The related entity. */
  TARGET,
  /** The link table between both. */
  LINK;

  /** The same place as the other side of the relationship calls it. */
  public End turned() {
    return this == OWNER ? TARGET : this == TARGET ? OWNER : LINK;
  }
}
