package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose values are those of a key of another table, or of the same one. Targets are columns, or
 * texts such as {@code "users.id"} that are looked up when they are first needed, so that tables can be
 * declared in any order (parity row ORM-DDL-05). Immutable; belongs to a table once that table took it.
 */
public final class ForeignKey extends FreeConstraint<ForeignKey> {
  private final List<Target> targets;
  private final Rules rules;
  private @Nullable List<Column<?>> resolved;

  /** What happens to referring rows, and how the constraint is made. */
  private record Rules(
      @Nullable ReferentialAction onDelete,
      @Nullable ReferentialAction onUpdate,
      @Nullable String match,
      boolean alter,
      boolean byName) {
    static final Rules NONE = new Rules(null, null, null, false, false);
  }

  private ForeignKey(Parts parts, List<Target> targets, Rules rules) {
    super(parts);
    this.targets = List.copyOf(targets);
    this.rules = rules;
  }

  /**
   * A foreign key for the one column that it is given to with {@link Column#foreignKey(ForeignKey)}.
   *
   * @param target {@code table.column} or {@code schema.table.column}
   * @return a foreign key without a column yet
   * @throws ArgumentException if {@code target} is not of that form
   */
  public static ForeignKey to(String target) {
    return targeting(List.of(), List.of(Target.parse(target)));
  }

  /**
   * A foreign key for the one column that it is given to with {@link Column#foreignKey(ForeignKey)}.
   *
   * @param target the column referred to
   * @return a foreign key without a column yet
   */
  public static ForeignKey to(Column<?> target) {
    return targeting(List.of(), List.of(Target.of(target)));
  }

  /**
   * A foreign key of a table, over several columns.
   *
   * @param columns the keys of the referring columns
   * @param targets as many targets, in the same order, each {@code table.column} of one table
   * @return a foreign key that belongs to no table yet
   * @throws ArgumentException if the numbers differ, are zero, or a text is not of that form
   */
  public static ForeignKey of(List<String> columns, List<String> targets) {
    List<String> names = Constraint.ColumnNames.of(columns, "a foreign key");
    List<Target> parsed = new ArrayList<>();
    for (String target : ArgumentException.requireNonNull(targets, "targets of a foreign key")) {
      parsed.add(Target.parse(target));
    }
    if (parsed.size() != names.size()) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "A foreign key of columns " + names + " was given " + parsed.size() + " targets "
              + targets + ". Give one target for each column.");
    }
    return targeting(names, parsed);
  }

  /**
   * A foreign key of a table, whose targets are found when they are first needed: for a table that is
   * declared before the one it refers to, by code that does not know that table's names yet.
   *
   * @param columns the keys of the referring columns
   * @param tableName what messages call the table referred to while it is not known
   * @param targets gives as many columns in the same order, all of one table; null while that table is
   *     not known
   * @return a foreign key that belongs to no table yet
   * @throws ArgumentException if an argument is null, or {@code columns} is empty
   */
  public static ForeignKey resolvedBy(
      List<String> columns,
      String tableName,
      Supplier<? extends @Nullable List<Column<?>>> targets) {
    List<String> names = Constraint.ColumnNames.of(columns, "a foreign key");
    ArgumentException.requireText(tableName, "the table a foreign key refers to");
    ArgumentException.requireNonNull(targets, "the targets of a foreign key");
    List<Target> later = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      later.add(Target.later(tableName, i, targets));
    }
    return targeting(names, later);
  }

  /**
   * A foreign key of a table, over several columns, to a table of any name.
   *
   * @param columns the keys of the referring columns
   * @param schema the schema referred to, or null for that of the metadata
   * @param table the name of the table referred to
   * @param targets as many columns of that table, in the same order
   * @return a foreign key that belongs to no table yet
   * @throws ArgumentException if the numbers differ or are zero, or a name is blank
   */
  public static ForeignKey of(
      List<String> columns, @Nullable String schema, String table, List<String> targets) {
    List<String> names = Constraint.ColumnNames.of(columns, "a foreign key");
    ArgumentException.requireText(table, "the table of a foreign key");
    if (targets.size() != names.size()) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "A foreign key of columns " + names + " was given " + targets.size() + " targets "
              + targets + ". Give one target for each column.");
    }
    return targeting(
        names,
        targets.stream()
            .map(target -> new Target(schema, table, target, () -> null))
            .toList());
  }

  private static ForeignKey targeting(List<String> columns, List<Target> targets) {
    return new ForeignKey(Parts.on(columns), targets, Rules.NONE);
  }

  /**
   * The same foreign key with a rule for deleted targets.
   *
   * @param action what the database does
   * @return a copy
   */
  public ForeignKey onDelete(ReferentialAction action) {
    ArgumentException.requireNonNull(action, "the action ON DELETE of a foreign key");
    return new ForeignKey(
        parts(),
        targets,
        new Rules(action, rules.onUpdate, rules.match, rules.alter, rules.byName));
  }

  /**
   * The same foreign key with a rule for targets whose key changes.
   *
   * @param action what the database does
   * @return a copy
   */
  public ForeignKey onUpdate(ReferentialAction action) {
    ArgumentException.requireNonNull(action, "the action ON UPDATE of a foreign key");
    return new ForeignKey(
        parts(),
        targets,
        new Rules(rules.onDelete, action, rules.match, rules.alter, rules.byName));
  }

  /**
   * The same foreign key with a rule for targets of which some columns are NULL.
   *
   * @param match {@code FULL}, {@code PARTIAL} or {@code SIMPLE}
   * @return a copy
   * @throws ArgumentException if {@code match} is another word
   */
  public ForeignKey match(String match) {
    String word = ArgumentException.requireText(match, "the match of a foreign key");
    if (!List.of("FULL", "PARTIAL", "SIMPLE").contains(word)) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "'" + word + "' is no match of a foreign key. Use FULL, PARTIAL or SIMPLE.");
    }
    return new ForeignKey(
        parts(),
        targets,
        new Rules(rules.onDelete, rules.onUpdate, word, rules.alter, rules.byName));
  }

  /**
   * The same foreign key, whose text targets mean the names of columns rather than their keys.
   *
   * @return a copy
   */
  public ForeignKey linkToName() {
    return new ForeignKey(
        parts(),
        targets,
        new Rules(rules.onDelete, rules.onUpdate, rules.match, rules.alter, true));
  }

  /**
   * The same foreign key, made by ALTER TABLE after all tables exist, where the database can. Needed only
   * to steer: foreign keys in a cycle are made that way by themselves.
   *
   * @return a copy
   */
  public ForeignKey useAlter() {
    return new ForeignKey(
        parts(),
        targets,
        new Rules(rules.onDelete, rules.onUpdate, rules.match, true, rules.byName));
  }

  /**
   * The rule for deleted targets.
   *
   * @return the action, or null when nothing is said
   */
  public @Nullable ReferentialAction onDelete() {
    return rules.onDelete;
  }

  /**
   * The rule for targets whose key changes.
   *
   * @return the action, or null when nothing is said
   */
  public @Nullable ReferentialAction onUpdate() {
    return rules.onUpdate;
  }

  /**
   * The rule for targets of which some columns are NULL.
   *
   * @return the word, or null when nothing is said
   */
  public @Nullable String match() {
    return rules.match;
  }

  /** The schema that the targets say, without that of the metadata. */
  @Nullable String targetSchema() {
    return targets.get(0).statedSchema();
  }

  /**
   * Where a foreign key points, by names, whether or not it is there.
   *
   * @param schema the schema as it was stated, null for that of the metadata
   * @param table the name of the table
   */
  public record Reference(@Nullable String schema, String table) {}

  /**
   * Where this points, without resolving text targets.
   *
   * @return schema and table
   */
  public Reference reference() {
    return new Reference(targetSchema(), targets.get(0).statedTable());
  }

  boolean linksToName() {
    return rules.byName;
  }

  /** The same foreign key, pointing elsewhere. */
  ForeignKey retargeted(UnaryOperator<Target> change) {
    return new ForeignKey(parts(), targets.stream().map(change).toList(), rules);
  }

  /**
   * Whether the constraint is made by ALTER TABLE on request.
   *
   * @return true after {@link #useAlter()}
   */
  public boolean usesAlter() {
    return rules.alter;
  }

  @Override
  ForeignKey copy(Parts parts) {
    return new ForeignKey(parts, targets, rules);
  }

  ForeignKey over(String column) {
    if (targets.size() != 1 || !columnNames().isEmpty()) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Column '" + column + "' was given " + this + ". Give a column a foreign key made with"
              + " ForeignKey.to, and a table one made with ForeignKey.of.");
    }
    return new ForeignKey(parts().columns(List.of(column)), targets, rules);
  }

  /** The key that a column asked for, which goes by another key since. */
  ForeignKey under(String column) {
    return new ForeignKey(parts().columns(List.of(column)), targets, rules);
  }

  /**
   * The columns referred to, in the order of {@link #columns()}. Resolves text targets.
   *
   * @return the columns, all of one table
   * @throws NoReferencedTableException if the metadata holds no such table
   * @throws NoReferencedColumnException if that table has no such column
   */
  public List<Column<?>> referredColumns() {
    List<Column<?>> known = resolved;
    if (known == null) {
      List<Column<?>> found = new ArrayList<>(targets.size());
      for (Target target : targets) {
        found.add(target.resolve(this));
      }
      known = List.copyOf(found);
      resolved = known;
    }
    return known;
  }

  /**
   * The table referred to. Resolves text targets.
   *
   * @return the table, which may be that of this constraint
   * @throws NoReferencedTableException if the metadata holds no such table
   * @throws NoReferencedColumnException if that table has no such column
   */
  public Table referredTable() {
    return referredColumns().get(0).table();
  }

  /**
   * Whether the columns referred to are known.
   *
   * @return false while the metadata lacks their table, or that table lacks one of them
   */
  public boolean isResolvable() {
    Table owner = parts().table();
    for (Target target : targets) {
      if (owner == null || target.find(owner.metadata(), rules.byName) == null) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    Table owner = parts().table();
    String from = owner == null ? "" : owner.key() + ".";
    StringBuilder text = new StringBuilder("foreign key ");
    for (int i = 0; i < targets.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      text.append(i < columnNames().size() ? from + columnNames().get(i) + " " : "");
      text.append("-> ").append(targets.get(i));
    }
    return text.toString();
  }

  /** One end of a foreign key: a column, or the names by which it is found later. */
  record Target(
      @Nullable String schema,
      String tableName,
      String columnName,
      Supplier<? extends @Nullable Column<?>> known) {

    static Target of(Column<?> column) {
      ArgumentException.requireNonNull(column, "the target of a foreign key");
      return new Target(null, "", column.key(), () -> column);
    }

    static Target later(
        String tableName, int position, Supplier<? extends @Nullable List<Column<?>>> targets) {
      return new Target(null, tableName, "column " + (position + 1), () -> {
        List<Column<?>> found = targets.get();
        return found == null ? null : found.get(position);
      });
    }

    static Target parse(String text) {
      ArgumentException.requireText(text, "the target of a foreign key");
      int column = text.lastIndexOf('.');
      int table = text.lastIndexOf('.', column - 1);
      if (column <= 0 || column == text.length() - 1 || column - table < 2) {
        throw new ArgumentException(
            CoreError.ARGUMENT,
            "'" + text + "' is no target of a foreign key. Write \"table.column\" or"
                + " \"schema.table.column\".");
      }
      String schema = table < 0 ? null : text.substring(0, table);
      return new Target(
          schema, text.substring(table + 1, column), text.substring(column + 1), () -> null);
    }

    Column<?> resolve(ForeignKey owner) {
      MetaData metadata = owner.table().metadata();
      Column<?> found = find(metadata, owner.linksToName());
      if (found != null) {
        return found;
      }
      Table target = findTable(metadata);
      if (target == null) {
        throw new NoReferencedTableException(owner, tableName, metadata);
      }
      throw new NoReferencedColumnException(owner, target, columnName);
    }

    @Nullable Column<?> find(MetaData metadata, boolean byName) {
      Column<?> column = known.get();
      if (column != null) {
        return column;
      }
      Table target = findTable(metadata);
      if (target == null) {
        return null;
      }
      return byName ? target.findColumnByName(columnName) : target.findColumn(columnName);
    }

    String statedTable() {
      Column<?> column = known.get();
      return column == null ? tableName : column.table().name();
    }

    /** The schema as it was stated, without that of the metadata. */
    @Nullable String statedSchema() {
      Column<?> column = known.get();
      return column == null ? schema : CopyOptions.TableCopy.sameSchema(column.table());
    }

    /** The same target in another metadata, where its table lies in another schema. */
    Target moved(@Nullable String newSchema, @Nullable String newTable) {
      Column<?> column = known.get();
      String name = column == null ? columnName : column.key();
      String table = column == null ? tableName : column.table().name();
      return new Target(newSchema, newTable == null ? table : newTable, name, () -> null);
    }

    private @Nullable Table findTable(MetaData metadata) {
      return metadata.findTable(Table.key(schema != null ? schema : metadata.schema(), tableName));
    }

    @Override
    public String toString() {
      Column<?> column = known.get();
      if (column != null) {
        return column.toString();
      }
      return (schema == null ? "" : schema + ".") + tableName + "." + columnName;
    }
  }
}
