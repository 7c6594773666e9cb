/** The object-relational mapper: mapping, session, unit of work and loading. */
module io.aludel.orm {
  requires transitive io.aludel.core;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.aludel.orm;
  exports io.aludel.orm.annotation;
  exports io.aludel.orm.association;
  exports io.aludel.orm.async;
  exports io.aludel.orm.attribute;
  exports io.aludel.orm.collection;
  exports io.aludel.orm.event;
  exports io.aludel.orm.mapping;
  exports io.aludel.orm.state;
  exports io.aludel.orm.weave;
  exports io.aludel.orm.internal.state to
      io.aludel.queryset;

  uses io.aludel.orm.weave.RecordSource;

  provides io.aludel.orm.weave.RecordSource with
      io.aludel.orm.internal.state.NewRecords;
}
