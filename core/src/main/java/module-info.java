/** SQL expressions, schema, types, dialects and the engine that runs statements. */
module io.aludel.core {
  requires static transitive org.jspecify;
  requires transitive java.sql;
  requires org.slf4j;
  requires com.zaxxer.hikari;

  exports io.aludel;
  exports io.aludel.types;
  exports io.aludel.sql;
  exports io.aludel.sql.tree;
  exports io.aludel.sql.tree.statement;
  exports io.aludel.dialect;

  uses io.aludel.dialect.Dialect;
  uses io.aludel.sql.tree.ElementPrinter;
}
