/** The SQL toolkit: expressions, schema, types, dialects and the engine. Usable without the ORM. */
module io.aludel.core {
  requires transitive java.sql;
  requires static transitive org.jspecify;
  requires com.zaxxer.hikari;
  requires org.slf4j;

  exports io.aludel;
  exports io.aludel.types;
}
