package io.aludel.sql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.ParameterValues;
import io.aludel.sql.tree.ExtensionNode;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.Additions.Clause;
import io.aludel.sql.tree.statement.Additions.Place;
import io.aludel.sql.tree.statement.Additions.Point;
import io.aludel.sql.tree.statement.Additions.Remark;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What any statement may have beside its clauses: common table expressions that nothing refers to, clauses
 * of an application, and text at certain places. Text is written as it stands, so it must never come from
 * outside the program.
 *
 * @param <S> the statement itself
 */
public interface Supplemented<S> extends Executable {
  /**
   * What the statement has beside its clauses.
   *
   * @return the additions
   */
  Additions additions();

  /**
   * The same statement with other additions.
   *
   * @param additions the additions
   * @return the statement
   */
  S withAdditions(Additions additions);

  /**
   * The statement with common table expressions that stand in WITH even if nothing refers to them, such
   * as statements that write.
   *
   * @param ctes the common table expressions
   * @return the statement
   */
  default S with(Cte... ctes) {
    Additions all = additions();
    for (Cte cte : Operands.present(ctes, "with", "list of common table expressions")) {
      all = all.with(Operands.present(cte, "with", "common table expression").fromNode());
    }
    return withAdditions(all);
  }

  /**
   * The statement with words behind its first one: {@code SELECT words …}, {@code INSERT words INTO …}.
   *
   * @param sql the words
   * @return the statement
   */
  default S prefix(String sql) {
    return withAdditions(additions().with(remark(Place.PREFIX, sql, null)));
  }

  /**
   * The statement with words behind its first one, on one database only.
   *
   * @param sql the words
   * @param dialect the name of the dialect, such as {@code mysql}
   * @return the statement
   */
  default S prefix(String sql, String dialect) {
    String name = Operands.name(dialect, "prefix");
    return withAdditions(additions().with(remark(Place.PREFIX, sql, name)));
  }

  /**
   * The statement with words at its end.
   *
   * @param sql the words
   * @return the statement
   */
  default S suffix(String sql) {
    return withAdditions(additions().with(remark(Place.SUFFIX, sql, null)));
  }

  /**
   * The statement with words at its end, on one database only.
   *
   * @param sql the words
   * @param dialect the name of the dialect, such as {@code mysql}
   * @return the statement
   */
  default S suffix(String sql, String dialect) {
    String name = Operands.name(dialect, "suffix");
    return withAdditions(additions().with(remark(Place.SUFFIX, sql, name)));
  }

  /**
   * The statement with a clause of the application's own, which writes itself (parity row ORM-SQL-37).
   * Clauses at one point are written in the order given. Values in it are bound, attributes and entities
   * resolved, as anywhere in a statement.
   *
   * @param point where it stands
   * @param clause the clause; its type is asked by nobody
   * @return the statement
   * @throws ArgumentException if a statement of this kind has no such point
   */
  default S clause(Point point, ExtensionNode clause) {
    Operands.present(point, "clause", "point");
    Operands.present(clause, "clause", "clause");
    if (!point.isIn(statementNode())) {
      throw new ArgumentException(
          CoreError.WRONG_ROLE,
          "A clause cannot stand at " + point + " of " + this
              + ": it has no such point. Choose another, such as END.");
    }
    return withAdditions(additions().with(new Clause(point, clause)));
  }

  /**
   * The statement with parts exchanged, such as tables for their aliases.
   *
   * @param parts says what is exchanged for what
   * @return the statement
   */
  S rebuilt(Rewriter parts);

  /**
   * The statement with values in place of some named parameters (parity row ORM-SQL-32). Statements that
   * differ only in these values are compiled once.
   *
   * @param values values by name, null for NULL
   * @return the statement
   * @throws io.aludel.ArgumentException if the statement has no parameter of a name
   */
  default S params(Map<String, ? extends @Nullable Object> values) {
    return ParameterValues.into(this, Operands.present(values, "params", "map of values"));
  }

  private static Remark remark(Place place, String sql, @Nullable String dialect) {
    return new Remark(place, Operands.name(sql, "a remark"), dialect, null);
  }
}
