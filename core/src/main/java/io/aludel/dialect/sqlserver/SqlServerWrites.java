package io.aludel.dialect.sqlserver;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.DeleteCompiler;
import io.aludel.dialect.UpdateCompiler;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.UpdateNode;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * UPDATE and DELETE of SQL Server: OUTPUT before FROM, a limit before the table, and the table among those of
 * FROM as soon as there are others, or as it has an alias.
 */
final class SqlServerWrites {
  private SqlServerWrites() {}

  /** Writes what comes back of rows, which are called otherwise there. */
  static void output(
      Compilation compilation, List<Node> items, FromNode target, String rows, Capability needed) {
    if (!items.isEmpty()) {
      compilation.require(needed, "OUTPUT", "Run a SELECT instead.");
      compilation.out().append(" OUTPUT ");
      compilation.froms().calling(target, rows, () -> compilation.selects().columns(items));
    }
  }

  private static void limit(Compilation compilation, @Nullable Node limit) {
    if (limit != null) {
      ((SqlServerSelectCompiler) compilation.selects()).top(limit, SqlTypes.BIGINT);
    }
  }

  private static void target(Compilation compilation, FromNode target) {
    if (target instanceof AliasNode alias) {
      String name = compilation.nameOf(alias);
      compilation.out().append(compilation.dialect().identifiers().prepare(name));
    } else {
      compilation.froms().write(target);
    }
  }

  private static void sources(Compilation compilation, FromNode target, List<FromNode> others) {
    if (!others.isEmpty() || target instanceof AliasNode) {
      List<FromNode> all = new ArrayList<>();
      all.add(target);
      all.addAll(others);
      compilation.out().append(" FROM ");
      compilation.froms().list(all);
    }
  }

  static final class Updates extends UpdateCompiler {
    Updates(Compilation compilation) {
      super(compilation);
    }

    @Override
    protected void tables(UpdateNode node, FromNode target, List<FromNode> others) {
      out().append("UPDATE ");
      compilation().remarks(node.additions(), Additions.Place.PREFIX);
      SqlServerWrites.limit(compilation(), node.limit());
      SqlServerWrites.target(compilation(), target);
      assignments(node, target, false);
      output(compilation(), node.items(), target, "inserted", Capability.UPDATE_RETURNING);
      sources(compilation(), target, others);
    }

    @Override
    protected void limit(@Nullable Node limit) {}

    @Override
    protected void returning(List<Node> items, Capability needed) {}
  }

  static final class Deletes extends DeleteCompiler {
    Deletes(Compilation compilation) {
      super(compilation);
    }

    @Override
    protected void tables(DeleteNode node, FromNode target, List<FromNode> others) {
      out().append("DELETE ");
      compilation().remarks(node.additions(), Additions.Place.PREFIX);
      SqlServerWrites.limit(compilation(), node.limit());
      out().append("FROM ");
      SqlServerWrites.target(compilation(), target);
      output(compilation(), node.items(), target, "deleted", Capability.DELETE_RETURNING);
      sources(compilation(), target, others);
    }

    @Override
    protected void limit(@Nullable Node limit) {}

    @Override
    protected void returning(List<Node> items, Capability needed) {}
  }
}
