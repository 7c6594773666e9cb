package io.aludel.orm.mapping;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.orm.annotation.Mapping;
import io.aludel.schema.Column;
import io.aludel.schema.SchemaItem;
import io.aludel.sql.ColumnExpression;
import io.aludel.sql.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says in Java what annotations cannot, or map a class that has none. Handed to the method marked
 * {@link Mapping} and to the function of {@link Registry#map}; read once when either returns.
 *
 * @param <E> the entity class
 */
public final class EntityMapping<E> {
  private final Class<E> type;
  private final List<SchemaItem> tableItems = new ArrayList<>();
  private final Map<String, Column<?>> columns = new LinkedHashMap<>();
  private final Map<String, List<Expression<?>>> shown = new LinkedHashMap<>();
  private final Set<String> excluded = new LinkedHashSet<>();
  private final Map<String, RelationshipMapping> relationships = new LinkedHashMap<>();
  private final Map<String, AttributeMapping> attributes = new LinkedHashMap<>();
  private final Map<String, List<String>> composites = new LinkedHashMap<>();
  private final Map<String, String> synonyms = new LinkedHashMap<>();
  private final List<String> key = new ArrayList<>();
  private @Nullable String version;
  private @Nullable UnaryOperator<@Nullable Object> versions;
  private final Set<String> included = new LinkedHashSet<>();
  private boolean confirmsDeletedRows = true;
  private boolean alwaysRefreshes;
  private boolean refusesPartialKeys;
  private boolean savesRowByRow;
  private boolean orphanOfAll;

  EntityMapping(Class<E> type) {
    this.type = type;
  }

  /**
   * The class that is being mapped.
   *
   * @return the class
   */
  public Class<E> type() {
    return type;
  }

  /**
   * Adds constraints, indexes or columns without an attribute to the table. Columns are named by
   * their name in the table. Has no effect on a class that is mapped to an existing table.
   *
   * @param items parts of the table
   * @return this
   */
  public EntityMapping<E> table(SchemaItem... items) {
    for (SchemaItem item : ArgumentException.requireNonNull(items, "the parts of a table")) {
      tableItems.add(ArgumentException.requireNonNull(item, "a part of the table of " + name()));
    }
    return this;
  }

  /**
   * Keeps an attribute in a column. For a class that declares its table, a free column, which becomes
   * part of it; for an existing table, one of its columns.
   *
   * @param attribute the name of the attribute
   * @param column the column
   * @return this
   */
  public EntityMapping<E> column(String attribute, Column<?> column) {
    ArgumentException.requireText(attribute, "an attribute of " + name());
    columns.put(
        attribute, ArgumentException.requireNonNull(column, "the column of " + name(attribute)));
    return this;
  }

  /**
   * Keeps an attribute in columns of what the class is mapped to: one of an alias or a query, or several
   * that are equal wherever a row has them, such as the two that a join compares (parity row ORM-MAP-40).
   * The first is read; each is written that is of a table.
   *
   * @param attribute the name of the attribute
   * @param same columns of the join, alias or query that is named by {@link Registry#map}
   * @return this
   * @throws ArgumentException if no column is given
   */
  public EntityMapping<E> column(String attribute, ColumnExpression<?>... same) {
    ArgumentException.requireText(attribute, "an attribute of " + name());
    List<Expression<?>> all = new ArrayList<>();
    for (ColumnExpression<?> each :
        ArgumentException.requireNonNull(same, "the columns of " + name(attribute))) {
      all.add(ArgumentException.requireNonNull(each, "a column of " + name(attribute)));
    }
    if (all.isEmpty()) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot map " + name(attribute) + ": no column is given. Give one or more.");
    }
    shown.put(attribute, all);
    return this;
  }

  /**
   * Leaves attributes out of the mapping: they are neither written nor read.
   *
   * @param attributes the names of the attributes
   * @return this
   */
  public EntityMapping<E> exclude(String... attributes) {
    for (String name : ArgumentException.requireNonNull(attributes, "excluded attributes")) {
      excluded.add(ArgumentException.requireText(name, "an attribute of " + name()));
    }
    return this;
  }

  /**
   * Names the attributes that identify a row, for a table or view without a primary key.
   *
   * @param attributes the names of the attributes, in the order of the key
   * @return this
   */
  public EntityMapping<E> primaryKey(String... attributes) {
    key.clear();
    for (String name : ArgumentException.requireNonNull(attributes, "the key of " + name())) {
      key.add(ArgumentException.requireText(name, "a key attribute of " + name()));
    }
    return this;
  }

  /**
   * Says more about a relationship or, for a class that is mapped to an existing table, declares it.
   *
   * @param attribute the attribute, from the generated metamodel
   * @return words about it
   */
  public RelationshipMapping relationship(MappedAttribute<? super E> attribute) {
    return relationship(ArgumentException.requireNonNull(attribute, "a relationship of " + name())
        .name());
  }

  /**
   * Says more about a relationship or, for a class that is mapped to an existing table, declares it.
   *
   * @param attribute the name of the attribute
   * @return words about it
   */
  public RelationshipMapping relationship(String attribute) {
    ArgumentException.requireText(attribute, "a relationship of " + name());
    return relationships.computeIfAbsent(
        attribute, key -> new RelationshipMapping(name(attribute), () -> attribute(attribute)));
  }

  /**
   * Says more about an attribute.
   *
   * @param attribute the attribute, from the generated metamodel
   * @return words about it
   */
  public AttributeMapping attribute(MappedAttribute<? super E> attribute) {
    return attribute(named(attribute));
  }

  /**
   * Says more about an attribute.
   *
   * @param attribute the name of the attribute
   * @return words about it
   */
  public AttributeMapping attribute(String attribute) {
    ArgumentException.requireText(attribute, "an attribute of " + name());
    return attributes.computeIfAbsent(attribute, key -> new AttributeMapping(name(attribute)));
  }

  /**
   * Lets SQL give the value of an attribute, which has no column then and is never written (parity row
   * ORM-MAP-21). The expression may name columns and attributes of the entity, and may be a subquery that
   * is correlated with it; for an alias of the entity it is adapted.
   *
   * @param attribute the attribute, from the generated metamodel
   * @param expression the SQL
   * @return words about it
   */
  public AttributeMapping columnProperty(
      MappedAttribute<? super E> attribute, Expression<?> expression) {
    return columnProperty(named(attribute), expression);
  }

  /**
   * Lets SQL give the value of an attribute; see {@link #columnProperty(MappedAttribute, Expression)}.
   *
   * @param attribute the name of the attribute
   * @param expression the SQL
   * @return words about it
   */
  public AttributeMapping columnProperty(String attribute, Expression<?> expression) {
    return attribute(attribute)
        .computed(
            ArgumentException.requireNonNull(expression, "the SQL of " + name(attribute))
                .node(),
            false);
  }

  /**
   * Leaves the value of an attribute to statements that supply SQL for it (parity row ORM-MAP-22).
   *
   * @param attribute the name of the attribute
   * @return words about it
   */
  public AttributeMapping queryExpression(String attribute) {
    return attribute(attribute).computed(null, true);
  }

  /**
   * Leaves the value of an attribute to statements that supply SQL for it (parity row ORM-MAP-22).
   *
   * @param attribute the name of the attribute
   * @param standard the SQL where a statement supplies none
   * @return words about it
   */
  public AttributeMapping queryExpression(String attribute, Expression<?> standard) {
    return attribute(attribute)
        .computed(
            ArgumentException.requireNonNull(standard, "the default SQL of " + name(attribute))
                .node(),
            true);
  }

  /**
   * Keeps a record in several columns (parity row ORM-MAP-23).
   *
   * @param attribute the name of the attribute
   * @param parts for each component of the record the name of its column, or of another attribute that is
   *     kept in it
   * @return this
   */
  public EntityMapping<E> composite(String attribute, String... parts) {
    ArgumentException.requireText(attribute, "a composite of " + name());
    composites.put(
        attribute,
        List.of(ArgumentException.requireNonNull(parts, "the parts of " + name(attribute))));
    return this;
  }

  /**
   * Makes an attribute a second name of another one (parity row ORM-MAP-24).
   *
   * @param attribute the name of the attribute
   * @param target the name of the attribute that it stands for
   * @return this
   */
  public EntityMapping<E> synonym(String attribute, String target) {
    ArgumentException.requireText(attribute, "a synonym of " + name());
    synonyms.put(
        attribute,
        ArgumentException.requireText(target, "what " + name(attribute) + " stands for"));
    return this;
  }

  Map<String, AttributeMapping> attributes() {
    return attributes;
  }

  Map<String, List<String>> composites() {
    return composites;
  }

  Map<String, String> synonyms() {
    return synonyms;
  }

  private String named(MappedAttribute<? super E> attribute) {
    return ArgumentException.requireNonNull(attribute, "an attribute of " + name())
        .name();
  }

  Map<String, RelationshipMapping> relationships() {
    return relationships;
  }

  List<SchemaItem> tableItems() {
    return tableItems;
  }

  Map<String, List<Expression<?>>> shown() {
    return shown;
  }

  Map<String, Column<?>> columns() {
    return columns;
  }

  Set<String> excluded() {
    return excluded;
  }

  /**
   * Makes an attribute the version of the rows, counted by a function (parity row ORM-MAP-33).
   *
   * @param attribute the name of the attribute
   * @param next makes the next version from the last one, which is null for a new row
   * @param <T> the type of the versions
   * @return this
   */
  @SuppressWarnings("unchecked") // versions have the type of the attribute
  public <T> EntityMapping<E> version(String attribute, UnaryOperator<@Nullable T> next) {
    version = ArgumentException.requireText(attribute, "the version of " + name());
    ArgumentException.requireNonNull(next, "the versions of " + name(attribute));
    versions = last -> ((UnaryOperator<@Nullable Object>) (UnaryOperator<?>) next).apply(last);
    return this;
  }

  /**
   * Says nothing when a DELETE meets fewer rows than objects, as where the database deletes by itself.
   *
   * @return this
   */
  public EntityMapping<E> withoutConfirmingDeletedRows() {
    confirmsDeletedRows = false;
    return this;
  }

  @Nullable String version() {
    return version;
  }

  @Nullable UnaryOperator<@Nullable Object> versions() {
    return versions;
  }

  /**
   * Maps these attributes and no others (parity row ORM-MAP-16).
   *
   * @param attributes the names of the attributes, those of the key among them
   * @return this
   */
  public EntityMapping<E> include(String... attributes) {
    for (String name : ArgumentException.requireNonNull(attributes, "included attributes")) {
      included.add(ArgumentException.requireText(name, "an attribute of " + name()));
    }
    return this;
  }

  /**
   * Lets every statement that reads objects replace what they hold, changes included, as if it populated
   * existing objects (parity row ORM-MAP-16).
   *
   * @return this
   */
  public EntityMapping<E> alwaysRefresh() {
    alwaysRefreshes = true;
    return this;
  }

  /**
   * Takes a row for absent if any part of its key is NULL, instead of all parts (parity row ORM-MAP-16).
   *
   * @return this
   */
  public EntityMapping<E> refusePartialKeys() {
    refusesPartialKeys = true;
    return this;
  }

  /**
   * Saves one row after the other in a flush, each with its listeners before and after, instead of each step for
   * all rows (parity row ORM-MAP-16). For listeners that have to see what was written just before.
   *
   * @return this
   */
  public EntityMapping<E> saveRowByRow() {
    savesRowByRow = true;
    return this;
  }

  /**
   * Counts an object as an orphan when it has lost all parents that make orphans, instead of any of them (parity row
   * ORM-MAP-16).
   *
   * @return this
   */
  public EntityMapping<E> orphanOnlyWithoutAnyParent() {
    orphanOfAll = true;
    return this;
  }

  Set<String> included() {
    return included;
  }

  boolean alwaysRefreshes() {
    return alwaysRefreshes;
  }

  boolean refusesPartialKeys() {
    return refusesPartialKeys;
  }

  boolean savesRowByRow() {
    return savesRowByRow;
  }

  boolean isOrphanOfAll() {
    return orphanOfAll;
  }

  boolean confirmsDeletedRows() {
    return confirmsDeletedRows;
  }

  List<String> key() {
    return key;
  }

  private String name() {
    return type.getSimpleName();
  }

  private String name(String attribute) {
    return name() + "." + attribute;
  }
}
