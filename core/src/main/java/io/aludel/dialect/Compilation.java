package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.sql.tree.TableNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One statement being compiled: what its references stand for, which slots its values have, how its
 * anonymous parts are called, and the compilers at work on it. Used by one thread and then forgotten.
 */
public final class Compilation implements CompileScope {
  private static final int MAX_CHAIN = 32;

  private final StandardDialect dialect;
  private final CompileOptions options;
  private final KeyBuilder slots;
  private final boolean tolerant;
  private final SqlWriter out = new SqlWriter();
  private final Map<ReferenceNode, Node> resolvedNodes = new HashMap<>();
  private final Map<FromReference, FromNode> resolvedSources = new HashMap<>();
  private final Map<AliasNode, String> aliasNames = new IdentityHashMap<>();
  private final Map<String, Integer> counters = new HashMap<>();
  private final ExpressionCompiler expressions;
  private final FromCompiler froms;
  private final SelectCompiler selects;
  private @Nullable Frame frame;

  Compilation(StandardDialect dialect, CompileOptions options, KeyBuilder slots, boolean tolerant) {
    this.dialect = dialect;
    this.options = options;
    this.slots = slots;
    this.tolerant = tolerant;
    this.expressions = dialect.expressions(this);
    this.froms = dialect.froms(this);
    this.selects = dialect.selects(this);
  }

  /**
   * What is compiled for.
   *
   * @return the dialect
   */
  public StandardDialect dialect() {
    return dialect;
  }

  /**
   * Where the SQL goes.
   *
   * @return the writer
   */
  public SqlWriter out() {
    return out;
  }

  /**
   * What spells expressions.
   *
   * @return the compiler
   */
  public ExpressionCompiler expressions() {
    return expressions;
  }

  /**
   * What spells tables, aliases and joins.
   *
   * @return the compiler
   */
  public FromCompiler froms() {
    return froms;
  }

  /**
   * What spells queries.
   *
   * @return the compiler
   */
  public SelectCompiler selects() {
    return selects;
  }

  /** The statement that encloses what is compiled now. */
  @Nullable Frame frame() {
    return frame;
  }

  void frame(@Nullable Frame other) {
    frame = other;
  }

  boolean isTolerant() {
    return tolerant;
  }

  @Override
  public Node resolve(ReferenceNode reference) {
    Node known = resolvedNodes.get(reference);
    if (known == null) {
      known = tolerant ? resolvedIfPossible(reference) : reference.resolve(this);
      resolvedNodes.put(reference, known);
    }
    return known;
  }

  @Override
  public FromNode resolve(FromReference reference) {
    FromNode known = resolvedSources.get(reference);
    if (known == null) {
      known = tolerant ? resolvedIfPossible(reference) : reference.resolve(this);
      resolvedSources.put(reference, known);
    }
    return known;
  }

  /** Text for people shows what it can; whatever keeps a reference from resolving is no concern there. */
  private Node resolvedIfPossible(ReferenceNode reference) {
    try {
      return reference.resolve(this);
    } catch (RuntimeException unresolvable) {
      return reference;
    }
  }

  private FromNode resolvedIfPossible(FromReference reference) {
    try {
      return reference.resolve(this);
    } catch (RuntimeException unresolvable) {
      return reference;
    }
  }

  /**
   * A node with every reference at its top replaced by what it stands for.
   *
   * @param node the node
   * @return a node that is no reference, except in text for people
   */
  public Node resolved(Node node) {
    Node current = node;
    for (int i = 0; current instanceof ReferenceNode reference; i++) {
      Node next = resolve(reference);
      if (next == current || i == MAX_CHAIN) {
        if (tolerant) {
          return current;
        }
        throw unresolved(reference);
      }
      current = next;
    }
    return current;
  }

  /**
   * A source with every reference at its top replaced by what it stands for.
   *
   * @param node the source
   * @return a source that is no reference, except in text for people
   */
  public FromNode resolved(FromNode node) {
    FromNode current = node;
    for (int i = 0; current instanceof FromReference reference; i++) {
      FromNode next = resolve(reference);
      if (next == current || i == MAX_CHAIN) {
        if (tolerant) {
          return current;
        }
        throw unresolved(reference);
      }
      current = next;
    }
    return current;
  }

  private CompileException unresolved(Object reference) {
    return new CompileException(
        CoreError.UNRESOLVED_REFERENCE,
        dialect.name(),
        "Cannot compile " + reference
            + ": it resolves to itself. Run the statement where what it refers to is known.");
  }

  @Override
  public <S> @Nullable S option(Class<S> type) {
    return options.find(type);
  }

  CompileOptions options() {
    return options;
  }

  /**
   * The type of an expression's values.
   *
   * @param node the expression
   * @return its type, {@link SqlTypes#UNKNOWN} if nobody knows
   */
  public SqlType<?> typeOf(Node node) {
    SqlType<?> type = node.type(this);
    return type == SqlTypes.DEFERRED ? SqlTypes.UNKNOWN : type;
  }

  /**
   * What is bound for a value.
   *
   * @param bind the value, or list of values
   * @param peer the type of the expression it meets, or null
   * @return its placeholder
   */
  public Placeholder placeholder(BindNode bind, @Nullable SqlType<?> peer) {
    SqlType<?> own = bind.ownType();
    SqlType<?> type = own != null ? own : peer != null ? peer : SqlTypes.UNKNOWN;
    int slot = slots.slotOf(bind);
    Object constant = slot < 0 ? bind.value() : null;
    return new Placeholder(
        slot, constant, type, dialect.types().codec(type).binder(), bind.expanding());
  }

  /**
   * What is bound for a named parameter.
   *
   * @param parameter the parameter
   * @param peer the type of the expression it meets, or null
   * @return its placeholder
   */
  public Placeholder placeholder(ParameterNode parameter, @Nullable SqlType<?> peer) {
    SqlType<?> type = typeOf(parameter);
    if (type == SqlTypes.UNKNOWN && peer != null) {
      type = peer;
    }
    int slot = slots.slotOf(parameter.name());
    if (slot < 0 && !tolerant) {
      throw new CompileException(
          CoreError.UNRESOLVED_REFERENCE,
          dialect.name(),
          "Cannot compile parameter '" + parameter.name()
              + "': it came with a reference, which can have no parameters of its own. Use a value.");
    }
    return new Placeholder(slot, null, type, dialect.types().codec(type).binder(), false);
  }

  /**
   * The name that an alias goes by.
   *
   * @param alias the alias
   * @return its own name, or one made for this statement
   */
  public String nameOf(AliasNode alias) {
    String own = alias.name();
    if (own != null) {
      return own;
    }
    return aliasNames.computeIfAbsent(
        alias,
        key -> anonymous(
            key.source() instanceof FromNode source && resolved(source) instanceof TableNode table
                ? table.name()
                : "anon"));
  }

  /**
   * Checks that the dialect can do something.
   *
   * @param capability the thing to do
   * @param construct what needs it
   * @param advice what to do instead
   * @throws CompileException if it cannot
   */
  public void require(Capability capability, String construct, String advice) {
    if (!dialect.supports(capability) && !tolerant) {
      throw new CompileException(
          CoreError.CANNOT_COMPILE,
          dialect.name(),
          "Cannot compile " + construct + ": " + dialect.name() + " lacks " + capability + ". "
              + advice);
    }
  }

  private String anonymous(String base) {
    int number = counters.merge(base, 1, Integer::sum);
    return dialect.identifiers().shortened(base + "_" + number);
  }
}
