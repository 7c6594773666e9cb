package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.ColumnExpression;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Quoting;
import io.aludel.types.IntegerType;
import io.aludel.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, and an expression that stands for its value in statements. Made free by {@link
 * Schema#column}; every word that says more of it gives a new free column; the one that is given to a
 * table belongs to it from then on. Carries the operators of all types, because a table cannot know at
 * compile time what its columns hold; a value that does not fit is refused when the expression is made.
 * Safe to share once its table is made.
 *
 * @param <T> the Java type of the values
 */
public final class Column<T>
    implements SchemaItem, DdlElement.Commented, ColumnNode, ColumnExpression<T> {
  private final String name;
  private final @Nullable SqlType<T> type;
  private final ColumnTraits<T> traits;
  private @Nullable Table table;

  private Column(String name, @Nullable SqlType<T> type, ColumnTraits<T> traits) {
    this.name = name;
    this.type = type;
    this.traits = traits;
  }

  static <T> Column<T> of(String name, @Nullable SqlType<T> type) {
    String checked = ArgumentException.requireText(name, "the name of a column");
    return new Column<>(checked, type, ColumnTraits.none());
  }

  private Column<T> with(ColumnTraits<T> changed) {
    return new Column<>(name, type, changed);
  }

  private Column<T> with(ColumnTraits.Flags changed) {
    return with(traits.flags(changed));
  }

  /**
   * The same column as part of the primary key. NOT NULL follows.
   *
   * @return a free copy
   */
  public Column<T> primaryKey() {
    return with(traits.flags().asPrimaryKey());
  }

  /**
   * The same column, refusing NULL.
   *
   * @return a free copy
   */
  public Column<T> notNull() {
    return with(traits.flags().nullable(false));
  }

  /**
   * The same column, taking NULL, which is what columns do unless they belong to a primary key.
   *
   * @return a free copy
   */
  public Column<T> nullable() {
    return with(traits.flags().nullable(true));
  }

  /**
   * The same column, refusing equal values: by a unique constraint, or, together with {@link #index()},
   * by a unique index and no constraint.
   *
   * @return a free copy
   */
  public Column<T> unique() {
    return with(traits.flags().asUnique());
  }

  /**
   * The same column with an index of its own, named by the naming convention.
   *
   * @return a free copy
   */
  public Column<T> index() {
    return with(traits.flags().indexed());
  }

  /**
   * The same column under another key, by which {@link Table#c(String)} and constraints find it.
   *
   * @param key the key, instead of the name
   * @return a free copy
   */
  public Column<T> key(String key) {
    return with(traits.key(ArgumentException.requireText(key, "the key of a column")));
  }

  /**
   * The same column, referring to another one.
   *
   * @param target {@code table.column} or {@code schema.table.column}, looked up when first needed
   * @return a free copy
   */
  public Column<T> references(String target) {
    return foreignKey(ForeignKey.to(target));
  }

  /**
   * The same column, referring to another one.
   *
   * @param foreignKey a foreign key made by {@link ForeignKey#to(String)}
   * @return a free copy
   */
  public Column<T> foreignKey(ForeignKey foreignKey) {
    ArgumentException.requireNonNull(foreignKey, "the foreign key of a column");
    return with(traits.foreignKey(foreignKey.over(key())));
  }

  /**
   * The same column with a value for rows whose INSERT does not mention it.
   *
   * @param value the value
   * @return a free copy
   * @throws ArgumentException if {@code value} does not fit the type
   */
  public Column<T> defaultTo(T value) {
    return with(traits.onInsert(new ColumnDefault.Constant<>(fitted(value))));
  }

  /**
   * The same column with a source of values for rows whose INSERT does not mention it.
   *
   * @param source called once a row
   * @return a free copy
   */
  public Column<T> defaultFrom(Supplier<? extends T> source) {
    return with(traits.onInsert(new ColumnDefault.Supplied<>(source)));
  }

  /**
   * The same column with a source of values for rows whose UPDATE does not mention it.
   *
   * @param source called once a row
   * @return a free copy
   */
  public Column<T> onUpdateFrom(Supplier<? extends T> source) {
    return with(traits.onUpdate(new ColumnDefault.Supplied<>(source)));
  }

  /**
   * The same column with a default for rows whose INSERT does not mention it.
   *
   * @param made a value, a source of values, an expression or a sequence
   * @return a free copy
   */
  public Column<T> onInsert(ColumnDefault<T> made) {
    ArgumentException.requireNonNull(made, "the default of column '" + name + "'");
    return with(traits.onInsert(made));
  }

  /**
   * The same column with a default for rows whose UPDATE does not mention it.
   *
   * @param made a value, a source of values, an expression or a sequence
   * @return a free copy
   */
  public Column<T> onUpdate(ColumnDefault<T> made) {
    ArgumentException.requireNonNull(made, "the default of column '" + name + "'");
    return with(traits.onUpdate(made));
  }

  /**
   * The same column with a default that the database applies.
   *
   * @param sql what stands after DEFAULT, sent as it is: {@code 0}, {@code 'new'}, {@code
   *     CURRENT_TIMESTAMP}
   * @return a free copy
   */
  public Column<T> serverDefault(String sql) {
    return serverDefault(ServerDefault.text(sql));
  }

  /**
   * The same column, filled by the database: by a default, an {@link Identity}, a {@link Computed}
   * expression, or something that is {@linkplain ServerDefault#fetched() only fetched}.
   *
   * @param filled by what
   * @return a free copy
   * @throws ArgumentException if the column is to have both an identity and a computed expression or a
   *     default
   */
  public Column<T> serverDefault(ServerDefault filled) {
    ArgumentException.requireNonNull(filled, "the server default of column '" + name + "'");
    ServerDefault present = traits.values().server();
    boolean special = present instanceof Identity
        || present instanceof Computed
        || filled instanceof Identity
        || filled instanceof Computed;
    if (present != null && special && present.getClass() != filled.getClass()) {
      throw new ArgumentException(
          CoreError.CONTRADICTION,
          "Column '" + name + "' cannot be filled by " + filled + ": it is filled by " + present
              + " already. Say one of the two.");
    }
    return with(traits.server(filled));
  }

  /**
   * The same column, changed by the database with each UPDATE of its row, for example by a trigger. Its
   * value is fetched back then.
   *
   * @param filled by what; {@link ServerDefault#fetched()}, since nothing of it stands in CREATE TABLE
   * @return a free copy
   */
  public Column<T> serverOnUpdate(ServerDefault filled) {
    ArgumentException.requireNonNull(filled, "the server default of column '" + name + "'");
    return with(traits.serverOnUpdate(filled));
  }

  /**
   * The same column with a comment that the database keeps.
   *
   * @param comment the comment
   * @return a free copy
   */
  public Column<T> comment(String comment) {
    String checked = ArgumentException.requireText(comment, "the comment of a column");
    ColumnTraits.Notes notes = traits.notes();
    return with(traits.notes(
        new ColumnTraits.Notes(checked, notes.documentation(), notes.info(), notes.quoting())));
  }

  /**
   * The same column with something said of it that is seldom said.
   *
   * @param options the options; of those that say the same thing, the last counts
   * @return a free copy
   */
  public Column<T> with(ColumnOption... options) {
    ArgumentException.requireNonNull(options, "the options of column '" + name + "'");
    ColumnTraits<T> changed = traits;
    for (ColumnOption option : options) {
      changed = ArgumentException.requireNonNull(option, "an option of column '" + name + "'")
          .applied(changed);
    }
    return with(changed);
  }

  /**
   * The same column, belonging to no table.
   *
   * @return a free copy
   */
  public Column<T> copy() {
    return with(traits);
  }

  /** The same column without the constraints and indexes that it asks for itself. */
  Column<T> bare() {
    return with(traits.withoutRules());
  }

  /**
   * The same column with another rule for generated keys.
   *
   * @param rule the rule, {@link Autoincrement#AUTO} unless stated
   * @return a free copy
   */
  public Column<T> autoincrement(Autoincrement rule) {
    return with(
        traits.autoincrement(ArgumentException.requireNonNull(rule, "an autoincrement rule")));
  }

  private T fitted(T value) {
    ArgumentException.requireNonNull(value, "the default of column '" + name + "'");
    SqlType<T> known = type;
    T fitted = known == null ? value : known.fit(value);
    if (fitted == null) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "The default of column '" + name + "' cannot be '" + value + "' of "
              + value.getClass().getName() + ". Give a value of the column's type, " + known + ".");
    }
    return fitted;
  }

  /**
   * The name of the column in the database.
   *
   * @return the name
   */
  @Override
  public String name() {
    return name;
  }

  /**
   * What {@link Table#c(String)} and constraints find the column by.
   *
   * @return the key, which is the name unless stated
   */
  public String key() {
    String key = traits.key();
    return key == null ? name : key;
  }

  /**
   * The type of the values: the one declared, or that of the column the foreign key refers to.
   *
   * @return the type
   * @throws NoReferencedTableException if the type is to come from a column whose table is not declared
   * @throws NoReferencedColumnException if the type is to come from a column that does not exist
   * @throws ArgumentException if there is neither a type nor a foreign key
   */
  public SqlType<T> type() {
    if (type != null) {
      return type;
    }
    for (ForeignKey key : table().foreignKeys()) {
      int position = key.columnNames().indexOf(key());
      if (position >= 0) {
        return copied(key.referredColumns().get(position));
      }
    }
    throw new ArgumentException(
        CoreError.NO_TYPE,
        "Column '" + this + "' has no type and no foreign key to take one from. Give it a type.");
  }

  /**
   * The node of the expression.
   *
   * @return this column
   */
  @Override
  public ColumnNode node() {
    return this;
  }

  @Override
  public SqlType<T> type(CompileScope scope) {
    return type();
  }

  @SuppressWarnings("unchecked") // a column without a type was declared for the target's values
  private SqlType<T> copied(Column<?> target) {
    if (target == this) {
      throw new ArgumentException(
          CoreError.NO_TYPE,
          "Column '" + this + "' refers to itself and has no type. Give it a type.");
    }
    return (SqlType<T>) target.type();
  }

  /**
   * The table the column belongs to.
   *
   * @return the table
   * @throws ArgumentException if the column was not given to a table
   */
  public Table table() {
    if (table == null) {
      throw new ArgumentException(
          CoreError.ALREADY_ATTACHED,
          "Column '" + name + "' belongs to no table yet. Give it to Table.of, and use that very"
              + " column, or Table.c.");
    }
    return table;
  }

  /**
   * What the column belongs to.
   *
   * @return {@link #table()}
   */
  @Override
  public Table owner() {
    return table();
  }

  /**
   * Whether the column was marked as part of the primary key, or a primary key names it.
   *
   * @return true for a key column
   */
  public boolean isPrimaryKey() {
    Table owner = table;
    return owner == null
        ? traits.flags().primaryKey()
        : owner.primaryKey().columnNames().contains(key());
  }

  /**
   * Whether the column takes NULL.
   *
   * @return false for NOT NULL and, unless stated, for key columns
   */
  public boolean isNullable() {
    Boolean stated = traits.flags().nullable();
    return stated != null ? stated : !isPrimaryKey();
  }

  /**
   * What an INSERT that does not mention the column gives it.
   *
   * @return the default, or null
   */
  public @Nullable ColumnDefault<T> defaultValue() {
    return traits.values().onInsert();
  }

  /**
   * What an UPDATE that does not mention the column gives it.
   *
   * @return the default, or null
   */
  public @Nullable ColumnDefault<T> onUpdateValue() {
    return traits.values().onUpdate();
  }

  /**
   * What the database fills the column with in an INSERT that does not mention it.
   *
   * @return a default, an identity, a computed expression, or null
   */
  public @Nullable ServerDefault serverDefault() {
    return traits.values().server();
  }

  /**
   * What the database fills the column with in an UPDATE.
   *
   * @return {@link #serverDefault()} of a computed column, or what was stated, or null
   */
  public @Nullable ServerDefault serverOnUpdate() {
    ServerDefault stated = traits.values().serverOnUpdate();
    return stated == null && serverDefault() instanceof Computed computed ? computed : stated;
  }

  @Override
  public @Nullable String comment() {
    return traits.notes().comment();
  }

  /**
   * What is said of the column that is seldom said.
   *
   * @return the options; those that were not said have their usual values
   */
  public Details details() {
    return new Details(
        traits.notes().documentation(),
        traits.notes().info(),
        traits.flags().system(),
        traits.flags().sentinel(),
        traits.options());
  }

  @Override
  public Quoting quoting() {
    return traits.notes().quoting();
  }

  /**
   * The rule for generated keys.
   *
   * @return the rule stated
   */
  public Autoincrement autoincrement() {
    return traits.autoincrement();
  }

  /**
   * Whether the database generates the values, by the rule of {@link Autoincrement}.
   *
   * @return true for at most one column of a table
   */
  public boolean isAutoincrement() {
    return table().autoincrementColumn() == this;
  }

  boolean hasForeignKey() {
    for (ForeignKey key : table().foreignKeys()) {
      if (key.columnNames().contains(key())) {
        return true;
      }
    }
    return false;
  }

  boolean holdsIntegers() {
    return type().generic() instanceof IntegerType<?>;
  }

  ColumnTraits.Flags flags() {
    return traits.flags();
  }

  List<ForeignKey> ownForeignKeys() {
    List<ForeignKey> own = new ArrayList<>();
    for (ForeignKey foreignKey : traits.foreignKeys()) {
      own.add(foreignKey.under(key()));
    }
    return own;
  }

  void attach(Table owner) {
    table = owner;
  }

  void refuseOtherThan(Table owner) {
    if (table != null) {
      throw new ArgumentException(
          CoreError.ALREADY_ATTACHED,
          "Column '" + this + "' cannot be added to table '" + owner.key()
              + "': it belongs to table '" + table.key() + "'. Declare a column for each table.");
    }
  }

  @Override
  public String toString() {
    return table == null ? name : table.key() + "." + name;
  }

  /**
   * What is seldom said of a column.
   *
   * @param documentation what the column is for, for people who read the model
   * @param info whatever the application keeps with the column
   * @param system whether the database has the column by itself, so that it is not in CREATE TABLE
   * @param sentinel whether it tells the rows of one INSERT apart
   * @param options what was said for single kinds of databases
   */
  public record Details(
      @Nullable String documentation,
      Map<String, Object> info,
      boolean system,
      boolean sentinel,
      List<DialectOption> options) {
    /** Creates the details. */
    public Details {
      info = Map.copyOf(info);
      options = List.copyOf(options);
    }
  }
}
