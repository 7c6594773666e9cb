package io.aludel.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of a column apart from its name and type. Immutable. */
record ColumnTraits<T>(
    Flags flags,
    @Nullable String key,
    List<ForeignKey> foreignKeys,
    @Nullable ColumnDefault<T> onInsert,
    @Nullable ColumnDefault<T> onUpdate,
    @Nullable String serverDefault,
    Autoincrement autoincrement) {

  /** The yes and no of a column. */
  record Flags(boolean primaryKey, @Nullable Boolean nullable, boolean unique, boolean index) {
    static final Flags NONE = new Flags(false, null, false, false);
  }

  static <T> ColumnTraits<T> none() {
    return new ColumnTraits<>(Flags.NONE, null, List.of(), null, null, null, Autoincrement.AUTO);
  }

  ColumnTraits<T> flags(Flags changed) {
    return new ColumnTraits<>(
        changed, key, foreignKeys, onInsert, onUpdate, serverDefault, autoincrement);
  }

  ColumnTraits<T> key(String changed) {
    return new ColumnTraits<>(
        flags, changed, foreignKeys, onInsert, onUpdate, serverDefault, autoincrement);
  }

  ColumnTraits<T> foreignKey(ForeignKey added) {
    List<ForeignKey> more = new ArrayList<>(foreignKeys);
    more.add(added);
    return new ColumnTraits<>(
        flags, key, List.copyOf(more), onInsert, onUpdate, serverDefault, autoincrement);
  }

  ColumnTraits<T> onInsert(ColumnDefault<T> changed) {
    return new ColumnTraits<>(
        flags, key, foreignKeys, changed, onUpdate, serverDefault, autoincrement);
  }

  ColumnTraits<T> onUpdate(ColumnDefault<T> changed) {
    return new ColumnTraits<>(
        flags, key, foreignKeys, onInsert, changed, serverDefault, autoincrement);
  }

  ColumnTraits<T> serverDefault(String changed) {
    return new ColumnTraits<>(flags, key, foreignKeys, onInsert, onUpdate, changed, autoincrement);
  }

  ColumnTraits<T> autoincrement(Autoincrement changed) {
    return new ColumnTraits<>(flags, key, foreignKeys, onInsert, onUpdate, serverDefault, changed);
  }
}
