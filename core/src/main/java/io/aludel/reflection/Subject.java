package io.aludel.reflection;

import io.aludel.schema.Deferral;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One kind of things that tables have, and how a catalogue is asked for it. */
final class Subject<V> {
  static final ReflectedKey NO_KEY = new ReflectedKey(null, List.of(), Deferral.NOT_SAID, null);

  static final Subject<List<ReflectedColumn>> COLUMNS = new Subject<>("columns", Catalog::columns);
  static final Subject<ReflectedKey> PRIMARY_KEYS = new Subject<>("keys", Catalog::primaryKeys);
  static final Subject<List<ReflectedKey>> UNIQUE_CONSTRAINTS =
      new Subject<>("uniques", Catalog::uniqueConstraints);
  static final Subject<List<ReflectedForeignKey>> FOREIGN_KEYS =
      new Subject<>("foreign keys", Catalog::foreignKeys);
  static final Subject<List<ReflectedIndex>> INDEXES = new Subject<>("indexes", Catalog::indexes);
  static final Subject<List<ReflectedCheck>> CHECKS = new Subject<>("checks", Catalog::checks);

  private final String name;
  private final Reader<V> reader;

  /** The method of a catalogue. */
  private interface Reader<V> {
    Map<String, V> read(Catalog catalog, CatalogQuery query, Scope scope);
  }

  private Subject(String name, Reader<V> reader) {
    this.name = name;
    this.reader = reader;
  }

  String name() {
    return name;
  }

  Map<String, V> read(Catalog catalog, CatalogQuery query, Scope scope) {
    return new LinkedHashMap<>(reader.read(catalog, query, scope));
  }
}
