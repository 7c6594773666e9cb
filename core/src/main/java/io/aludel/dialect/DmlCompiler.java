package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.NamedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.TableNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the compilers of INSERT, UPDATE and DELETE share: the target, the columns written, and what comes
 * back. One serves one compilation.
 */
public abstract class DmlCompiler {
  private final Compilation compilation;

  /**
   * Creates a compiler.
   *
   * @param compilation the compilation it serves
   */
  protected DmlCompiler(Compilation compilation) {
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

  /**
   * Where the SQL goes.
   *
   * @return the writer
   */
  protected final SqlWriter out() {
    return compilation.out();
  }

  /**
   * The table that a statement writes to.
   *
   * @param target the table, a reference to it, or an alias of it
   * @param statement the word of the statement, for messages
   * @return the table or alias
   */
  protected final FromNode target(FromNode target, String statement) {
    FromNode resolved = compilation.resolved(target);
    boolean aliased = resolved instanceof AliasNode alias
        && alias.source() instanceof FromNode source
        && compilation.resolved(source) instanceof TableNode;
    if (!(resolved instanceof TableNode) && !aliased && !compilation.isTolerant()) {
      throw new CompileException(
          CoreError.WRONG_ROLE,
          compilation.dialect().name(),
          "Cannot compile " + statement + " of " + JoinConditions.describe(compilation, resolved)
              + ": it is no table. Write to a table.");
    }
    return resolved;
  }

  /**
   * The column that is written.
   *
   * @param target the table
   * @param column the column, a reference to it, or its name
   * @return the column
   */
  protected final Node written(FromNode target, Node column) {
    Node resolved = compilation.resolved(column);
    if (resolved instanceof NamedColumnNode named && target instanceof TableNode table) {
      for (ColumnNode candidate : table.columnNodes()) {
        if (candidate.name().equals(named.name())) {
          return candidate;
        }
      }
    }
    boolean known = resolved instanceof ColumnNode own
        && own.owner() != null
        && compilation.resolved(own.owner()) == target;
    if (!known && !compilation.isTolerant()) {
      throw new CompileException(
          CoreError.NO_SUCH_NAME,
          compilation.dialect().name(),
          "Cannot write to column " + column + ": it is none of '"
              + JoinConditions.describe(compilation, target)
              + "'. Name a column of that table.");
    }
    return resolved;
  }

  /**
   * Writes the name of a column without what it belongs to.
   *
   * @param column the column
   */
  protected final void bare(Node column) {
    compilation.froms().unqualified(() -> compilation.expressions().write(column));
  }

  /**
   * Writes a value that a column gets.
   *
   * @param column the column
   * @param value the value
   */
  protected final void value(Node column, Node value) {
    SqlType<?> type = compilation.typeOf(column);
    compilation
        .expressions()
        .operand(value, Precedence.PRODUCT, type == SqlTypes.UNKNOWN ? null : type);
  }

  /**
   * Writes what comes back from each row.
   *
   * @param items the expressions; nothing is written without any
   * @param needed what the database must be able to do
   */
  protected void returning(List<Node> items, Capability needed) {
    if (items.isEmpty()) {
      return;
    }
    compilation.require(needed, "RETURNING", "Run a SELECT instead.");
    out().append(" RETURNING ");
    compilation.selects().columns(items);
  }

  /** The conditions of a statement, with what its target asks for. */
  final List<Node> conditions(FromNode target, List<Node> where) {
    Node asked = target instanceof FromReference reference ? compilation.criteria(reference) : null;
    if (asked == null) {
      return where;
    }
    List<Node> all = new ArrayList<>(where);
    all.add(asked);
    return all;
  }

  /** The sources of further rows: those named, then those mentioned. */
  final List<FromNode> others(
      List<FromNode> named, List<? extends Node> expressions, FromNode target) {
    FromResolver resolver = new FromResolver(compilation);
    Set<FromNode> others = new LinkedHashSet<>();
    Set<FromNode> members = new LinkedHashSet<>();
    for (FromNode source : named) {
      FromNode normalized = resolver.normalized(source);
      others.add(normalized);
      FromResolver.Frame.addMembers(normalized, members);
    }
    for (FromNode mentioned : resolver.mentionedBy(expressions)) {
      if (!members.contains(mentioned)) {
        others.add(mentioned);
      }
    }
    others.remove(target);
    return List.copyOf(others);
  }

  /**
   * Writes how many rows are written to.
   *
   * @param limit the number, or null for all
   */
  protected void limit(@Nullable Node limit) {
    if (limit != null) {
      compilation.require(
          Capability.LIMITED_WRITES, "LIMIT of a statement that writes", "Choose the rows by key.");
      out().append(" LIMIT ");
      compilation.expressions().operand(limit, Precedence.ATOM - 1, SqlTypes.BIGINT);
    }
  }

  /**
   * Lets subqueries see the target, and further tables, as the statement around them.
   *
   * @param sources the target and the further tables
   */
  protected final void enter(List<FromNode> sources) {
    compilation.frame(FromResolver.Frame.of(sources, null, Set.of()));
  }
}
