/** Entity classes for the tables that a database has, written as sources. */
module io.aludel.automap {
  requires transitive io.aludel.core;
  requires transitive io.aludel.orm;
  requires static transitive org.jspecify;
  requires com.palantir.javapoet;
  requires java.compiler;

  exports io.aludel.automap;
}
