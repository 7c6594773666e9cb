package io.aludel.orm.internal.flush;

/** A kind of thing a flush has to do: a node of the graph that is sorted before anything is sent. */
sealed interface FlushAction {
  /** Inserts and updates the rows of a family. */
  record Save(FamilyWork work) implements FlushAction {
    @Override
    public String toString() {
      return "save " + work.name();
    }
  }

  /** Deletes rows of a family. */
  record Delete(FamilyWork work) implements FlushAction {
    @Override
    public String toString() {
      return "delete " + work.name();
    }
  }

  /** Deletes rows of a link table. */
  record Unlink(LinkRows rows) implements FlushAction {
    @Override
    public String toString() {
      return "unlink " + rows.property();
    }
  }

  /** Inserts rows into a link table. */
  record Relate(LinkRows rows) implements FlushAction {
    @Override
    public String toString() {
      return "link " + rows.property();
    }
  }

  /** Writes foreign keys that no INSERT could hold yet, or that stand in the way of a DELETE. */
  record PostUpdate(PostUpdates updates) implements FlushAction {
    @Override
    public String toString() {
      return "post-update " + updates.property();
    }
  }
}
