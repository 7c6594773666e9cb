package io.aludel.automap;

import io.aludel.engine.Engine;
import io.aludel.reflection.Inspector;
import io.aludel.reflection.ReflectedCheck;
import io.aludel.reflection.ReflectedForeignKey;
import io.aludel.reflection.ReflectedIndex;
import io.aludel.reflection.ReflectedKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** All that a database tells of its tables, so that two can be compared. */
record Found(Map<String, Object> facts) {
  static Found in(Engine engine, String... schemas) {
    Map<String, Object> facts = new TreeMap<>();
    add(facts, Inspector.of(engine));
    for (String schema : schemas) {
      add(facts, Inspector.of(engine).in(schema));
    }
    return new Found(facts);
  }

  private static void add(Map<String, Object> facts, Inspector inspector) {
    for (String table : inspector.tables()) {
      String subject = inspector.schema() + "." + table + " ";
      facts.put(subject + "columns", inspector.columns(table));
      facts.put(subject + "key", inspector.primaryKey(table));
      facts.put(
          subject + "uniques",
          sorted(inspector.uniqueConstraints(table), Comparator.comparing(ReflectedKey::toString)));
      facts.put(
          subject + "foreign keys",
          sorted(
              inspector.foreignKeys(table), Comparator.comparing(ReflectedForeignKey::toString)));
      facts.put(
          subject + "checks",
          sorted(
              inspector.checkConstraints(table), Comparator.comparing(ReflectedCheck::toString)));
      facts.put(
          subject + "indexes",
          sorted(inspector.indexes(table), Comparator.comparing(ReflectedIndex::name)));
      facts.put(subject + "comment", String.valueOf(inspector.tableComment(table)));
      facts.put(subject + "options", new TreeMap<>(inspector.tableOptions(table)));
    }
    facts.put(inspector.schema() + " enums", inspector.enums());
  }

  private static <T> Collection<T> sorted(Collection<T> all, Comparator<T> order) {
    return all.stream().sorted(order).toList();
  }
}
