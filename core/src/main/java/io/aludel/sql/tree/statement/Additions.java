package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.construct.CteNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What any statement may have beside its clauses.
 *
 * @param ctes common table expressions that are written even if nothing refers to them
 * @param remarks text at certain places
 */
public record Additions(List<CteNode> ctes, List<Remark> remarks) {
  /** Nothing. */
  public static final Additions NONE = new Additions(List.of(), List.of());

  /**
   * These and a common table expression.
   *
   * @param cte the node
   * @return the additions
   */
  public Additions with(CteNode cte) {
    List<CteNode> all = new ArrayList<>(ctes);
    all.add(cte);
    return new Additions(List.copyOf(all), remarks);
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
    return new Additions(ctes, List.copyOf(all));
  }

  void key(KeyBuilder keys) {
    keys.elements(ctes).add(remarks.size());
    for (Remark remark : remarks) {
      keys.add(remark.place()).add(remark.sql());
      keys.add(remark.dialect() == null ? "" : remark.dialect()).optional(remark.table());
    }
  }

  void forEachPart(Consumer<? super Element> action) {
    ctes.forEach(action);
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
    return new Additions(parts.all(CteNode.class, ctes), List.copyOf(copies));
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
