package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.dialect.internal.SelectItems;
import io.aludel.reflection.Catalog;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.CompoundNode;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.ExtensionStatement;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.sql.tree.statement.Statement;
import io.aludel.sql.tree.statement.StatementVisitor;
import io.aludel.sql.tree.statement.TextNode;
import io.aludel.sql.tree.statement.UpdateNode;
import io.aludel.sql.tree.statement.ValuesNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dialect that speaks standard SQL unless it supplies compilers of its own, by overriding the methods
 * that make them. Immutable and safe to share.
 */
public abstract class StandardDialect implements Dialect {
  private final String name;
  private IdentifierPreparer identifiers;
  private final Set<Capability> capabilities;
  private final TypeCompiler types;
  private final @Nullable Catalog catalog;

  /**
   * Creates a dialect.
   *
   * @param name the name, in lower case
   * @param identifiers how names are spelled
   * @param capabilities what the database can do
   * @param types how types are spelled and how their values travel
   * @param catalog how the catalogue of the database is read, or null if it cannot be
   */
  protected StandardDialect(
      String name,
      IdentifierPreparer identifiers,
      Set<Capability> capabilities,
      TypeCompiler types,
      @Nullable Catalog catalog) {
    this.name = name;
    this.identifiers = identifiers;
    this.capabilities = EnumSet.copyOf(capabilities);
    this.types = types;
    this.catalog = catalog;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final IdentifierPreparer identifiers() {
    return identifiers;
  }

  @Override
  public final boolean supports(Capability capability) {
    return capabilities.contains(capability);
  }

  @Override
  public TypeCompiler types() {
    return types;
  }

  @Override
  public Catalog catalog() {
    return catalog == null ? Dialect.super.catalog() : catalog;
  }

  @Override
  public final Dialect limited(IdentifierPreparer.Limits limits) {
    StandardDialect limited = another();
    limited.identifiers = identifiers.limited(limits);
    return limited;
  }

  /**
   * A new dialect of the same kind, for {@link #limited}, which gives it other limits of names before
   * anybody sees it. A dialect that does not override this cannot be limited.
   *
   * @return the dialect
   * @throws CompileException unless overridden
   */
  protected StandardDialect another() {
    throw new CompileException(
        CoreError.NOT_SUPPORTED_HERE,
        name,
        "The length of names on " + name
            + " cannot be chosen: its dialect makes no other of its kind."
            + " Leave the option out, or override another() in " + getClass().getName() + ".");
  }

  /**
   * What spells expressions.
   *
   * @param compilation the compilation it serves
   * @return the compiler
   */
  protected ExpressionCompiler expressions(Compilation compilation) {
    return new ExpressionCompiler(compilation);
  }

  /**
   * What spells tables, aliases and joins.
   *
   * @param compilation the compilation it serves
   * @return the compiler
   */
  protected FromCompiler froms(Compilation compilation) {
    return new FromCompiler(compilation);
  }

  /**
   * What spells queries.
   *
   * @param compilation the compilation it serves
   * @return the compiler
   */
  protected SelectCompiler selects(Compilation compilation) {
    return new SelectCompiler(compilation);
  }

  /**
   * What spells constructs: windows, aggregates, rows of values and the like.
   *
   * @param compilation the compilation it serves
   * @return the compiler
   */
  protected ConstructCompiler constructs(Compilation compilation) {
    return new ConstructCompiler(compilation);
  }

  /**
   * What spells INSERT.
   *
   * @param compilation the compilation it serves
   * @return the compiler
   */
  protected InsertCompiler inserts(Compilation compilation) {
    return new InsertCompiler(compilation);
  }

  /**
   * What spells UPDATE.
   *
   * @param compilation the compilation it serves
   * @return the compiler
   */
  protected UpdateCompiler updates(Compilation compilation) {
    return new UpdateCompiler(compilation);
  }

  /**
   * What spells DELETE.
   *
   * @param compilation the compilation it serves
   * @return the compiler
   */
  protected DeleteCompiler deletes(Compilation compilation) {
    return new DeleteCompiler(compilation);
  }

  @Override
  public final CompiledStatement compile(
      StatementNode statement, KeyBuilder slots, CompileOptions options) {
    Compilation compilation = new Compilation(this, options, slots, false);
    StatementKind kind = write(statement, compilation);
    List<ResultColumn> columns = new ArrayList<>();
    List<ResultItem> items = new ArrayList<>();
    results(statement, compilation, columns, items);
    return new CompiledStatement(
        compilation.out().template(),
        kind,
        compilation.out().placeholders(),
        compilation.shape(columns, items),
        slots.slotCount(),
        slots.parameters(),
        compilation.warnings());
  }

  /** The SQL of any element for people to read, whatever is unresolved. */
  final String print(Element element) {
    KeyBuilder slots = new KeyBuilder();
    element.key(slots);
    Compilation compilation = new Compilation(this, CompileOptions.NONE, slots, true);
    if (element instanceof Node node) {
      compilation.expressions().write(node);
    } else if (element instanceof FromNode from) {
      compilation.froms().write(from);
    } else {
      write((StatementNode) element, compilation);
    }
    return compilation.out().template().sql(slots.build().written());
  }

  @Override
  public final String inline(Element element, CompileOptions options) {
    KeyBuilder slots = new KeyBuilder();
    element.key(slots);
    CompileOptions literal = options.and(CompileOptions.Values.LITERAL);
    Compilation compilation = new Compilation(this, literal, slots, false);
    if (element instanceof StatementNode statement) {
      write(statement, compilation);
    } else {
      compilation.froms().unqualified(() -> compilation.expressions().definition((Node) element));
    }
    return compilation.out().template().sql(slots.build().values());
  }

  final StatementKind write(StatementNode statement, Compilation compilation) {
    if (statement instanceof Statement known) {
      return compilation.within(known, () -> known.accept(new Writer(compilation)));
    }
    throw new CompileException(
        CoreError.WRONG_ROLE,
        name,
        "Cannot compile a statement of " + statement.getClass().getName()
            + ": only those that Aludel makes are known. Make it with select(…), insert(…), update(…),"
            + " delete(…) or text(…).");
  }

  private void results(
      StatementNode statement,
      Compilation compilation,
      List<ResultColumn> columns,
      List<ResultItem> items) {
    List<Node> expanded = SelectItems.expanded(compilation, statement.items());
    List<String> names = SelectItems.names(compilation, expanded);
    for (int i = 0; i < expanded.size(); i++) {
      var type = compilation.typeOf(expanded.get(i));
      columns.add(new ResultColumn(names.get(i), type, types().codec(type).reader()));
    }
    int first = 0;
    for (Node item : statement.items()) {
      List<Node> own = SelectItems.expanded(compilation, List.of(item));
      ProjectionNode several =
          compilation.resolved(item) instanceof ProjectionNode projection ? projection : null;
      boolean assembled = several != null;
      String ownName = several == null ? null : several.name();
      String label = ownName != null ? ownName : own.isEmpty() ? "" : names.get(first);
      items.add(new ResultItem(label, first, own.size(), assembled));
      first += own.size();
    }
  }

  /** Writes each kind of statement with its own compiler. */
  private final class Writer implements StatementVisitor<StatementKind> {
    private final Compilation compilation;

    Writer(Compilation compilation) {
      this.compilation = compilation;
    }

    private StatementKind writing(Additions additions, StatementKind kind, Runnable body) {
      compilation.ctes().writing(additions.ctes(), body);
      return kind;
    }

    @Override
    public StatementKind visit(SelectNode node) {
      return query(node.additions(), node);
    }

    @Override
    public StatementKind visit(CompoundNode node) {
      return query(node.additions(), node);
    }

    @Override
    public StatementKind visit(ValuesNode node) {
      return query(Additions.NONE, node);
    }

    private StatementKind query(Additions additions, QueryNode node) {
      compilation.ctes().level(additions.ctes(), () -> compilation.selects().top(node));
      return StatementKind.SELECT;
    }

    @Override
    public StatementKind visit(InsertNode node) {
      InsertCompiler compiler = inserts(compilation);
      Runnable body = () -> compiler.write(node);
      compiler.whole(node, () -> writing(node.additions(), StatementKind.INSERT, body));
      return StatementKind.INSERT;
    }

    @Override
    public StatementKind visit(UpdateNode node) {
      Runnable body = () -> updates(compilation).write(node);
      return writing(node.additions(), StatementKind.UPDATE, body);
    }

    @Override
    public StatementKind visit(DeleteNode node) {
      Runnable body = () -> deletes(compilation).write(node);
      return writing(node.additions(), StatementKind.DELETE, body);
    }

    @Override
    public StatementKind visit(TextNode node) {
      compilation.selects().text(node);
      return StatementKind.TEXT;
    }

    @Override
    public StatementKind visit(ExtensionStatement node) {
      Runnable body = () -> node.write(new ExtensionText(compilation));
      return writing(Additions.NONE, StatementKind.TEXT, body);
    }
  }
}
