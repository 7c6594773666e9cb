package io.aludel.dialect.sqlserver;

import io.aludel.dialect.IdentifierPreparer;
import io.aludel.reflection.Catalog;
import io.aludel.reflection.CatalogQuery;
import io.aludel.reflection.CatalogRow;
import io.aludel.reflection.Grouping;
import io.aludel.reflection.ReflectedCheck;
import io.aludel.reflection.ReflectedColumn;
import io.aludel.reflection.ReflectedForeignKey;
import io.aludel.reflection.ReflectedIndex;
import io.aludel.reflection.ReflectedKey;
import io.aludel.reflection.ReflectedSequence;
import io.aludel.reflection.Relation;
import io.aludel.reflection.Scope;
import io.aludel.schema.Computed;
import io.aludel.schema.Deferral;
import io.aludel.schema.Identity;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.SequenceOptions;
import io.aludel.schema.ServerDefault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the system views of SQL Server, those of another database where the schema names one. Names that the
 * server made up are told as none.
 */
final class SqlServerCatalog implements Catalog {
  private static final UnaryOperator<String> SAME = UnaryOperator.identity();

  /** Tables and views with their schemas. */
  private static final String OBJECTS =
      " JOIN {sys}.schemas s ON s.schema_id = o.schema_id WHERE o.type IN ('U', 'V') AND {scope} ";

  private final IdentifierPreparer identifiers;

  SqlServerCatalog(IdentifierPreparer identifiers) {
    this.identifiers = identifiers;
  }

  /** Rows of a query whose schemas are called {@code s} and whose tables {@code o}. */
  private List<CatalogRow> rows(CatalogQuery query, String sql, Scope scope) {
    List<@Nullable Object> values = new ArrayList<>();
    String place = "s.name = SCHEMA_NAME()";
    StringBuilder views = new StringBuilder();
    if (scope.schema() != null) {
      List<String> names = SchemaNames.of(scope.schema());
      names
          .subList(0, names.size() - 1)
          .forEach(name -> views.append(identifiers.quote(name)).append('.'));
      place = "s.name = ?";
      values.add(names.get(names.size() - 1));
    }
    if (scope.table() != null) {
      place += " AND o.name = ?";
      values.add(scope.table());
    }
    String complete = sql.replace("{scope}", place).replace("{sys}", views + "sys");
    return query.rows(complete, values.toArray());
  }

  @Override
  public String defaultSchema(CatalogQuery query) {
    return query.rows("SELECT SCHEMA_NAME()").get(0).name(0);
  }

  @Override
  public List<String> schemas(CatalogQuery query) {
    return query.rows("SELECT name FROM sys.schemas ORDER BY name").stream()
        .map(row -> row.name(0))
        .toList();
  }

  @Override
  public List<Relation> relations(CatalogQuery query, Scope scope) {
    String sql = "SELECT o.name, o.type, CAST(p.value AS NVARCHAR(4000)), m.definition"
        + " FROM {sys}.objects o"
        + " LEFT JOIN {sys}.extended_properties p ON p.class = 1 AND p.major_id = o.object_id"
        + " AND p.minor_id = 0 AND p.name = 'MS_Description'"
        + " LEFT JOIN {sys}.sql_modules m ON m.object_id = o.object_id"
        + OBJECTS + "ORDER BY o.name";
    return rows(query, sql, scope).stream().map(SqlServerCatalog::relation).toList();
  }

  private static Relation relation(CatalogRow row) {
    boolean view = row.name(1).strip().equals("V");
    String definition = row.text(3);
    return new Relation(
        row.name(0),
        view ? Relation.Kind.VIEW : Relation.Kind.TABLE,
        false,
        row.text(2),
        view && definition != null ? query(definition) : null,
        Map.of());
  }

  /** A view without the words that create it. */
  private static String query(String definition) {
    return definition.replaceFirst("(?is)\\A.*?\\bVIEW\\b.*?\\sAS\\s+", "").strip();
  }

  @Override
  public Map<String, List<ReflectedColumn>> columns(CatalogQuery query, Scope scope) {
    String sql = "SELECT o.name, c.name, COALESCE(b.name, t.name), c.max_length, c.precision,"
        + " c.scale, c.is_nullable, d.definition, k.definition, k.is_persisted,"
        + " CAST(i.seed_value AS BIGINT), CAST(i.increment_value AS BIGINT),"
        + " CAST(p.value AS NVARCHAR(4000))"
        + " FROM {sys}.columns c JOIN {sys}.objects o ON o.object_id = c.object_id"
        + " JOIN {sys}.types t ON t.user_type_id = c.user_type_id"
        + " LEFT JOIN {sys}.types b ON b.user_type_id = c.system_type_id"
        + " LEFT JOIN {sys}.default_constraints d ON d.object_id = c.default_object_id"
        + " LEFT JOIN {sys}.computed_columns k ON k.object_id = c.object_id"
        + " AND k.column_id = c.column_id"
        + " LEFT JOIN {sys}.identity_columns i ON i.object_id = c.object_id"
        + " AND i.column_id = c.column_id"
        + " LEFT JOIN {sys}.extended_properties p ON p.class = 1 AND p.major_id = c.object_id"
        + " AND p.minor_id = c.column_id AND p.name = 'MS_Description'"
        + OBJECTS + "ORDER BY o.name, c.column_id";
    return Grouping.byTable(rows(query, sql, scope), SAME, SqlServerCatalog::column);
  }

  private static ReflectedColumn column(CatalogRow row) {
    CatalogType type = CatalogType.of(row.name(2), row.number(3), row.number(4), row.number(5));
    ServerDefault filled = filled(row);
    boolean usual =
        filled instanceof Identity identity && identity.options().equals(SequenceOptions.NONE);
    return new ReflectedColumn(
        row.name(1),
        type.type(),
        type.spelled(),
        row.truth(6),
        usual ? null : filled,
        filled instanceof Identity,
        row.text(12));
  }

  private static @Nullable ServerDefault filled(CatalogRow row) {
    Long seed = row.number(10);
    Long step = row.number(11);
    if (seed != null && step != null) {
      SequenceOptions options = SequenceOptions.NONE;
      options = seed == 1 ? options : options.start(seed);
      options = step == 1 ? options : options.increment(step);
      return new Identity(false, false, options);
    }
    String computed = row.text(8);
    if (computed != null) {
      Computed column = Computed.as(bare(computed));
      return row.truth(9) ? column.stored() : column;
    }
    String stated = row.text(7);
    return stated == null ? null : ServerDefault.text(bare(stated));
  }

  /** SQL without the parentheses that the server puts around all of it. */
  static String bare(String sql) {
    String text = sql;
    while (text.startsWith("(") && closing(text) == text.length() - 1) {
      text = text.substring(1, text.length() - 1);
    }
    return text;
  }

  /** Where the first parenthesis is closed. */
  private static int closing(String text) {
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (quote != 0) {
        quote = letter == quote ? 0 : quote;
      } else if (letter == '\'' || letter == '"') {
        quote = letter;
      } else if (letter == '[') {
        quote = ']';
      } else if (letter == '(') {
        depth++;
      } else if (letter == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Keys of a type, a row for each column. */
  private List<CatalogRow> keys(CatalogQuery query, Scope scope, String type) {
    String sql = "SELECT o.name, k.name, c.name, k.is_system_named FROM {sys}.key_constraints k"
        + " JOIN {sys}.objects o ON o.object_id = k.parent_object_id"
        + " JOIN {sys}.index_columns x ON x.object_id = k.parent_object_id"
        + " AND x.index_id = k.unique_index_id"
        + " JOIN {sys}.columns c ON c.object_id = x.object_id AND c.column_id = x.column_id"
        + OBJECTS + "AND k.type = '" + type + "' ORDER BY o.name, k.name, x.key_ordinal";
    return rows(query, sql, scope);
  }

  private static ReflectedKey key(List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    List<String> columns = rows.stream().map(row -> row.name(2)).toList();
    return new ReflectedKey(
        first.truth(3) ? null : first.name(1), columns, Deferral.NOT_SAID, null);
  }

  @Override
  public Map<String, ReflectedKey> primaryKeys(CatalogQuery query, Scope scope) {
    return Grouping.onePerTable(keys(query, scope, "PK"), SAME, SqlServerCatalog::key);
  }

  @Override
  public Map<String, List<ReflectedKey>> uniqueConstraints(CatalogQuery query, Scope scope) {
    return Grouping.byThing(keys(query, scope, "UQ"), SAME, SqlServerCatalog::key);
  }

  @Override
  public Map<String, List<ReflectedForeignKey>> foreignKeys(CatalogQuery query, Scope scope) {
    String sql = "SELECT o.name, f.name, c.name, z.name, y.name, g.name,"
        + " f.update_referential_action_desc, f.delete_referential_action_desc, f.is_system_named"
        + " FROM {sys}.foreign_keys f JOIN {sys}.objects o ON o.object_id = f.parent_object_id"
        + " JOIN {sys}.foreign_key_columns x ON x.constraint_object_id = f.object_id"
        + " JOIN {sys}.columns c ON c.object_id = x.parent_object_id"
        + " AND c.column_id = x.parent_column_id"
        + " JOIN {sys}.columns g ON g.object_id = x.referenced_object_id"
        + " AND g.column_id = x.referenced_column_id"
        + " JOIN {sys}.objects y ON y.object_id = f.referenced_object_id"
        + " JOIN {sys}.schemas z ON z.schema_id = y.schema_id"
        + OBJECTS + "ORDER BY o.name, f.name, x.constraint_column_id";
    String usual = scope.schema() == null ? defaultSchema(query) : null;
    String database = scope.schema() == null ? "" : database(scope.schema());
    return Grouping.byThing(
        rows(query, sql, scope), SAME, rows -> foreignKey(rows, usual, database));
  }

  /** What a schema says before its last name. */
  private static String database(String schema) {
    String owner = SchemaNames.of(schema).get(SchemaNames.of(schema).size() - 1);
    boolean several = SchemaNames.of(schema).size() > 1;
    return several ? schema.substring(0, schema.lastIndexOf(owner)).replaceFirst("\\[$", "") : "";
  }

  private static ReflectedForeignKey foreignKey(
      List<CatalogRow> rows, @Nullable String usual, String database) {
    CatalogRow first = rows.get(0);
    String schema = first.name(3).equals(usual) ? null : database + first.name(3);
    return new ReflectedForeignKey(
        first.truth(8) ? null : first.name(1),
        rows.stream().map(row -> row.name(2)).toList(),
        new ReflectedForeignKey.Target(
            schema, first.name(4), rows.stream().map(row -> row.name(5)).toList()),
        new ReflectedForeignKey.Rules(action(first.name(7)), action(first.name(6)), null),
        Deferral.NOT_SAID,
        null);
  }

  private static @Nullable ReferentialAction action(String words) {
    return words.equals("NO_ACTION") ? null : ReferentialAction.of(words.replace('_', ' '));
  }

  @Override
  public Map<String, List<ReflectedCheck>> checks(CatalogQuery query, Scope scope) {
    String sql = "SELECT o.name, k.name, k.definition, k.is_system_named"
        + " FROM {sys}.check_constraints k JOIN {sys}.objects o ON o.object_id = k.parent_object_id"
        + OBJECTS + "ORDER BY o.name, k.name";
    return Grouping.byTable(
        rows(query, sql, scope),
        SAME,
        row -> new ReflectedCheck(row.truth(3) ? null : row.name(1), bare(row.name(2)), null));
  }

  @Override
  public Map<String, List<ReflectedIndex>> indexes(CatalogQuery query, Scope scope) {
    String sql = "SELECT o.name, i.name, c.name, x.is_descending_key, i.is_unique,"
        + " i.filter_definition, i.type, i.is_unique_constraint, x.is_included_column"
        + " FROM {sys}.indexes i JOIN {sys}.objects o ON o.object_id = i.object_id"
        + " JOIN {sys}.index_columns x ON x.object_id = i.object_id AND x.index_id = i.index_id"
        + " JOIN {sys}.columns c ON c.object_id = x.object_id AND c.column_id = x.column_id"
        + OBJECTS + "AND i.is_primary_key = 0 AND i.type <> 0"
        + " ORDER BY o.name, i.name, x.is_included_column, x.key_ordinal, x.index_column_id";
    return Grouping.byThing(rows(query, sql, scope), SAME, SqlServerCatalog::index);
  }

  private static ReflectedIndex index(List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    long type = first.number(6) == null ? 0 : first.number(6);
    boolean columnstore = type == 5 || type == 6;
    Map<String, String> options = new HashMap<>();
    if (type == 1 || type == 5) {
      options.put(option(SqlServerOptions.CLUSTERED), "CLUSTERED");
    }
    if (columnstore) {
      options.put(option(SqlServerOptions.COLUMNSTORE), "COLUMNSTORE");
    }
    List<ReflectedIndex.Part> parts = new ArrayList<>();
    for (CatalogRow row : rows) {
      if (row.truth(8) && !columnstore) {
        options.put(option(SqlServerOptions.INCLUDE + row.name(2)), row.name(2));
      } else {
        parts.add(new ReflectedIndex.Part(row.name(2), null, row.truth(3)));
      }
    }
    String where = first.text(5);
    return new ReflectedIndex(
        first.name(1),
        parts,
        first.truth(4),
        where == null ? null : bare(where),
        first.truth(7) ? first.name(1) : null,
        options);
  }

  private static String option(String name) {
    return SqlServerDialect.NAME + ":" + name;
  }

  @Override
  public List<ReflectedSequence> sequences(CatalogQuery query, @Nullable String schema) {
    String sql = "SELECT o.name, CAST(o.start_value AS BIGINT), CAST(o.increment AS BIGINT),"
        + " CAST(o.minimum_value AS BIGINT), CAST(o.maximum_value AS BIGINT), o.is_cycling,"
        + " o.cache_size FROM {sys}.sequences o JOIN {sys}.schemas s ON s.schema_id = o.schema_id"
        + " WHERE {scope} ORDER BY o.name";
    return rows(query, sql, new Scope(schema, null)).stream()
        .map(row -> new ReflectedSequence(row.name(0), counting(row)))
        .toList();
  }

  /** What differs from how a sequence counts that was told nothing. */
  private static SequenceOptions counting(CatalogRow row) {
    SequenceOptions options = SequenceOptions.NONE;
    Long start = row.number(1);
    options = start == null || start == 1 ? options : options.start(start);
    Long step = row.number(2);
    options = step == null || step == 1 ? options : options.increment(step);
    Long least = row.number(3);
    options = least == null || least <= Integer.MIN_VALUE ? options : options.minimum(least);
    Long most = row.number(4);
    options = most == null || most >= Integer.MAX_VALUE ? options : options.maximum(most);
    Long cache = row.number(6);
    options = cache == null || cache == 0 ? options : options.cache(cache);
    return row.truth(5) ? options.cycling() : options;
  }
}
