package io.aludel.orm.internal.session;

import io.aludel.engine.Engine;
import io.aludel.orm.BindRouting;
import io.aludel.schema.Table;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which engines have the rows of some classes and tables, and who decides before that (parity row
 * ORM-SES-22). Immutable.
 *
 * @param classes engines by entity class, mapped super class, or any class or interface above these
 * @param tables engines by table
 * @param routing who is asked first, or null
 */
public record Binds(
    Map<Class<?>, Engine> classes,
    Map<Table, Engine> tables,
    @Nullable BindRouting routing) {
  /** Nothing is bound. */
  static final Binds NONE = new Binds(Map.of(), Map.of(), null);

  /** These, with one more. */
  public Binds with(Class<?> type, Engine engine) {
    Map<Class<?>, Engine> more = new HashMap<>(classes);
    more.put(type, engine);
    return new Binds(Map.copyOf(more), tables, routing);
  }

  /** These, with one more. */
  public Binds with(Table table, Engine engine) {
    Map<Table, Engine> more = new HashMap<>(tables);
    more.put(table, engine);
    return new Binds(classes, Map.copyOf(more), routing);
  }

  /** These, and somebody who is asked before. */
  public Binds with(BindRouting first) {
    return new Binds(classes, tables, first);
  }

  boolean isEmpty() {
    return classes.isEmpty() && tables.isEmpty() && routing == null;
  }

  /** The engine of a class: its own, else that of the nearest class or interface above. */
  @Nullable Engine of(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      Engine bound = classes.get(each);
      if (bound != null) {
        return bound;
      }
    }
    for (Map.Entry<Class<?>, Engine> entry : classes.entrySet()) {
      if (entry.getKey().isAssignableFrom(type)) {
        return entry.getValue();
      }
    }
    return null;
  }

  String describe() {
    return isEmpty() ? "" : ", with binds";
  }
}
