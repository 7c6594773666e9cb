/** SQL expressions, schema, types, dialects and the engine that runs statements. */
module io.aludel.core {
  requires static transitive org.jspecify;
  requires transitive java.sql;
  requires static com.fasterxml.jackson.databind;
  requires org.slf4j;
  requires com.zaxxer.hikari;

  exports io.aludel;
  exports io.aludel.async;
  exports io.aludel.types;
  exports io.aludel.sql;
  exports io.aludel.sql.extension;
  exports io.aludel.sql.operator;
  exports io.aludel.sql.tree;
  exports io.aludel.sql.tree.construct;
  exports io.aludel.sql.tree.statement;
  exports io.aludel.schema;
  exports io.aludel.reflection;
  exports io.aludel.dialect;
  exports io.aludel.dialect.script;
  exports io.aludel.dialect.sqlite;
  exports io.aludel.dialect.h2;
  exports io.aludel.dialect.postgresql;
  exports io.aludel.dialect.mysql;
  exports io.aludel.dialect.oracle;
  exports io.aludel.dialect.sqlserver;
  exports io.aludel.engine;
  exports io.aludel.engine.pool;
  exports io.aludel.engine.url;

  uses io.aludel.WarningListener;
  uses io.aludel.dialect.Dialect;
  uses io.aludel.engine.EnginePlugin;
  uses io.aludel.sql.tree.ElementPrinter;
  uses io.aludel.types.JsonFormat;

  provides io.aludel.sql.tree.ElementPrinter with
      io.aludel.dialect.DefaultPrinter;
}
