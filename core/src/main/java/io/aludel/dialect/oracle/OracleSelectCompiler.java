package io.aludel.dialect.oracle;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.SelectCompiler;
import io.aludel.dialect.SqlWriter;
import io.aludel.dialect.internal.GroupedLabels;
import io.aludel.dialect.internal.SelectedRows;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.TableNode;
import io.aludel.sql.tree.statement.CompoundNode;
import io.aludel.sql.tree.statement.LockNode;
import io.aludel.sql.tree.statement.ValuesNode;
import io.aludel.types.DateType;
import io.aludel.types.FloatingType;
import io.aludel.types.IntegerType;
import io.aludel.types.NumericType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import io.aludel.types.StringType;
import io.aludel.types.TimestampType;
import io.aludel.types.ZonedTimestampType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SELECT of Oracle: FROM DUAL, FETCH FIRST, MINUS, locks that name columns. */
final class OracleSelectCompiler extends SelectCompiler {
  static final String DUAL = " FROM DUAL";

  OracleSelectCompiler(Compilation compilation) {
    super(compilation);
  }

  private SqlWriter out() {
    return compilation().out();
  }

  @Override
  protected String withoutSources() {
    return DUAL;
  }

  /** Version 23 knows labels there, and so groups by expressions with bound values. */
  @Override
  protected List<Node> grouped(List<Node> groups, List<Node> columns, List<FromNode> sources) {
    return compilation().dialect().supports(Capability.NATIVE_BOOLEAN)
        ? groups
        : GroupedLabels.expanded(compilation(), groups, columns, sources);
  }

  @Override
  protected boolean hintsStandFirst() {
    return true;
  }

  @Override
  protected String setOperator(CompoundNode.Kind kind) {
    return kind == CompoundNode.Kind.EXCEPT ? "MINUS" : super.setOperator(kind);
  }

  @Override
  protected void values(ValuesNode node) {
    rows(compilation(), node);
  }

  /** Rows of values; each bound value is told its type, for one alone could be of any. */
  static void rows(Compilation compilation, ValuesNode node) {
    SelectedRows.write(compilation, node, (value, type) -> cell(compilation, value, type), DUAL);
  }

  private static void cell(Compilation compilation, Node value, @Nullable SqlType<?> type) {
    Node resolved = compilation.resolved(value);
    boolean bound = resolved instanceof BindNode || resolved instanceof ParameterNode;
    String cast = bound && type != null ? castType(compilation, type) : null;
    compilation.out().append(cast == null ? "" : "CAST(");
    compilation.expressions().operand(value, Precedence.COMMA, type);
    compilation.out().append(cast == null ? "" : " AS " + cast + ")");
  }

  /** Text is not cast to its own length, which would cut it; whatever is long is not cast at all. */
  private static @Nullable String castType(Compilation compilation, SqlType<?> type) {
    SqlType<?> generic = type.generic();
    if (generic instanceof StringType text) {
      return text.large() ? null : compilation.types().spellCast(SqlTypes.STRING);
    }
    boolean known = generic instanceof IntegerType
        || generic instanceof NumericType
        || generic instanceof FloatingType
        || generic instanceof DateType
        || generic instanceof TimestampType
        || generic instanceof ZonedTimestampType;
    return known ? compilation.types().spellCast(type) : null;
  }

  @Override
  protected String fetchWords() {
    return compilation().attached(Approximate.class).isEmpty()
        ? super.fetchWords()
        : " FETCH APPROX FIRST ";
  }

  @Override
  protected void page(@Nullable Node limit, @Nullable Node offset) {
    standardPage(limit, offset);
  }

  /** Any column of a table stands for the table. */
  @Override
  protected void lock(LockNode lock) {
    out().append(" FOR UPDATE");
    String separator = " OF ";
    for (FromNode source : lock.of()) {
      Node column = anyColumn(compilation().resolved(source));
      if (column != null) {
        out().append(separator);
        compilation().expressions().write(column);
        separator = ", ";
      }
    }
    waiting(lock);
  }

  private @Nullable Node anyColumn(FromNode source) {
    if (source instanceof TableNode table) {
      return table.columnNodes().isEmpty() ? null : table.columnNodes().get(0);
    }
    if (source instanceof AliasNode alias && alias.source() instanceof FromNode inner) {
      Node column = anyColumn(compilation().resolved(inner));
      return column instanceof ColumnNode own
          ? new DerivedColumnNode(alias, own.name(), own)
          : null;
    }
    return null;
  }
}
