package io.aludel.orm.internal.flush;

/** One step of a flush; steps are sorted by what has to come before what. */
sealed interface FlushAction {
  /** The work of the mapper concerned. */
  MapperWork work();

  /** Writes the new and changed objects of a mapper. */
  record SaveAll(MapperWork work) implements FlushAction {
    @Override
    public String toString() {
      return "save " + work.layout().mapper().entityName();
    }
  }

  /** Deletes the objects of a mapper that are marked for it. */
  record DeleteAll(MapperWork work) implements FlushAction {
    @Override
    public String toString() {
      return "delete " + work.layout().mapper().entityName();
    }
  }
}
