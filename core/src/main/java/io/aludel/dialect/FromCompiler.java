package io.aludel.dialect;

import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.FromVisitor;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.TableNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spells tables, aliases, joins and columns. A dialect overrides what its database says otherwise. One
 * serves one compilation.
 */
public class FromCompiler implements FromVisitor {
  private final Compilation compilation;
  private final Map<AliasNode, DerivedNames> derivedNames = new HashMap<>();
  private boolean qualified = true;

  /**
   * Creates a compiler of standard SQL.
   *
   * @param compilation the compilation it serves
   */
  protected FromCompiler(Compilation compilation) {
    this.compilation = compilation;
  }

  private SqlWriter out() {
    return compilation.out();
  }

  private IdentifierPreparer identifiers() {
    return compilation.dialect().identifiers();
  }

  /**
   * Writes something rows come from, as it stands in FROM.
   *
   * @param node the source
   */
  public final void write(FromNode node) {
    compilation.resolved(node).accept(this);
  }

  /**
   * Writes several sources with commas between them.
   *
   * @param nodes the sources
   */
  public final void list(List<FromNode> nodes) {
    String separator = "";
    for (FromNode node : nodes) {
      out().append(separator);
      write(node);
      separator = ", ";
    }
  }

  /**
   * Does something while columns are written without what they belong to.
   *
   * @param action what to do
   */
  public final void unqualified(Runnable action) {
    boolean before = qualified;
    qualified = false;
    action.run();
    qualified = before;
  }

  /**
   * Writes a column with what it belongs to.
   *
   * @param column the column
   */
  public final void column(ColumnNode column) {
    FromNode owner = column.owner();
    if (owner != null && qualified) {
      qualifier(compilation.resolved(owner));
    }
    out().append(identifiers().prepare(name(column), column.quoting()));
  }

  private void qualifier(FromNode owner) {
    if (owner instanceof AliasNode alias) {
      out().append(identifiers().prepare(compilation.nameOf(alias))).append(".");
    } else if (owner instanceof TableNode table) {
      visit(table);
      out().append(".");
    } else {
      out().append(owner.toString()).append(".");
    }
  }

  /**
   * The name of a column where it stands.
   *
   * @param column the column
   * @return its name, without quotes
   */
  final String name(ColumnNode column) {
    if (column instanceof DerivedColumnNode derived
        && derived.owner() != null
        && compilation.resolved(derived.owner()) instanceof AliasNode alias) {
      QueryNode query = queryOf(alias);
      if (query != null) {
        return derivedNames
            .computeIfAbsent(alias, key -> DerivedNames.of(compilation, query))
            .of(derived);
      }
    }
    return column.name();
  }

  private @Nullable QueryNode queryOf(AliasNode alias) {
    if (alias.source() instanceof QueryNode query) {
      return query;
    }
    return alias.source() instanceof FromNode source
            && compilation.resolved(source) instanceof AliasNode inner
        ? queryOf(inner)
        : null;
  }

  @Override
  public void visit(TableNode node) {
    out().append(identifiers().prepare(node, compilation.options().schema(node.schema())));
  }

  @Override
  public void visit(AliasNode node) {
    if (node.source() instanceof QueryNode query) {
      out().append("(");
      compilation.selects().derived(query);
      out().append(")");
    } else if (compilation.resolved((FromNode) node.source()) instanceof AliasNode inner) {
      source(inner);
    } else {
      write((FromNode) node.source());
    }
    out().append(" AS ").append(identifiers().prepare(compilation.nameOf(node)));
  }

  /** An alias of an alias is another occurrence of what stands behind both. */
  private void source(AliasNode inner) {
    if (inner.source() instanceof QueryNode query) {
      out().append("(");
      compilation.selects().derived(query);
      out().append(")");
    } else if (compilation.resolved((FromNode) inner.source()) instanceof AliasNode innermost) {
      source(innermost);
    } else {
      write((FromNode) inner.source());
    }
  }

  @Override
  public void visit(FromReference node) {
    out().append(node.toString());
  }

  @Override
  public void visit(JoinNode node) {
    if (node.kind() == JoinNode.Kind.FULL) {
      compilation.require(
          Capability.FULL_JOIN, "FULL OUTER JOIN", "Combine two outer joins with UNION.");
    }
    write(node.left());
    out().append(keyword(node.kind()));
    boolean nested = compilation.resolved(node.right()) instanceof JoinNode;
    out().append(nested ? "(" : "");
    write(node.right());
    out().append(nested ? ")" : "");
    Node on = condition(node);
    if (on != null) {
      out().append(" ON ");
      compilation.expressions().condition(on, Precedence.CONDITION);
    }
  }

  private @Nullable Node condition(JoinNode node) {
    boolean unknown =
        compilation.isTolerant() && !JoinConditions.canJoin(compilation, node.left(), node.right());
    if (node.on() != null || node.kind() == JoinNode.Kind.CROSS || unknown) {
      return node.on();
    }
    return JoinConditions.infer(compilation, node.left(), node.right());
  }

  /**
   * The words between the sides of a join.
   *
   * @param kind the kind of the join
   * @return the words, with spaces
   */
  protected String keyword(JoinNode.Kind kind) {
    return switch (kind) {
      case INNER -> " JOIN ";
      case LEFT -> " LEFT OUTER JOIN ";
      case FULL -> " FULL OUTER JOIN ";
      case CROSS -> " CROSS JOIN ";
    };
  }
}
