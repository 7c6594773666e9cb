package io.aludel.dialect.mysql;

import io.aludel.reflection.Catalog;
import io.aludel.reflection.CatalogQuery;
import io.aludel.reflection.CatalogRow;
import io.aludel.reflection.DatabaseType;
import io.aludel.reflection.Grouping;
import io.aludel.reflection.ReflectedCheck;
import io.aludel.reflection.ReflectedColumn;
import io.aludel.reflection.ReflectedEnum;
import io.aludel.reflection.ReflectedForeignKey;
import io.aludel.reflection.ReflectedIndex;
import io.aludel.reflection.ReflectedKey;
import io.aludel.reflection.ReflectedSequence;
import io.aludel.reflection.Relation;
import io.aludel.reflection.Scope;
import io.aludel.reflection.TypeText;
import io.aludel.schema.Computed;
import io.aludel.schema.Deferral;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.SequenceOptions;
import io.aludel.schema.ServerDefault;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the information schema of MySQL and MariaDB, where a schema is a database. */
final class MysqlCatalog implements Catalog {
  private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");

  private static final UnaryOperator<String> SAME = UnaryOperator.identity();

  private final boolean mariadb;

  MysqlCatalog(boolean mariadb) {
    this.mariadb = mariadb;
  }

  /** Rows of a query whose tables are qualified by {@code t}. */
  private static List<CatalogRow> rows(CatalogQuery query, String sql, Scope scope) {
    List<@Nullable Object> values = new ArrayList<>();
    String place = "t.table_schema = DATABASE()";
    if (scope.schema() != null) {
      place = "t.table_schema = ?";
      values.add(scope.schema());
    }
    if (scope.table() != null) {
      place += " AND t.table_name = ?";
      values.add(scope.table());
    }
    return query.rows(sql.replace("{scope}", place), values.toArray());
  }

  @Override
  public String defaultSchema(CatalogQuery query) {
    return query.rows("SELECT DATABASE()").get(0).name(0);
  }

  @Override
  public List<String> schemas(CatalogQuery query) {
    return query
        .rows("SELECT schema_name FROM information_schema.schemata ORDER BY schema_name")
        .stream()
        .map(row -> row.name(0))
        .toList();
  }

  @Override
  public List<Relation> relations(CatalogQuery query, Scope scope) {
    String sql = "SELECT t.table_name, t.table_type, t.table_comment, v.view_definition, t.engine,"
        + " t.table_collation"
        + " FROM information_schema.tables t LEFT JOIN information_schema.views v"
        + " ON v.table_schema = t.table_schema AND v.table_name = t.table_name"
        + " WHERE t.table_type IN ('BASE TABLE', 'VIEW', 'SYSTEM VIEW', 'TEMPORARY',"
        + " 'SYSTEM VERSIONED') AND {scope} ORDER BY t.table_name";
    return rows(query, sql, scope).stream().map(MysqlCatalog::relation).toList();
  }

  private static Relation relation(CatalogRow row) {
    boolean view = row.name(1).contains("VIEW");
    Map<String, String> options = new HashMap<>();
    if (!view && row.text(4) != null) {
      options.put("mysql:" + MysqlOptions.TABLE + "ENGINE", row.name(4));
    }
    if (!view && row.text(5) != null) {
      options.put("mysql:" + MysqlOptions.TABLE + "COLLATE", row.name(5));
    }
    String comment = view || row.name(2).isEmpty() ? null : row.text(2);
    return new Relation(
        row.name(0),
        view ? Relation.Kind.VIEW : Relation.Kind.TABLE,
        row.name(1).equals("TEMPORARY"),
        comment,
        view ? row.name(3) : null,
        options);
  }

  @Override
  public Map<String, List<ReflectedColumn>> columns(CatalogQuery query, Scope scope) {
    String sql = "SELECT t.table_name, t.column_name, t.column_type, t.is_nullable,"
        + " t.column_default, t.extra, t.generation_expression, t.column_comment"
        + " FROM information_schema.columns t WHERE {scope}"
        + " ORDER BY t.table_name, t.ordinal_position";
    return Grouping.byTable(rows(query, sql, scope), SAME, this::column);
  }

  private ReflectedColumn column(CatalogRow row) {
    String spelled = row.name(2);
    return new ReflectedColumn(
        row.name(1),
        type(spelled),
        spelled,
        row.truth(3),
        filled(row),
        row.name(5).contains("auto_increment"),
        row.name(7).isEmpty() ? null : row.text(7));
  }

  private @Nullable ServerDefault filled(CatalogRow row) {
    String extra = row.name(5).toUpperCase(java.util.Locale.ROOT);
    String expression = row.text(6);
    if (expression != null && !expression.isEmpty()) {
      Computed computed = Computed.as(expression);
      boolean stored = extra.contains("STORED") || extra.contains("PERSISTENT");
      return stored ? computed.stored() : computed.virtual();
    }
    String stated = row.text(4);
    if (stated == null || (mariadb && stated.equals("NULL"))) {
      return null;
    }
    boolean spelled = mariadb || extra.contains("DEFAULT_GENERATED");
    String text = spelled ? stated : "'" + stated.replace("'", "''") + "'";
    int update = extra.indexOf("ON UPDATE");
    return ServerDefault.text(update < 0 ? text : text + " " + row.name(5).substring(update));
  }

  private static SqlType<?> type(String spelled) {
    if (spelled.equals("tinyint(1)")) {
      return SqlTypes.BOOLEAN;
    }
    if (spelled.startsWith("enum(")) {
      return new ReflectedEnum("", literals(spelled)).type();
    }
    SqlType<?> known =
        spelled.equals("json") ? SqlTypes.JSON : TypeText.parse(spelled).standard();
    return known == null ? new DatabaseType(spelled) : known;
  }

  private static List<String> literals(String list) {
    List<String> values = new ArrayList<>();
    Matcher literal = LITERAL.matcher(list);
    while (literal.find()) {
      values.add(literal.group(1).replace("''", "'"));
    }
    return values;
  }

  /** Keys of a type, a row for each column. */
  private static List<CatalogRow> keys(CatalogQuery query, Scope scope, String type) {
    String sql = "SELECT t.table_name, t.constraint_name, k.column_name,"
        + " k.referenced_table_schema, k.referenced_table_name, k.referenced_column_name,"
        + " r.update_rule, r.delete_rule"
        + " FROM information_schema.table_constraints t"
        + " JOIN information_schema.key_column_usage k"
        + " ON k.constraint_schema = t.constraint_schema AND k.table_name = t.table_name"
        + " AND k.constraint_name = t.constraint_name"
        + " LEFT JOIN information_schema.referential_constraints r"
        + " ON r.constraint_schema = t.constraint_schema AND r.table_name = t.table_name"
        + " AND r.constraint_name = t.constraint_name"
        + " WHERE t.constraint_type = '" + type + "' AND {scope}"
        + " ORDER BY t.table_name, t.constraint_name, k.ordinal_position";
    return rows(query, sql, scope);
  }

  private static ReflectedKey key(List<CatalogRow> rows) {
    String name = rows.get(0).name(1);
    return new ReflectedKey(
        name.equals("PRIMARY") ? null : name,
        rows.stream().map(row -> row.name(2)).toList(),
        Deferral.NOT_SAID,
        null);
  }

  @Override
  public Map<String, ReflectedKey> primaryKeys(CatalogQuery query, Scope scope) {
    return Grouping.onePerTable(keys(query, scope, "PRIMARY KEY"), SAME, MysqlCatalog::key);
  }

  /** Nothing tells a unique index from a unique constraint: they are told as indexes. */
  @Override
  public Map<String, List<ReflectedKey>> uniqueConstraints(CatalogQuery query, Scope scope) {
    return Grouping.byThing(keys(query, scope, "UNIQUE"), SAME, MysqlCatalog::key);
  }

  @Override
  public Map<String, List<ReflectedForeignKey>> foreignKeys(CatalogQuery query, Scope scope) {
    String usual = scope.schema() == null ? defaultSchema(query) : null;
    return Grouping.byThing(
        keys(query, scope, "FOREIGN KEY"), SAME, rows -> foreignKey(rows, usual));
  }

  private static ReflectedForeignKey foreignKey(List<CatalogRow> rows, @Nullable String usual) {
    CatalogRow first = rows.get(0);
    String schema = first.name(3).equals(usual) ? null : first.name(3);
    return new ReflectedForeignKey(
        first.name(1),
        rows.stream().map(row -> row.name(2)).toList(),
        new ReflectedForeignKey.Target(
            schema, first.name(4), rows.stream().map(row -> row.name(5)).toList()),
        new ReflectedForeignKey.Rules(action(first.name(7)), action(first.name(6)), null),
        Deferral.NOT_SAID,
        null);
  }

  /** RESTRICT and NO ACTION are the same to InnoDB. */
  private static @Nullable ReferentialAction action(String words) {
    boolean usual = words.equals("NO ACTION") || words.equals("RESTRICT");
    return usual ? null : ReferentialAction.of(words);
  }

  @Override
  public Map<String, List<ReflectedCheck>> checks(CatalogQuery query, Scope scope) {
    String joined = mariadb
        ? "SELECT t.table_name, t.constraint_name, t.check_clause"
            + " FROM (SELECT c.*, c.constraint_schema AS table_schema"
            + " FROM information_schema.check_constraints c) t WHERE {scope}"
        : "SELECT t.table_name, t.constraint_name, c.check_clause"
            + " FROM information_schema.table_constraints t"
            + " JOIN information_schema.check_constraints c"
            + " ON c.constraint_schema = t.constraint_schema"
            + " AND c.constraint_name = t.constraint_name WHERE {scope}";
    return Grouping.byTable(
        rows(query, joined + " ORDER BY t.table_name, t.constraint_name", scope),
        SAME,
        row -> new ReflectedCheck(row.name(1), row.name(2), null));
  }

  @Override
  public Map<String, List<ReflectedIndex>> indexes(CatalogQuery query, Scope scope) {
    String sql = "SELECT t.table_name, t.index_name, t.column_name, t.non_unique, t.sub_part,"
        + " t.collation, t.index_type, k.constraint_name, "
        + (mariadb ? "NULL" : "t.expression")
        + ", f.constraint_name FROM information_schema.statistics t"
        + " LEFT JOIN information_schema.table_constraints k"
        + " ON k.table_schema = t.table_schema AND k.table_name = t.table_name"
        + " AND k.constraint_name = t.index_name AND k.constraint_type = 'UNIQUE'"
        + " LEFT JOIN information_schema.table_constraints f"
        + " ON f.table_schema = t.table_schema AND f.table_name = t.table_name"
        + " AND f.constraint_name = t.index_name AND f.constraint_type = 'FOREIGN KEY'"
        + " WHERE t.index_name <> 'PRIMARY' AND {scope}"
        + " ORDER BY t.table_name, t.index_name, t.seq_in_index";
    return Grouping.byThing(rows(query, sql, scope), SAME, MysqlCatalog::index);
  }

  private static ReflectedIndex index(List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    Map<String, String> options = new HashMap<>();
    List<ReflectedIndex.Part> parts = new ArrayList<>();
    for (CatalogRow row : rows) {
      parts.add(new ReflectedIndex.Part(row.text(2), row.text(8), row.name(5).equals("D")));
      if (row.text(4) != null) {
        options.put("mysql:" + MysqlOptions.LENGTH + ":" + row.name(2), row.name(4));
      }
    }
    String kind = first.name(6);
    if (kind.equals("FULLTEXT") || kind.equals("SPATIAL")) {
      options.put("mysql:" + MysqlOptions.PREFIX, kind);
    }
    String constraint = first.text(7) == null ? first.text(9) : first.text(7);
    return new ReflectedIndex(first.name(1), parts, !first.truth(3), null, constraint, options);
  }

  @Override
  public List<ReflectedSequence> sequences(CatalogQuery query, @Nullable String schema) {
    if (!mariadb) {
      return List.of();
    }
    String sql = "SELECT t.table_name FROM information_schema.tables t"
        + " WHERE t.table_type = 'SEQUENCE' AND {scope} ORDER BY t.table_name";
    return rows(query, sql, new Scope(schema, null)).stream()
        .map(row -> new ReflectedSequence(row.name(0), SequenceOptions.NONE))
        .toList();
  }
}
