package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.dialect.internal.DerivedNames;
import io.aludel.dialect.internal.SelectItems;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.FromVisitor;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.NamedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.SourceNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.TableNode;
import io.aludel.sql.tree.construct.CteNode;
import io.aludel.sql.tree.construct.SourceConstruct;
import io.aludel.sql.tree.construct.SourceConstructVisitor;
import io.aludel.sql.tree.construct.TableFunctionNode;
import io.aludel.sql.tree.construct.TableFunctionNode.Style;
import io.aludel.sql.tree.statement.ValuesNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Spells tables, aliases, joins and columns. A dialect overrides what its database says otherwise. One
 * serves one compilation.
 */
public class FromCompiler implements FromVisitor {
  private final Compilation compilation;
  private final Map<FromNode, DerivedNames> derivedNames = new HashMap<>();
  private Consumer<FromNode> hints = source -> {};
  private boolean qualified = true;
  private @Nullable FromNode renamed;
  private String newName = "";

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
    boolean first = true;
    for (FromNode node : nodes) {
      out().append(first ? "" : separator(compilation.resolved(node)));
      write(node);
      first = false;
    }
  }

  /**
   * What stands before a source that is not the first.
   *
   * @param next the source
   * @return a comma, with spaces around
   */
  protected String separator(FromNode next) {
    return ", ";
  }

  /** Writes columns with their owners' names while an action runs, whatever the statement around it does. */
  final void qualified(Runnable action) {
    boolean before = qualified;
    Consumer<FromNode> outerHints = hints;
    qualified = true;
    hints = source -> {};
    action.run();
    qualified = before;
    hints = outerHints;
  }

  /** Lists sources, with text behind some of them. */
  final void list(List<FromNode> nodes, Consumer<FromNode> written) {
    Consumer<FromNode> outer = hints;
    hints = written;
    list(nodes);
    hints = outer;
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
   * Does something while the columns of a source are written with another name before them.
   *
   * @param source the source
   * @param name the name as it stands in SQL
   * @param action what to do
   */
  public final void calling(FromNode source, String name, Runnable action) {
    FromNode outerSource = renamed;
    String outerName = newName;
    renamed = source;
    newName = name;
    action.run();
    renamed = outerSource;
    newName = outerName;
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
    if (owner == renamed) {
      out().append(newName);
    } else {
      name(owner);
    }
    out().append(".");
  }

  /** What has a name among the sources of the statement at hand. */
  final Node member(String name) {
    FromResolver.Frame frame = compilation.frame();
    Map<FromNode, Node> found = new LinkedHashMap<>();
    List<String> searched = new ArrayList<>();
    for (FromNode source : frame == null ? Set.<FromNode>of() : frame.sources()) {
      if (!(source instanceof JoinNode)) {
        searched.add("'" + JoinConditions.describe(compilation, source) + "'");
        Node member = member(source, name);
        if (member != null) {
          found.put(source, member);
        }
      }
    }
    if (found.size() == 1) {
      return found.values().iterator().next();
    }
    List<String> owners = new ArrayList<>();
    found.keySet().forEach(owner -> owners.add(JoinConditions.describe(compilation, owner)));
    throw new CompileException(
        found.isEmpty() ? CoreError.NO_SUCH_NAME : CoreError.AMBIGUOUS_COLUMN,
        compilation.dialect().name(),
        found.isEmpty()
            ? "Cannot filter by '" + name + "': none of " + searched
                + " has it. Name a column or an attribute of one of them."
            : "Cannot filter by '" + name + "': all of " + owners
                + " have it. Use where with the column that is meant.");
  }

  private @Nullable Node member(FromNode source, String name) {
    Node own = compilation.memberOf(source, name);
    if (own != null) {
      return own;
    }
    Element shown = source;
    while (shown instanceof AliasNode alias) {
      shown =
          alias.source() instanceof FromNode inner ? compilation.resolved(inner) : alias.source();
    }
    if (shown instanceof TableNode table) {
      for (ColumnNode column : table.columnNodes()) {
        if (column.name().equals(name)) {
          return source == table ? column : new DerivedColumnNode(source, name, column);
        }
      }
    } else {
      DerivedNames names = derivedNames(source);
      return names == null ? null : names.named(source, name);
    }
    return null;
  }

  /** Writes the name that a source goes by. */
  final void name(FromNode source) {
    FromNode resolved = compilation.resolved(source);
    if (resolved instanceof AliasNode alias) {
      out().append(identifiers().prepare(compilation.nameOf(alias)));
    } else if (resolved instanceof CteNode cte) {
      out().append(identifiers().prepare(compilation.nameOf(cte)));
    } else if (resolved instanceof TableNode table) {
      out().append(identifiers().prepare(table, schema(table)));
    } else {
      out().append(resolved.toString());
    }
  }

  private @Nullable String schema(TableNode table) {
    return SchemaTranslation.translated(compilation.options(), table.schema());
  }

  /**
   * The name a column goes by where it is selected from.
   *
   * @param column the column
   * @return its own name, or the one that a subquery gives it
   */
  public final String name(ColumnNode column) {
    if (column instanceof DerivedColumnNode derived && derived.owner() != null) {
      DerivedNames names = derivedNames(compilation.resolved(derived.owner()));
      if (names != null) {
        return names.of(derived);
      }
    }
    return column.name();
  }

  /**
   * Whether all common table expressions of one {@code WITH RECURSIVE} name their columns, rather than
   * those alone that refer to themselves.
   *
   * @return true if the database wants it so
   */
  protected boolean namesAllBesideRecursive() {
    return false;
  }

  /**
   * What follows WITH when one of its common table expressions refers to itself.
   *
   * @return the word with a space behind it, or nothing
   */
  protected String recursiveWord() {
    return "RECURSIVE ";
  }

  /**
   * What stands between a table or query and the name it goes by.
   *
   * @return the word with spaces around it, or a space
   */
  protected String aliasWord() {
    return " AS ";
  }

  /**
   * Whether a query within a statement can have a WITH of its own; if not, it stands before the statement.
   *
   * @return false if the database knows only one before the whole
   */
  protected boolean nestsCommonTables() {
    return true;
  }

  /** The names of the columns of a common table expression. */
  final List<String> namesOf(CteNode cte) {
    return derivedNames(cte, cte).all();
  }

  private @Nullable DerivedNames derivedNames(FromNode owner) {
    FromNode source = owner;
    while (source instanceof AliasNode alias && alias.source() instanceof FromNode inner) {
      source = compilation.resolved(inner);
    }
    if (source instanceof AliasNode alias) {
      return derivedNames(owner, (QueryNode) alias.source());
    }
    return source instanceof CteNode cte ? derivedNames(owner, cte) : null;
  }

  private DerivedNames derivedNames(FromNode owner, CteNode cte) {
    List<String> renamed = compilation.ctes().latest(cte).traits().columns();
    DerivedNames names = derivedNames(owner, cte.statement());
    return renamed.isEmpty() ? names : names.renamed(renamed);
  }

  private DerivedNames derivedNames(FromNode owner, StatementNode statement) {
    DerivedNames known = derivedNames.get(owner);
    if (known == null) {
      known = DerivedNames.of(compilation, statement);
      derivedNames.put(owner, known);
    }
    return known;
  }

  @Override
  public void visit(TableNode node) {
    out().append(identifiers().prepare(node, schema(node)));
    hints.accept(node);
  }

  @Override
  public void visit(AliasNode node) {
    if (node.isLateral()) {
      compilation.require(Capability.LATERAL, "LATERAL", "Use a scalar subquery or a join.");
      out().append(lateralWord());
    }
    source(node, node.source());
    AliasNode.Sample sample = node.sample();
    if (sample != null) {
      compilation.require(
          Capability.TABLE_SAMPLE, "TABLESAMPLE", "Order by a random number and limit the rows.");
      out().append(" TABLESAMPLE ");
      compilation.expressions().write(sample.method());
      if (sample.seed() != null) {
        out().append(" REPEATABLE (");
        compilation.expressions().write(sample.seed());
        out().append(")");
      }
    }
    hints.accept(node);
  }

  /**
   * What stands before a query in FROM that may refer to what stands before it there.
   *
   * @return the word with a space behind it, or nothing
   */
  protected String lateralWord() {
    return "LATERAL ";
  }

  private void source(AliasNode alias, Element source) {
    if (source instanceof ValuesNode values) {
      values(values, compilation.nameOf(alias));
    } else if (source instanceof QueryNode query) {
      out().append("(");
      if (alias.isLateral()) {
        compilation.selects().lateral(query);
      } else {
        compilation.selects().derived(query);
      }
      out().append(")");
      named(alias);
    } else {
      FromNode from = compilation.resolved((FromNode) source);
      if (from instanceof AliasNode inner) {
        source(alias, inner.source());
      } else if (from instanceof TableFunctionNode function) {
        tableFunction(function, compilation.nameOf(alias));
      } else if (from instanceof TableNode table) {
        out().append(identifiers().prepare(table, schema(table)));
        named(alias);
      } else {
        write(from);
        named(alias);
      }
    }
  }

  private void named(AliasNode alias) {
    out().append(aliasWord()).append(identifiers().prepare(compilation.nameOf(alias)));
  }

  /**
   * Writes rows that stand in FROM.
   *
   * @param node the rows
   * @param name the name they go by
   */
  protected void values(ValuesNode node, String name) {
    out().append("(");
    compilation.selects().derived(node);
    out().append(")").append(aliasWord()).append(identifiers().prepare(name)).append(" ");
    names(SelectItems.names(compilation, node.items()));
  }

  /**
   * Writes a function that gives a table.
   *
   * @param node the function
   * @param name the name it goes by
   */
  protected void tableFunction(TableFunctionNode node, String name) {
    compilation.expressions().write(node.function());
    if (node.style() == Style.NUMBERED) {
      compilation.require(
          Capability.DERIVED_COLUMN_NAMES, "WITH ORDINALITY", "Number the rows otherwise.");
      out().append(" WITH ORDINALITY");
    }
    out().append(aliasWord()).append(identifiers().prepare(name));
    boolean listed = node.style() != Style.OWN_NAMES && node.style() != Style.VALUE;
    if (!listed || !compilation.dialect().supports(Capability.DERIVED_COLUMN_NAMES)) {
      return;
    }
    if (node.style() != Style.TYPED) {
      names(SelectItems.names(compilation, List.copyOf(node.items())));
      return;
    }
    String separator = "(";
    for (NamedColumnNode column : node.items()) {
      out().append(separator).append(identifiers().prepare(column.name())).append(" ");
      out().append(compilation.types().spell(column.type()));
      separator = ", ";
    }
    out().append(")");
  }

  private void names(List<String> names) {
    String separator = "(";
    for (String name : names) {
      out().append(separator).append(identifiers().prepare(name));
      separator = ", ";
    }
    out().append(")");
  }

  @Override
  public void visit(SourceNode node) {
    if (!(node instanceof SourceConstruct construct)) {
      throw new CompileException(
          CoreError.WRONG_ROLE,
          compilation.dialect().name(),
          "Cannot compile a source of rows of " + node.getClass().getName()
              + ": only those that Aludel makes are known. Select from a table, an alias or a query.");
    }
    construct.accept(new SourceConstructVisitor() {
      @Override
      public void visit(CteNode cte) {
        compilation.ctes().define(cte);
        out().append(identifiers().prepare(compilation.nameOf(cte)));
        hints.accept(cte);
      }

      @Override
      public void visit(TableFunctionNode function) {
        compilation.expressions().write(function.function());
      }
    });
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

  /**
   * The condition of a join, as stated or inferred.
   *
   * @param node the join
   * @return the condition, or null without one
   */
  protected final @Nullable Node condition(JoinNode node) {
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
