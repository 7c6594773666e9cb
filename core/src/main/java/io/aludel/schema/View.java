package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.sql.Query;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.Node;
import io.aludel.types.SqlType;
import java.util.ArrayList;
import java.util.List;

/**
 * A query that the database keeps under a name (parity row ORM-DDL-19). Its {@link #table()} belongs to a
 * metadata, which creates and drops the view with its tables. Immutable.
 */
public final class View {
  private final Table table;
  private final Query<?> query;
  private final boolean materialized;

  private View(Table table, Query<?> query, boolean materialized) {
    this.table = table;
    this.query = query;
    this.materialized = materialized;
  }

  /**
   * Declares a view and adds its table to {@code metadata}. Emits no SQL.
   *
   * @param name the name of the view
   * @param metadata what the view belongs to
   * @param query the query; columns that are no columns of tables need labels
   * @param options options of the table, such as its schema
   * @return the view
   * @throws DuplicateNameException if the metadata has a table of that name and schema
   * @throws ArgumentException if a column of the query has no name
   */
  public static View of(String name, MetaData metadata, Query<?> query, TableOption... options) {
    return declared(name, metadata, query, options, false);
  }

  /**
   * Declares a view whose rows the database keeps: {@code CREATE MATERIALIZED VIEW}.
   *
   * @param name the name of the view
   * @param metadata what the view belongs to
   * @param query the query; columns that are no columns of tables need labels
   * @param options options of the table, such as its schema
   * @return the view
   * @throws DuplicateNameException if the metadata has a table of that name and schema
   * @throws ArgumentException if a column of the query has no name
   */
  public static View materialized(
      String name, MetaData metadata, Query<?> query, TableOption... options) {
    return declared(name, metadata, query, options, true);
  }

  private static View declared(
      String name, MetaData metadata, Query<?> query, TableOption[] options, boolean materialized) {
    Table table = tableOf(name, metadata, query, options);
    View view = new View(table, query, materialized);
    table.createBy(new DdlElement.CreateView(view));
    table.dropBy(new DdlElement.DropView(view));
    return view;
  }

  /**
   * A table with the columns of a query, for CREATE TABLE AS.
   *
   * @param name the name of the table
   * @param metadata what the table belongs to
   * @param query the query; columns that are no columns of tables need labels
   * @param options options of the table, such as its schema
   * @return the table, which {@link MetaData#createAll} makes by CREATE TABLE AS
   * @throws DuplicateNameException if the metadata has a table of that name and schema
   * @throws ArgumentException if a column of the query has no name
   */
  public static Table tableAs(
      String name, MetaData metadata, Query<?> query, TableOption... options) {
    Table table = tableOf(name, metadata, query, options);
    table.createBy(new DdlElement.CreateTableAs(table, query));
    return table;
  }

  private static Table tableOf(
      String name, MetaData metadata, Query<?> query, TableOption[] options) {
    ArgumentException.requireNonNull(query, "the query of '" + name + "'");
    List<SchemaItem> items = new ArrayList<>(List.of(options));
    for (Node item : query.statementNode().items()) {
      items.add(Schema.column(nameOf(item, name), typeOf(item)));
    }
    return Table.of(name, metadata, items.toArray(SchemaItem[]::new));
  }

  private static SqlType<?> typeOf(Node item) {
    return item.type(CompileScope.UNRESOLVED);
  }

  private static String nameOf(Node item, String view) {
    if (item instanceof LabelNode label) {
      return label.name();
    }
    if (item instanceof ColumnNode column) {
      return column.name();
    }
    throw new ArgumentException(
        io.aludel.CoreError.ARGUMENT,
        "'" + view + "' cannot be made of its query: column " + item
            + " has no name. Give it one with as(…).");
  }

  /**
   * The view as statements see it.
   *
   * @return a table of the metadata
   */
  public Table table() {
    return table;
  }

  /**
   * The query behind the view.
   *
   * @return the query
   */
  public Query<?> query() {
    return query;
  }

  /**
   * Whether the database keeps the rows.
   *
   * @return true for a materialized view
   */
  public boolean isMaterialized() {
    return materialized;
  }

  @Override
  public String toString() {
    return "view " + table.key();
  }
}
