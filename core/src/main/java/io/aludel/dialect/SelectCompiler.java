package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.dialect.internal.SelectItems;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.RawNode;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.sql.tree.construct.RowNode;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.CompoundNode;
import io.aludel.sql.tree.statement.LockNode;
import io.aludel.sql.tree.statement.Paging;
import io.aludel.sql.tree.statement.Paging.Measure;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.sql.tree.statement.TextNode;
import io.aludel.sql.tree.statement.ValuesNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import io.aludel.types.Wrapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spells queries. A dialect overrides what its database says otherwise. One serves one compilation.
 */
public class SelectCompiler {
  private final Compilation compilation;

  /**
   * Creates a compiler of standard SQL.
   *
   * @param compilation the compilation it serves
   */
  protected SelectCompiler(Compilation compilation) {
    this.compilation = compilation;
  }

  /**
   * What is compiled.
   *
   * @return the compilation
   */
  protected final Compilation compilation() {
    return compilation;
  }

  private SqlWriter out() {
    return compilation.out();
  }

  /**
   * Writes a query that is a statement of its own.
   *
   * @param query the query
   */
  final void top(QueryNode query) {
    query(query, Place.TOP);
  }

  /**
   * Writes a query that stands in an expression, without parentheses.
   *
   * @param query the query
   */
  public final void nested(QueryNode query) {
    compilation.ctes().level(List.of(), () -> query(query, Place.NESTED));
  }

  /**
   * Writes a query that stands in FROM, without parentheses. Every column gets a name.
   *
   * @param query the query
   */
  public final void derived(QueryNode query) {
    compilation.ctes().level(List.of(), () -> query(query, Place.DERIVED));
  }

  /** Writes a query that stands in FROM and may refer to what stands before it there. */
  final void lateral(QueryNode query) {
    compilation.ctes().level(List.of(), () -> query(query, Place.LATERAL));
  }

  private void query(QueryNode query, Place place) {
    if (query instanceof SelectNode select) {
      compilation.within(select, () -> {
        select(select, place);
        return select;
      });
    } else if (query instanceof CompoundNode compound) {
      compound(compound, place);
    } else if (query instanceof ValuesNode values) {
      values(values);
    } else if (query instanceof TextNode text) {
      text(text);
    } else {
      throw new CompileException(
          CoreError.WRONG_ROLE,
          compilation.dialect().name(),
          "Cannot compile a query of " + query.getClass().getName()
              + ": only selects and compounds of them are known. Make it with select(…).");
    }
  }

  private void select(SelectNode node, Place place) {
    node.additions().ctes().forEach(compilation.ctes()::define);
    List<Node> columns = SelectItems.expanded(compilation, node.items());
    FromResolver.Frame outer = compilation.frame();
    FromResolver resolver = new FromResolver(compilation);
    List<FromNode> froms = resolver.of(node, place == Place.DERIVED);
    compilation.frame(FromResolver.Frame.of(froms, outer, labels(columns)));
    out().append("SELECT ");
    if (hintsStandFirst()) {
      compilation.leadingHints(node.additions());
    }
    compilation.remarks(node.additions(), Additions.Place.PREFIX);
    distinct(node);
    beforeColumns(node);
    compilation.clauses(node.additions(), Additions.Point.BEFORE_COLUMNS);
    columns(columns, place);
    if (froms.isEmpty()) {
      out().append(withoutSources());
    } else {
      out().append(" FROM ");
      compilation.froms().list(froms, source -> behindSource(node, source));
    }
    List<Node> where = all(node.where(), resolver.criteria());
    conditions(" WHERE ", where);
    compilation.lint("SELECT", froms, where);
    if (!node.groupBy().isEmpty()) {
      out().append(" GROUP BY ");
      groups(grouped(node.groupBy(), columns, froms));
    }
    conditions(" HAVING ", node.having());
    compilation.clauses(node.additions(), Additions.Point.AFTER_CONDITIONS);
    paging(node, node.paging(), place != Place.TOP);
    LockNode lock = node.lock();
    if (lock != null && compilation.dialect().supports(Capability.ROW_LOCKS)) {
      lock(lock);
    }
    compilation.remarks(node.additions(), Additions.Place.SUFFIX);
    compilation.frame(outer);
  }

  /**
   * Whether hints for tables stand behind SELECT, in a comment, rather than behind the tables.
   *
   * @return false unless overridden
   */
  protected boolean hintsStandFirst() {
    return false;
  }

  /**
   * Writes what stands between DISTINCT and the columns.
   *
   * @param node the query
   */
  protected void beforeColumns(SelectNode node) {}

  /**
   * Writes what stands behind something rows come from.
   *
   * @param node the query
   * @param source a table, an alias or a common table expression of its FROM
   */
  protected void behindSource(SelectNode node, FromNode source) {
    if (!hintsStandFirst()) {
      compilation.hint(node.additions(), source);
    }
  }

  /**
   * What stands in place of FROM when a query has none.
   *
   * @return words with a space before them, or nothing
   */
  protected String withoutSources() {
    return "";
  }

  private static List<Node> all(List<Node> conditions, List<Node> criteria) {
    if (criteria.isEmpty()) {
      return conditions;
    }
    List<Node> all = new ArrayList<>(conditions);
    all.addAll(criteria);
    return all;
  }

  private void distinct(SelectNode node) {
    if (node.distinctOn().isEmpty()) {
      out().append(node.distinct() ? "DISTINCT " : "");
      return;
    }
    compilation.require(
        Capability.DISTINCT_ON, "DISTINCT ON", "Number the rows with a window function instead.");
    out().append("DISTINCT ON (");
    keys(node.distinctOn(), false);
    out().append(") ");
  }

  /**
   * Whether an expression with values that is selected and grouped by must be written once and then
   * named by its place, because the database does not see that two placeholders have the same value.
   *
   * @return false unless overridden
   */
  protected boolean groupsByPlace() {
    return false;
  }

  /**
   * What rows are grouped by, as the database understands it.
   *
   * @param groups what was asked for
   * @param columns what is selected
   * @param sources what stands in FROM
   * @return the expressions that are written
   */
  protected List<Node> grouped(List<Node> groups, List<Node> columns, List<FromNode> sources) {
    return groupsByPlace() ? placed(groups, columns) : groups;
  }

  /** The groups, those with values that are the very objects selected as the numbers of their columns. */
  private List<Node> placed(List<Node> groups, List<Node> columns) {
    List<Node> placed = new ArrayList<>(groups.size());
    for (Node group : groups) {
      Node wanted = bare(group);
      int place = -1;
      for (int i = 0; i < columns.size() && place < 0; i++) {
        place = bare(columns.get(i)) == wanted ? i : -1;
      }
      KeyBuilder values = new KeyBuilder();
      if (place >= 0) {
        wanted.key(values);
      }
      placed.add(values.slotCount() > 0 ? number(place + 1) : group);
    }
    return placed;
  }

  private static Node number(int place) {
    return new RawNode(String.valueOf(place), SqlTypes.INTEGER);
  }

  private Node bare(Node node) {
    Node resolved = compilation.resolved(node);
    return resolved instanceof LabelNode label ? compilation.resolved(label.operand()) : resolved;
  }

  /**
   * Writes what rows are grouped by.
   *
   * @param groups the expressions
   */
  protected void groups(List<Node> groups) {
    keys(groups, false);
  }

  /**
   * Writes a lock on the rows found; asked only of dialects that have row locks. Where a weaker lock is
   * missing, the next stronger one is written.
   *
   * @param lock the lock
   */
  protected void lock(LockNode lock) {
    out().append(" FOR ").append(lock.strength().name().replace('_', ' '));
    String separator = " OF ";
    for (FromNode source : lock.of()) {
      out().append(separator);
      compilation.froms().name(source);
      separator = ", ";
    }
    waiting(lock);
  }

  /**
   * Writes what happens with rows that are locked already.
   *
   * @param lock the lock
   */
  protected final void waiting(LockNode lock) {
    switch (lock.waiting()) {
      case NO_WAIT -> out().append(" NOWAIT");
      case SKIP_LOCKED -> out().append(" SKIP LOCKED");
      case WAIT -> {}
    }
  }

  /** Writes a statement given as text. */
  final void text(TextNode node) {
    for (int i = 0; i < node.fragments().size(); i++) {
      out().append(node.fragments().get(i));
      if (i < node.parameters().size()) {
        Node parameter = node.parameters().get(i);
        out()
            .value(
                parameter instanceof ParameterNode named
                    ? compilation.placeholder(named, null)
                    : compilation.placeholder((BindNode) parameter, null));
      }
    }
  }

  /**
   * Writes rows of values as a query.
   *
   * @param node the rows
   */
  protected void values(ValuesNode node) {
    List<SqlType<?>> types =
        node.items().stream().<SqlType<?>>map(compilation::typeOf).toList();
    String separator = "VALUES " + rowWord() + "(";
    for (List<Node> row : node.rows()) {
      for (int i = 0; i < row.size(); i++) {
        out().append(i == 0 ? separator : ", ");
        SqlType<?> type = types.get(i) == SqlTypes.UNKNOWN ? null : types.get(i);
        valueOf(row.get(i), type);
      }
      separator = "), " + rowWord() + "(";
    }
    out().append(")");
  }

  /**
   * What stands before the parenthesis of a row of VALUES.
   *
   * @return the word, or an empty text
   */
  protected String rowWord() {
    return "";
  }

  /**
   * Writes one of the values of a row of VALUES.
   *
   * @param value the value
   * @param type the type of its column, or null if it is not known
   */
  protected void valueOf(Node value, @Nullable SqlType<?> type) {
    compilation.expressions().operand(value, Precedence.COMMA, type);
  }

  private static Set<Object> labels(List<Node> columns) {
    Set<Object> labels = new HashSet<>();
    for (Node column : columns) {
      if (column instanceof LabelNode) {
        labels.add(column);
      }
    }
    return labels;
  }

  /**
   * Writes the entries of a select list, with a name for each column that needs one.
   *
   * @param items the entries
   */
  public final void columns(List<Node> items) {
    columns(SelectItems.expanded(compilation, items), Place.TOP);
  }

  /**
   * Writes the columns of a select list, with a name for each that needs one.
   *
   * @param columns the columns, with references resolved
   * @param place where the query stands: only at the top are values made readable, and in FROM every
   *     column needs a name
   */
  private void columns(List<Node> columns, Place place) {
    List<String> names = SelectItems.names(compilation, columns);
    String separator = "";
    for (int i = 0; i < columns.size(); i++) {
      out().append(separator);
      separator = ", ";
      Node column = columns.get(i);
      String name = names.get(i);
      Wrapping around = place == Place.TOP
          ? compilation.types().selected(compilation.typeOf(column))
          : Wrapping.NONE;
      out().append(around.before());
      compilation.expressions().write(column);
      out().append(around.after());
      boolean named = place.named || !around.isEmpty();
      if (named || !namesItself(column, name)) {
        out().append(" AS ").append(compilation.dialect().identifiers().prepare(name));
      }
    }
  }

  private boolean namesItself(Node column, String name) {
    if (column instanceof ColumnNode own) {
      return compilation.froms().name(own).equals(name);
    }
    return column instanceof ReferenceNode
        || column instanceof RowNode
        || (column instanceof RawNode raw && raw.sql().equals(name));
  }

  /**
   * Writes a clause of conditions that must all hold, or nothing without any.
   *
   * @param clause the word of the clause, with spaces
   * @param conditions the conditions
   */
  public final void conditions(String clause, List<Node> conditions) {
    String word = clause;
    int level = conditions.size() > 1 ? Precedence.AND : Precedence.CONDITION;
    for (Node condition : conditions) {
      out().append(word);
      compilation.expressions().condition(condition, level);
      word = " AND ";
    }
  }

  private void keys(List<Node> keys, boolean ordered) {
    String separator = "";
    for (Node key : keys) {
      out().append(separator);
      if (ordered) {
        compilation.expressions().key(key);
      } else {
        compilation.expressions().operand(key, Precedence.COMMA, null);
      }
      separator = ", ";
    }
  }

  /**
   * Writes the order of the rows, and which of them are wanted.
   *
   * @param query the query
   * @param paging both
   * @param nested whether the query stands in another statement
   */
  protected void paging(QueryNode query, Paging paging, boolean nested) {
    order(paging.orderBy());
    if (paging.limit() != null && paging.measure() != Measure.ROWS) {
      fetch(paging.limit(), paging.offset(), paging.measure());
    } else if (paging.limit() != null || paging.offset() != null) {
      page(paging.limit(), paging.offset());
    }
  }

  /**
   * Writes the order of the rows.
   *
   * @param keys the keys; nothing is written without any
   */
  protected final void order(List<Node> keys) {
    if (!keys.isEmpty()) {
      out().append(" ORDER BY ");
      keys(keys, true);
    }
  }

  private void fetch(Node limit, @Nullable Node offset, Measure measure) {
    boolean percent = measure == Measure.PERCENT || measure == Measure.PERCENT_WITH_TIES;
    boolean ties = measure == Measure.ROWS_WITH_TIES || measure == Measure.PERCENT_WITH_TIES;
    if (percent) {
      compilation.require(
          Capability.FETCH_PERCENT, "FETCH … PERCENT", "Count the rows first, and use limit.");
    }
    compilation.require(
        Capability.FETCH_WITH_TIES, "FETCH … WITH TIES", "Rank the rows with a window function.");
    skip(offset);
    out().append(fetchWords());
    count(limit, percent ? SqlTypes.DOUBLE : SqlTypes.BIGINT);
    out().append(percent ? " PERCENT" : "").append(ties ? " ROWS WITH TIES" : " ROWS ONLY");
  }

  private void skip(@Nullable Node offset) {
    if (offset != null) {
      out().append(" OFFSET ");
      count(offset, SqlTypes.BIGINT);
      out().append(" ROWS");
    }
  }

  private void count(Node number, SqlType<?> type) {
    compilation.expressions().operand(number, Precedence.ATOM - 1, type);
  }

  /**
   * What stands before the number of rows wanted.
   *
   * @return the words with spaces around them
   */
  protected String fetchWords() {
    return " FETCH FIRST ";
  }

  /**
   * Writes which of the rows are wanted.
   *
   * @param limit the most rows, or null for all
   * @param offset the rows to leave out first, or null for none
   */
  protected void page(@Nullable Node limit, @Nullable Node offset) {
    if (limit != null) {
      out().append(" LIMIT ");
      count(limit, SqlTypes.BIGINT);
    }
    if (offset != null) {
      out().append(" OFFSET ");
      count(offset, SqlTypes.BIGINT);
    }
  }

  /**
   * Writes which of the rows are wanted in the words of the standard: {@code OFFSET … ROWS FETCH FIRST …
   * ROWS ONLY}.
   *
   * @param limit the most rows, or null for all
   * @param offset the rows to leave out first, or null for none
   */
  protected final void standardPage(@Nullable Node limit, @Nullable Node offset) {
    skip(offset);
    if (limit != null) {
      out().append(fetchWords());
      count(limit, SqlTypes.BIGINT);
      out().append(" ROWS ONLY");
    }
  }

  private void compound(CompoundNode node, Place place) {
    require(node.kind());
    refusePrefix(node);
    node.additions().ctes().forEach(compilation.ctes()::define);
    boolean around =
        place == Place.DERIVED && node.paging().isLimited() && forgetsLimitsOfCompounds();
    out().append(around ? "SELECT * FROM (" : "");
    String separator = "";
    for (QueryNode part : node.parts()) {
      out().append(separator);
      part(part, place);
      separator = " " + setOperator(node.kind()) + " ";
    }
    out().append(around ? ")" : "");
    FromResolver.Frame outer = compilation.frame();
    List<Node> columns = SelectItems.expanded(compilation, node.items());
    compilation.frame(FromResolver.Frame.of(List.of(), outer, labels(columns)));
    compilation.froms().unqualified(() -> paging(node, node.paging(), place != Place.TOP));
    compilation.remarks(node.additions(), Additions.Place.SUFFIX);
    compilation.frame(outer);
  }

  /**
   * Whether the database looks past the limit of a compound that stands in FROM, so that the limit must be
   * one of a SELECT around the compound.
   *
   * @return false unless overridden
   */
  protected boolean forgetsLimitsOfCompounds() {
    return false;
  }

  private void refusePrefix(CompoundNode node) {
    for (Additions.Remark remark : node.additions().remarks()) {
      if (remark.place() == Additions.Place.PREFIX) {
        throw new CompileException(
            CoreError.WRONG_ROLE,
            compilation.dialect().name(),
            "Cannot compile the prefix '" + remark.sql() + "' of a " + keyword(node.kind())
                + ": it has no first word of its own. Give the prefix to one of its parts.");
      }
    }
  }

  private void part(QueryNode part, Place place) {
    boolean plain = part instanceof SelectNode select && select.paging().isEmpty();
    if (plain || part instanceof ValuesNode || part instanceof TextNode) {
      query(part, place);
    } else if (compilation.dialect().supports(Capability.NESTED_COMPOUND)) {
      out().append("(");
      query(part, place);
      out().append(")");
    } else {
      out().append("SELECT * FROM (");
      query(part, Place.DERIVED);
      out().append(")").append(nameOfPart());
    }
  }

  /**
   * The name that a part of a compound goes by, where it stands in FROM of a SELECT of its own.
   *
   * @return the name with a space before it, or nothing
   */
  protected String nameOfPart() {
    return "";
  }

  private void require(CompoundNode.Kind kind) {
    Capability needed = switch (kind) {
      case UNION, UNION_ALL -> null;
      case INTERSECT, EXCEPT -> Capability.INTERSECT_AND_EXCEPT;
      case INTERSECT_ALL, EXCEPT_ALL -> Capability.INTERSECT_ALL_AND_EXCEPT_ALL;
    };
    if (needed != null) {
      compilation.require(needed, keyword(kind), "Combine the queries' conditions instead.");
    }
  }

  private static String keyword(CompoundNode.Kind kind) {
    return kind.name().replace('_', ' ');
  }

  /**
   * What stands between the parts of a compound.
   *
   * @param kind what is done with the rows of the parts
   * @return the words
   */
  protected String setOperator(CompoundNode.Kind kind) {
    return keyword(kind);
  }

  /** Where a query stands. */
  private enum Place {
    TOP(false),
    NESTED(false),
    DERIVED(true),
    LATERAL(true);

    private final boolean named;

    Place(boolean named) {
      this.named = named;
    }
  }
}
