package io.aludel.schema;

import io.aludel.sql.tree.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said of a column apart from its name and type. Immutable. */
record ColumnTraits<T>(
    Flags flags,
    @Nullable String key,
    List<ForeignKey> foreignKeys,
    Values<T> values,
    Autoincrement autoincrement,
    Notes notes,
    List<DialectOption> options) {

  /** The yes and no of a column. */
  record Flags(
      boolean primaryKey,
      @Nullable Boolean nullable,
      boolean unique,
      boolean index,
      boolean system,
      boolean sentinel) {
    static final Flags NONE = new Flags(false, null, false, false, false, false);

    Flags asPrimaryKey() {
      return new Flags(true, nullable, unique, index, system, sentinel);
    }

    Flags nullable(boolean takesNull) {
      return new Flags(primaryKey, takesNull, unique, index, system, sentinel);
    }

    Flags asUnique() {
      return new Flags(primaryKey, nullable, true, index, system, sentinel);
    }

    Flags indexed() {
      return new Flags(primaryKey, nullable, unique, true, system, sentinel);
    }

    Flags ofSystem() {
      return new Flags(primaryKey, nullable, unique, index, true, sentinel);
    }

    Flags asSentinel() {
      return new Flags(primaryKey, nullable, unique, index, system, true);
    }

    Flags withoutRules() {
      return new Flags(primaryKey, nullable, false, false, system, sentinel);
    }
  }

  /** What a column gets when nobody says. */
  record Values<T>(
      @Nullable ColumnDefault<T> onInsert,
      @Nullable ColumnDefault<T> onUpdate,
      @Nullable ServerDefault server,
      @Nullable ServerDefault serverOnUpdate) {}

  /** What is said of a column for people. */
  record Notes(
      @Nullable String comment,
      @Nullable String documentation,
      Map<String, Object> info,
      Quoting quoting) {
    static final Notes NONE = new Notes(null, null, Map.of(), Quoting.AUTO);
  }

  static <T> ColumnTraits<T> none() {
    return new ColumnTraits<>(
        Flags.NONE,
        null,
        List.of(),
        new Values<>(null, null, null, null),
        Autoincrement.AUTO,
        Notes.NONE,
        List.of());
  }

  ColumnTraits<T> flags(Flags changed) {
    return new ColumnTraits<>(changed, key, foreignKeys, values, autoincrement, notes, options);
  }

  ColumnTraits<T> key(String changed) {
    return new ColumnTraits<>(flags, changed, foreignKeys, values, autoincrement, notes, options);
  }

  ColumnTraits<T> foreignKey(ForeignKey added) {
    List<ForeignKey> more = new ArrayList<>(foreignKeys);
    more.add(added);
    return new ColumnTraits<>(flags, key, List.copyOf(more), values, autoincrement, notes, options);
  }

  ColumnTraits<T> withoutRules() {
    return new ColumnTraits<>(
        flags.withoutRules(), key, List.of(), values, autoincrement, notes, options);
  }

  ColumnTraits<T> onInsert(ColumnDefault<T> changed) {
    return values(new Values<>(changed, values.onUpdate, values.server, values.serverOnUpdate));
  }

  ColumnTraits<T> onUpdate(ColumnDefault<T> changed) {
    return values(new Values<>(values.onInsert, changed, values.server, values.serverOnUpdate));
  }

  ColumnTraits<T> server(@Nullable ServerDefault changed) {
    return values(new Values<>(values.onInsert, values.onUpdate, changed, values.serverOnUpdate));
  }

  ColumnTraits<T> serverOnUpdate(ServerDefault changed) {
    return values(new Values<>(values.onInsert, values.onUpdate, values.server, changed));
  }

  private ColumnTraits<T> values(Values<T> changed) {
    return new ColumnTraits<>(flags, key, foreignKeys, changed, autoincrement, notes, options);
  }

  ColumnTraits<T> autoincrement(Autoincrement changed) {
    return new ColumnTraits<>(flags, key, foreignKeys, values, changed, notes, options);
  }

  ColumnTraits<T> notes(Notes changed) {
    return new ColumnTraits<>(flags, key, foreignKeys, values, autoincrement, changed, options);
  }

  ColumnTraits<T> options(List<DialectOption> added) {
    List<DialectOption> more = new ArrayList<>(options);
    more.addAll(added);
    return new ColumnTraits<>(
        flags, key, foreignKeys, values, autoincrement, notes, List.copyOf(more));
  }
}
