package io.aludel.dialect.oracle;

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
import io.aludel.schema.Deferral;
import io.aludel.schema.Identity;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ALL_ views of Oracle. Names in upper case, which is how Oracle keeps names without quotes, are
 * those in lower case of the model. Columns of the type LONG, which must be read last, stand last.
 */
final class OracleCatalog implements Catalog {
  private static final String OWN = "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')";

  private final IdentifierPreparer identifiers;

  OracleCatalog(IdentifierPreparer identifiers) {
    this.identifiers = identifiers;
  }

  private String model(String kept) {
    return identifiers.unfolded(kept);
  }

  /** Rows of a query whose owners and tables are qualified by {@code t}. */
  private List<CatalogRow> rows(CatalogQuery query, String sql, Scope scope) {
    List<@Nullable Object> values = new ArrayList<>();
    String place = "t.owner = " + OWN;
    if (scope.schema() != null) {
      place = "t.owner = ?";
      values.add(identifiers.folded(scope.schema()));
    }
    if (scope.table() != null) {
      place += " AND t.table_name = ?";
      values.add(identifiers.folded(scope.table()));
    }
    return query.rows(sql.replace("{scope}", place), values.toArray());
  }

  @Override
  public String defaultSchema(CatalogQuery query) {
    return model(query.rows("SELECT " + OWN + " FROM DUAL").get(0).name(0));
  }

  @Override
  public List<String> schemas(CatalogQuery query) {
    return query.rows("SELECT username FROM all_users ORDER BY username").stream()
        .map(row -> model(row.name(0)))
        .toList();
  }

  @Override
  public List<Relation> relations(CatalogQuery query, Scope scope) {
    String sql = "SELECT t.table_name, t.kind, t.temporary, COALESCE(c.comments, m.comments),"
        + " t.text, t.tablespace_name, t.compress_for FROM (SELECT a.owner, a.table_name,"
        + " 'TABLE' AS kind, a.temporary, NULL AS text, a.tablespace_name,"
        + " CASE a.compression WHEN 'ENABLED' THEN a.compress_for END AS compress_for"
        + " FROM all_tables a WHERE a.nested = 'NO' AND NOT EXISTS (SELECT 1 FROM all_mviews v"
        + " WHERE v.owner = a.owner AND v.mview_name = a.table_name)"
        + " UNION ALL SELECT owner, view_name, 'VIEW', 'N', text_vc, NULL, NULL FROM all_views"
        + " UNION ALL SELECT owner, mview_name, 'MATERIALIZED_VIEW', 'N', NULL, NULL, NULL"
        + " FROM all_mviews) t LEFT JOIN all_tab_comments c"
        + " ON c.owner = t.owner AND c.table_name = t.table_name"
        + " LEFT JOIN all_mview_comments m"
        + " ON m.owner = t.owner AND m.mview_name = t.table_name"
        + " WHERE t.table_name NOT LIKE 'BIN$%' AND {scope} ORDER BY t.table_name";
    return rows(query, sql, scope).stream().map(this::relation).toList();
  }

  private Relation relation(CatalogRow row) {
    Map<String, String> options = new HashMap<>();
    if (row.text(5) != null) {
      options.put("oracle:" + OracleOptions.TABLESPACE, model(row.name(5)));
    }
    if (row.text(6) != null) {
      options.put("oracle:" + OracleOptions.COMPRESS, row.name(6));
    }
    return new Relation(
        model(row.name(0)),
        Relation.Kind.valueOf(row.name(1)),
        row.name(2).equals("Y"),
        row.text(3),
        row.text(4),
        options);
  }

  @Override
  public Map<String, List<ReflectedColumn>> columns(CatalogQuery query, Scope scope) {
    String sql = "SELECT t.table_name, t.column_name, t.data_type, t.char_length, t.data_length,"
        + " t.data_precision, t.data_scale, t.nullable, c.comments, t.virtual_column,"
        + " i.generation_type, i.identity_options, t.default_on_null, t.data_default"
        + " FROM all_tab_cols t LEFT JOIN all_col_comments c ON c.owner = t.owner"
        + " AND c.table_name = t.table_name AND c.column_name = t.column_name"
        + " LEFT JOIN all_tab_identity_cols i ON i.owner = t.owner"
        + " AND i.table_name = t.table_name AND i.column_name = t.column_name"
        + " WHERE t.hidden_column = 'NO' AND {scope} ORDER BY t.table_name, t.column_id";
    return Grouping.byTable(rows(query, sql, scope), this::model, this::column);
  }

  private ReflectedColumn column(CatalogRow row) {
    ReflectedType found = ReflectedType.of(row);
    var filled = found.filled(row);
    boolean usual = filled instanceof Identity identity && identity.equals(Identity.byDefault());
    return new ReflectedColumn(
        model(row.name(1)),
        found.type(),
        found.spelled(),
        row.name(7).equals("Y"),
        usual ? null : filled,
        filled instanceof Identity,
        row.text(8));
  }

  /** Keys of a type, a row for each column. */
  private List<CatalogRow> keys(CatalogQuery query, Scope scope, String type) {
    String sql = "SELECT t.table_name, t.constraint_name, k.column_name, t.generated,"
        + " t.deferrable, t.deferred, t.delete_rule, u.owner, u.table_name, u.column_name"
        + " FROM all_constraints t JOIN all_cons_columns k"
        + " ON k.owner = t.owner AND k.constraint_name = t.constraint_name"
        + " LEFT JOIN all_cons_columns u ON u.owner = t.r_owner"
        + " AND u.constraint_name = t.r_constraint_name AND u.position = k.position"
        + " WHERE t.constraint_type = '" + type + "' AND t.table_name NOT LIKE 'BIN$%'"
        + " AND {scope} ORDER BY t.table_name, t.constraint_name, k.position";
    return rows(query, sql, scope);
  }

  private @Nullable String given(CatalogRow row) {
    return row.name(3).startsWith("GENERATED") ? null : model(row.name(1));
  }

  private static Deferral deferral(CatalogRow row) {
    if (!row.name(4).equals("DEFERRABLE")) {
      return Deferral.NOT_SAID;
    }
    return row.name(5).equals("DEFERRED") ? Deferral.INITIALLY_DEFERRED : Deferral.DEFERRABLE;
  }

  private List<String> columns(List<CatalogRow> rows, int place) {
    return rows.stream().map(row -> model(row.name(place))).toList();
  }

  private ReflectedKey key(List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    return new ReflectedKey(given(first), columns(rows, 2), deferral(first), null);
  }

  @Override
  public Map<String, ReflectedKey> primaryKeys(CatalogQuery query, Scope scope) {
    return Grouping.onePerTable(keys(query, scope, "P"), this::model, this::key);
  }

  @Override
  public Map<String, List<ReflectedKey>> uniqueConstraints(CatalogQuery query, Scope scope) {
    return Grouping.byThing(keys(query, scope, "U"), this::model, this::key);
  }

  @Override
  public Map<String, List<ReflectedForeignKey>> foreignKeys(CatalogQuery query, Scope scope) {
    String usual = scope.schema() == null ? defaultSchema(query) : null;
    return Grouping.byThing(keys(query, scope, "R"), this::model, rows -> foreignKey(rows, usual));
  }

  private ReflectedForeignKey foreignKey(List<CatalogRow> rows, @Nullable String usual) {
    CatalogRow first = rows.get(0);
    String schema = model(first.name(7));
    String action = first.name(6);
    boolean none = action.isEmpty() || action.equals("NO ACTION");
    return new ReflectedForeignKey(
        given(first),
        columns(rows, 2),
        new ReflectedForeignKey.Target(
            schema.equals(usual) ? null : schema, model(first.name(8)), columns(rows, 9)),
        new ReflectedForeignKey.Rules(none ? null : ReferentialAction.of(action), null, null),
        deferral(first),
        null);
  }

  /** NOT NULL is a check there. */
  @Override
  public Map<String, List<ReflectedCheck>> checks(CatalogQuery query, Scope scope) {
    String sql = "SELECT t.table_name, t.constraint_name, t.search_condition_vc, t.generated"
        + " FROM all_constraints t WHERE t.constraint_type = 'C'"
        + " AND NOT REGEXP_LIKE(t.search_condition_vc, '^\"[^\"]+\" IS NOT NULL$')"
        + " AND t.table_name NOT LIKE 'BIN$%' AND {scope}"
        + " ORDER BY t.table_name, t.constraint_name";
    return Grouping.byTable(
        rows(query, sql, scope),
        this::model,
        row -> new ReflectedCheck(given(row), row.name(2), null));
  }

  @Override
  public Map<String, List<ReflectedIndex>> indexes(CatalogQuery query, Scope scope) {
    String sql = "SELECT t.table_name, t.index_name, c.column_name, c.descend, t.uniqueness,"
        + " t.index_type, t.prefix_length, k.constraint_name, e.column_expression"
        + " FROM (SELECT i.table_owner AS owner, i.table_name, i.owner AS index_owner,"
        + " i.index_name, i.uniqueness, i.index_type, i.prefix_length FROM all_indexes i) t"
        + " JOIN all_ind_columns c"
        + " ON c.index_owner = t.index_owner AND c.index_name = t.index_name"
        + " LEFT JOIN all_constraints k ON k.owner = t.owner AND k.table_name = t.table_name"
        + " AND k.index_name = t.index_name AND k.constraint_type IN ('P', 'U')"
        + " LEFT JOIN all_ind_expressions e ON e.index_owner = c.index_owner"
        + " AND e.index_name = c.index_name AND e.column_position = c.column_position"
        + " WHERE (k.constraint_type IS NULL OR k.constraint_type = 'U')"
        + " AND t.table_name NOT LIKE 'BIN$%' AND {scope}"
        + " ORDER BY t.table_name, t.index_name, c.column_position";
    return Grouping.byThing(rows(query, sql, scope), this::model, this::index);
  }

  private ReflectedIndex index(List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    List<ReflectedIndex.Part> parts = rows.stream().map(this::part).toList();
    Map<String, String> options = new HashMap<>();
    if (first.name(5).contains("BITMAP")) {
      options.put("oracle:" + OracleOptions.BITMAP, "BITMAP");
    }
    Long shared = first.number(6);
    if (shared != null && shared > 0) {
      options.put("oracle:" + OracleOptions.COMPRESS, shared.toString());
    }
    return new ReflectedIndex(
        model(first.name(1)),
        parts,
        first.name(4).equals("UNIQUE"),
        null,
        first.text(7) == null ? null : model(first.name(7)),
        options);
  }

  /** A column in descending order is an expression there, of its name in quotes. */
  private ReflectedIndex.Part part(CatalogRow row) {
    boolean descending = row.name(3).equals("DESC");
    String expression = row.text(8);
    if (expression == null) {
      return new ReflectedIndex.Part(model(row.name(2)), null, descending);
    }
    boolean column = expression.matches("\"[^\"]+\"");
    String name = expression.replace("\"", "");
    return column
        ? new ReflectedIndex.Part(model(name), null, descending)
        : new ReflectedIndex.Part(null, expression, descending);
  }

  @Override
  public List<ReflectedSequence> sequences(CatalogQuery query, @Nullable String schema) {
    String sql = "SELECT sequence_name, increment_by, min_value, max_value, cycle_flag, cache_size"
        + " FROM all_sequences WHERE sequence_owner = " + (schema == null ? OWN : "?")
        + " AND sequence_name NOT LIKE 'ISEQ$$%' ORDER BY sequence_name";
    List<CatalogRow> rows =
        schema == null ? query.rows(sql) : query.rows(sql, identifiers.folded(schema));
    List<ReflectedSequence> found = new ArrayList<>();
    for (CatalogRow row : rows) {
      Counting counting = new Counting();
      counting.increment(row.name(1)).minimum(row.name(2)).maximum(row.name(3));
      SequenceOptions options = counting.cycle(row.name(4)).cache(row.name(5)).options();
      found.add(new ReflectedSequence(model(row.name(0)), options));
    }
    return found;
  }
}
