package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose values are those of a key of another table, or of the same one. Targets are columns, or
 * texts such as {@code "users.id"} that are looked up when they are first needed, so that tables can be
 * declared in any order (parity row ORM-DDL-05). Immutable; belongs to a table once that table took it.
 */
public final class ForeignKey extends Constraint {
  private final List<ForeignKeyTarget> targets;
  private final Rules rules;
  private @Nullable List<Column<?>> resolved;

  /** What happens to referring rows, and how the constraint is made. */
  private record Rules(
      @Nullable ReferentialAction onDelete, @Nullable ReferentialAction onUpdate, boolean alter) {}

  private ForeignKey(Parts parts, List<ForeignKeyTarget> targets, Rules rules) {
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
    return targeting(List.of(), List.of(ForeignKeyTarget.parse(target)));
  }

  /**
   * A foreign key for the one column that it is given to with {@link Column#foreignKey(ForeignKey)}.
   *
   * @param target the column referred to
   * @return a foreign key without a column yet
   */
  public static ForeignKey to(Column<?> target) {
    return targeting(List.of(), List.of(ForeignKeyTarget.of(target)));
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
    List<String> names = ColumnNames.of(columns, "a foreign key");
    List<ForeignKeyTarget> parsed = new ArrayList<>();
    for (String target : ArgumentException.requireNonNull(targets, "targets of a foreign key")) {
      parsed.add(ForeignKeyTarget.parse(target));
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
    List<String> names = ColumnNames.of(columns, "a foreign key");
    ArgumentException.requireText(tableName, "the table a foreign key refers to");
    ArgumentException.requireNonNull(targets, "the targets of a foreign key");
    List<ForeignKeyTarget> later = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      later.add(ForeignKeyTarget.later(tableName, i, targets));
    }
    return targeting(names, later);
  }

  private static ForeignKey targeting(List<String> columns, List<ForeignKeyTarget> targets) {
    return new ForeignKey(Parts.on(columns), targets, new Rules(null, null, false));
  }

  /**
   * The same foreign key with a name.
   *
   * @param name the name of the constraint
   * @return a copy
   */
  public ForeignKey named(String name) {
    return new ForeignKey(parts().named(name), targets, rules);
  }

  /**
   * The same foreign key with a rule for deleted targets.
   *
   * @param action what the database does
   * @return a copy
   */
  public ForeignKey onDelete(ReferentialAction action) {
    ArgumentException.requireNonNull(action, "the action ON DELETE of a foreign key");
    return new ForeignKey(parts(), targets, new Rules(action, rules.onUpdate, rules.alter));
  }

  /**
   * The same foreign key with a rule for targets whose key changes.
   *
   * @param action what the database does
   * @return a copy
   */
  public ForeignKey onUpdate(ReferentialAction action) {
    ArgumentException.requireNonNull(action, "the action ON UPDATE of a foreign key");
    return new ForeignKey(parts(), targets, new Rules(rules.onDelete, action, rules.alter));
  }

  /**
   * The same foreign key, checked at another time.
   *
   * @param deferral when it is checked
   * @return a copy
   */
  public ForeignKey deferral(Deferral deferral) {
    return new ForeignKey(parts().deferral(deferral), targets, rules);
  }

  /**
   * The same foreign key, made by ALTER TABLE after all tables exist, where the database can. Needed only
   * to steer: foreign keys in a cycle are made that way by themselves.
   *
   * @return a copy
   */
  public ForeignKey useAlter() {
    return new ForeignKey(parts(), targets, new Rules(rules.onDelete, rules.onUpdate, true));
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
   * Whether the constraint is made by ALTER TABLE on request.
   *
   * @return true after {@link #useAlter()}
   */
  public boolean usesAlter() {
    return rules.alter;
  }

  @Override
  ForeignKey boundTo(Table table) {
    return new ForeignKey(parts().in(table), targets, rules);
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
      for (ForeignKeyTarget target : targets) {
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
    for (ForeignKeyTarget target : targets) {
      if (owner == null || target.find(owner.metadata()) == null) {
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
}
