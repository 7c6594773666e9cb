package io.aludel.dialect.internal;

import io.aludel.CoreError;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.InsertCompiler;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.ConflictNode;
import io.aludel.sql.tree.statement.InsertNode;
import java.util.List;
import java.util.function.Consumer;

/** INSERT where an upsert is a MERGE with the rows that were to be inserted. */
public abstract class MergeInserts extends InsertCompiler {
  /** Creates the compiler of one compilation. */
  protected MergeInserts(Compilation compilation) {
    super(compilation);
  }

  /** What the database is called in messages. */
  protected abstract String database();

  /** Writes the rows under the name {@code excluded}. */
  protected abstract void rows(InsertNode node, List<Node> columns);

  /** What keeps other sessions away between the look for a row and its insertion, or nothing. */
  protected String lock() {
    return "";
  }

  /** Writes what makes a row that is there already one that is to be inserted. */
  protected void on(Runnable equalities) {
    equalities.run();
  }

  /** Writes what is done with a row that is there already. */
  protected void matched(FromNode target, ConflictNode conflict) {
    out().append(" WHEN MATCHED");
    compilation().selects().conditions(" AND ", conflict.where());
    out().append(" THEN UPDATE");
    changes(target, conflict, " SET ");
  }

  /** Writes an upsert. */
  protected final void merge(InsertNode node, ConflictNode conflict) {
    ConflictNode.Target key = conflict.target();
    if (key.columns().isEmpty() || !key.where().isEmpty()) {
      throw refused("Cannot compile an upsert: " + database() + " must be told the columns of the"
          + " unique key, and nothing else about it. Name them in onConflict(…).");
    }
    refuseClauseAmid(node);
    FromNode target = target(node.target(), "MERGE");
    List<Node> columns =
        node.columns().stream().map(column -> written(target, column)).toList();
    enter(List.of(target));
    out().append("MERGE ");
    compilation().remarks(node.additions(), Additions.Place.PREFIX);
    out().append("INTO ");
    compilation().froms().write(target);
    out().append(lock()).append(" USING (");
    rows(node, columns);
    out().append(" ON ");
    on(() -> separated(" AND ", key.columns(), column -> {
      compilation().expressions().write(written(target, column));
      out().append(" = excluded.");
      bare(written(target, column));
    }));
    if (!conflict.assignments().isEmpty()) {
      matched(target, conflict);
    }
    out().append(" WHEN NOT MATCHED THEN INSERT (");
    separated(", ", columns, this::bare);
    out().append(") VALUES (");
    separated(", ", columns, column -> {
      out().append("excluded.");
      bare(column);
    });
    out().append(")");
    compilation().remarks(node.additions(), Additions.Place.SUFFIX);
  }

  private void refuseClauseAmid(InsertNode node) {
    for (Additions.Clause clause : node.additions().clauses()) {
      if (clause.point() == Additions.Point.AFTER_VALUES) {
        throw refused(
            "Cannot compile a clause at AFTER_VALUES of an upsert: to " + database()
                + " an upsert is a MERGE, whose rows come before everything else. Put the clause at END.");
      }
    }
  }

  private CompileException refused(String sentence) {
    return new CompileException(
        CoreError.CANNOT_COMPILE, compilation().dialect().name(), sentence);
  }

  /** Writes something for each node. */
  protected final void separated(String separator, List<Node> nodes, Consumer<Node> action) {
    String before = "";
    for (Node node : nodes) {
      out().append(before);
      action.accept(node);
      before = separator;
    }
  }
}
