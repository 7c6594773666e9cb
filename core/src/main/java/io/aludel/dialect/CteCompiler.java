package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.construct.CteNode;
import io.aludel.sql.tree.statement.ValuesNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes WITH: each common table expression once, before the statement that refers to it, or before the
 * query if it is nested. A level is a statement or query that can have a WITH of its own.
 */
final class CteCompiler {
  private final Compilation compilation;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final Map<CteNode, CteNode> written = new HashMap<>();

  CteCompiler(Compilation compilation) {
    this.compilation = compilation;
  }

  /** What one WITH holds, in the order of writing. */
  private static final class Level {
    private final Map<CteNode, SqlWriter> definitions = new LinkedHashMap<>();
    private final boolean gathers;
    private boolean recursive;

    Level(boolean gathers) {
      this.gathers = gathers;
    }
  }

  /** Writes something, and before it a WITH of what it refers to, nested ones only unless it is the whole. */
  void level(Collection<CteNode> independent, Runnable body) {
    level(new Level(levels.isEmpty()), independent, body);
  }

  /** Writes a statement that writes; before it a WITH, where the database lets it stand there. */
  void writing(Collection<CteNode> independent, Runnable body) {
    boolean before = compilation.dialect().supports(Capability.COMMON_TABLES_BEFORE_WRITES)
        || compilation.isTolerant();
    level(new Level(before && levels.isEmpty()), independent, body);
  }

  /** Writes something, and before it a WITH of all that it refers to. */
  void gathering(Runnable body) {
    level(new Level(true), List.of(), body);
  }

  private void level(Level level, Collection<CteNode> independent, Runnable body) {
    levels.push(level);
    SqlWriter text = compilation.captured(() -> {
      independent.forEach(this::define);
      body.run();
    });
    levels.pop();
    if (!level.definitions.isEmpty()) {
      compilation.out().append("WITH ");
      compilation.out().append(level.recursive ? compilation.froms().recursiveWord() : "");
      String separator = "";
      boolean allNamed = level.recursive && compilation.froms().namesAllBesideRecursive();
      for (Map.Entry<CteNode, SqlWriter> definition : level.definitions.entrySet()) {
        compilation.out().append(separator);
        name(written.getOrDefault(definition.getKey(), definition.getKey()), allNamed);
        compilation.out().append(definition.getValue());
        separator = ", ";
      }
      compilation.out().append(" ");
    }
    compilation.out().append(text);
    level.definitions.keySet().forEach(written::remove);
  }

  /** Makes sure that a common table expression is written before it is referred to. */
  void define(CteNode cte) {
    CteNode root = cte.root();
    CteNode known = written.get(root);
    if (levels.isEmpty() || (known != null && known.supersedes(cte))) {
      return;
    }
    Capability needed = cte.statement() instanceof QueryNode
        ? Capability.COMMON_TABLES
        : Capability.WRITING_COMMON_TABLES;
    compilation.require(needed, "WITH", "Run its statement first, or name it in a subquery.");
    Level level = levelOf(cte);
    written.keySet().forEach(other -> checkName(other, root));
    written.put(root, cte);
    SqlWriter text = compilation.captured(() -> write(cte));
    level.definitions.remove(root);
    level.definitions.put(root, text);
    level.recursive |= cte.traits().recursive();
  }

  /** Of those that are the same, the one that is being written, if any is. */
  CteNode latest(CteNode cte) {
    return written.getOrDefault(cte.root(), cte);
  }

  private Level levelOf(CteNode cte) {
    for (Level level : levels) {
      if (level.gathers || (cte.traits().nesting() && compilation.froms().nestsCommonTables())) {
        return level;
      }
    }
    if (levels.size() > 1) {
      return levels.peek();
    }
    throw new CompileException(
        CoreError.CANNOT_COMPILE,
        compilation.dialect().name(),
        "Cannot compile WITH before a statement that writes: "
            + compilation.dialect().name()
            + " lacks " + Capability.COMMON_TABLES_BEFORE_WRITES
            + ". Select from '" + compilation.nameOf(cte) + "' in a subquery.");
  }

  private void checkName(CteNode other, CteNode cte) {
    String name = compilation.nameOf(cte);
    if (other != cte && compilation.nameOf(other).equals(name)) {
      throw new CompileException(
          CoreError.DUPLICATE_NAME,
          compilation.dialect().name(),
          "Cannot compile common table expression '" + name
              + "': another one has that name. Give them different names.");
    }
  }

  private void name(CteNode cte, boolean withColumns) {
    IdentifierPreparer identifiers = compilation.dialect().identifiers();
    compilation.out().append(identifiers.prepare(compilation.nameOf(cte)));
    CteNode.Traits traits = cte.traits();
    if (withColumns
        || traits.recursive()
        || !traits.columns().isEmpty()
        || cte.statement() instanceof ValuesNode) {
      String separator = "(";
      for (String column : compilation.froms().namesOf(cte)) {
        compilation.out().append(separator).append(identifiers.prepare(column));
        separator = ", ";
      }
      compilation.out().append(")");
    }
  }

  private void write(CteNode cte) {
    CteNode.Traits traits = cte.traits();
    compilation.out().append(" AS ");
    if (!traits.prefix().isEmpty()) {
      compilation.out().append(traits.prefix()).append(" ");
    }
    compilation.out().append("(");
    body(cte.statement());
    compilation.out().append(")");
    if (!traits.suffix().isEmpty()) {
      compilation.out().append(" ").append(traits.suffix());
    }
  }

  private void body(StatementNode statement) {
    FromResolver.Frame outer = compilation.frame();
    compilation.frame(null);
    compilation.froms().qualified(() -> {
      if (statement instanceof QueryNode query) {
        compilation.selects().derived(query);
      } else {
        compilation.dialect().write(statement, compilation);
      }
    });
    compilation.frame(outer);
  }
}
