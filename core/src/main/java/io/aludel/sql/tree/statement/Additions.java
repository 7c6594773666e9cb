package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.construct.CteNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What any statement may have beside its clauses.
 *
 * @param ctes common table expressions that are written even if nothing refers to them
 * @param remarks text at certain places
 * @param clauses clauses of an application at certain points
 */
public record Additions(List<CteNode> ctes, List<Remark> remarks, List<Clause> clauses) {
  /** Nothing. */
  public static final Additions NONE = new Additions(List.of(), List.of(), List.of());

  /**
   * These and a common table expression.
   *
   * @param cte the node
   * @return the additions
   */
  public Additions with(CteNode cte) {
    List<CteNode> all = new ArrayList<>(ctes);
    all.add(cte);
    return new Additions(List.copyOf(all), remarks, clauses);
  }

  /**
   * These and some text.
   *
   * @param remark the text and its place
   * @return the additions
   */
  public Additions with(Remark remark) {
    List<Remark> all = new ArrayList<>(remarks);
    all.add(remark);
    return new Additions(ctes, List.copyOf(all), clauses);
  }

  /**
   * These and a clause.
   *
   * @param clause the clause and its point
   * @return the additions
   */
  public Additions with(Clause clause) {
    List<Clause> all = new ArrayList<>(clauses);
    all.add(clause);
    return new Additions(ctes, remarks, List.copyOf(all));
  }

  void key(KeyBuilder keys) {
    keys.elements(ctes).add(remarks.size());
    for (Remark remark : remarks) {
      keys.add(remark.place()).add(remark.sql());
      keys.add(remark.dialect() == null ? "" : remark.dialect()).optional(remark.table());
    }
    clauses.forEach(clause -> keys.add(clause.point()).element(clause.node()));
  }

  void forEachPart(Consumer<? super Element> action) {
    ctes.forEach(action);
    clauses.forEach(clause -> action.accept(clause.node()));
  }

  Additions rebuilt(Rewriter parts) {
    if (this == NONE) {
      return this;
    }
    List<Remark> copies = new ArrayList<>(remarks.size());
    for (Remark remark : remarks) {
      FromNode table = remark.table() == null ? null : parts.from(remark.table());
      copies.add(new Remark(remark.place(), remark.sql(), remark.dialect(), table));
    }
    List<Clause> others = new ArrayList<>(clauses.size());
    clauses.forEach(clause -> others.add(new Clause(clause.point(), parts.node(clause.node()))));
    return new Additions(parts.all(CteNode.class, ctes), List.copyOf(copies), List.copyOf(others));
  }

  /**
   * Text that is written as it stands.
   *
   * @param place where
   * @param sql the text
   * @param dialect the only dialect it is for, or null for all
   * @param table the table it stands behind, for a hint on one
   */
  public record Remark(
      Place place,
      String sql,
      @Nullable String dialect,
      @Nullable FromNode table) {}

  /**
   * A clause of an application, which writes itself.
   *
   * @param point where it stands
   * @param node the clause
   */
  public record Clause(Point point, Node node) {}

  /** Where a clause of an application can stand. */
  public enum Point {
    /** Before the columns of a SELECT, behind DISTINCT. */
    BEFORE_COLUMNS(SelectNode.class),
    /** Behind WHERE, and GROUP BY and HAVING of a SELECT; before ORDER BY and LIMIT. */
    AFTER_CONDITIONS(SelectNode.class, UpdateNode.class, DeleteNode.class),
    /** Behind the rows of an INSERT, before what an upsert does. */
    AFTER_VALUES(InsertNode.class),
    /** Behind everything but suffixes and RETURNING. */
    END(SelectNode.class, CompoundNode.class, InsertNode.class, UpdateNode.class, DeleteNode.class);

    private final Set<Class<?>> statements;

    Point(Class<?>... statements) {
      this.statements = Set.of(statements);
    }

    /**
     * Whether a statement has this point.
     *
     * @param statement the statement
     * @return true if a clause can stand there
     */
    public boolean isIn(StatementNode statement) {
      return statements.contains(statement.getClass());
    }
  }

  /** Where text stands. */
  public enum Place {
    /** Behind the first word of the statement. */
    PREFIX,
    /** Behind everything else but RETURNING. */
    SUFFIX,
    /** Behind a table in FROM. */
    TABLE_HINT
  }
}
