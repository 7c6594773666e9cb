package io.aludel.processor.internal.check;

import io.aludel.processor.internal.model.MappedClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tables that the entities of one compilation map. There may be more: of entities compiled before,
 * and of tables described without any entity.
 */
public final class VisibleTables {
  private static final int SHORTEST_TYPO = 4;

  private final Map<String, List<MappedClass>> byTable = new LinkedHashMap<>();

  /**
   * Collects the tables.
   *
   * @param entities the entities of the compilation
   */
  public VisibleTables(Collection<MappedClass> entities) {
    for (MappedClass entity : entities) {
      String table = entity.table();
      if (table != null) {
        byTable.computeIfAbsent(table, name -> new ArrayList<>()).add(entity);
      }
    }
  }

  /** The entities mapped to a table; none if it is not visible. */
  List<MappedClass> entities(String table) {
    return byTable.getOrDefault(table, List.of());
  }

  /** All columns of a table, where annotations tell them all; null where they do not. */
  @Nullable Set<String> columns(String table) {
    Set<String> columns = new TreeSet<>();
    for (MappedClass entity : entities(table)) {
      if (entity.saysMore()) {
        return null;
      }
      columns.addAll(entity.columns());
    }
    return columns;
  }

  /**
   * An entity whose table is so much like an unknown one that a slip of the pen is the best
   * explanation: other case, singular for plural, the name of the class, or one letter.
   */
  @Nullable MappedClass similar(String table) {
    String wanted = table.toLowerCase(Locale.ROOT);
    for (List<MappedClass> entities : byTable.values()) {
      for (MappedClass entity : entities) {
        String known = String.valueOf(entity.table()).toLowerCase(Locale.ROOT);
        String simple = entity.type().getSimpleName().toString().toLowerCase(Locale.ROOT);
        if (known.equals(wanted)
            || simple.equals(wanted)
            || isPlural(known, wanted)
            || isPlural(wanted, known)
            || isTypo(known, wanted)) {
          return entity;
        }
      }
    }
    return null;
  }

  private static boolean isPlural(String longer, String shorter) {
    return longer.equals(shorter + "s") || longer.equals(shorter + "es");
  }

  /** One letter changed, missing, or too many. */
  private static boolean isTypo(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int longer = Math.max(one.length(), other.length());
    if (shorter < SHORTEST_TYPO || longer - shorter > 1) {
      return false;
    }
    int front = 0;
    while (front < shorter && one.charAt(front) == other.charAt(front)) {
      front++;
    }
    int back = 0;
    while (back < shorter - front
        && one.charAt(one.length() - 1 - back) == other.charAt(other.length() - 1 - back)) {
      back++;
    }
    return front + back >= longer - 1;
  }
}
