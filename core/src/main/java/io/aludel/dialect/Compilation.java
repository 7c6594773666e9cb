package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.dialect.internal.BoundValue;
import io.aludel.dialect.internal.FromLinter;
import io.aludel.dialect.internal.PlaceMarks;
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
import io.aludel.sql.tree.construct.CteNode;
import io.aludel.sql.tree.construct.TupleType;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.Statement;
import io.aludel.sql.tree.statement.StatementOption;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import io.aludel.types.ValueBinder;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Supplier;
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
  private final boolean literal;
  private final TypeCompiler types;
  private final PlaceMarks places;
  private SqlWriter out = new SqlWriter(this);
  private final Map<ReferenceNode, Node> resolvedNodes = new HashMap<>();
  private final Map<FromReference, FromNode> resolvedSources = new HashMap<>();
  private final Map<FromNode, String> aliasNames = new IdentityHashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private final Map<String, Integer> counters = new HashMap<>();
  private final ExpressionCompiler expressions;
  private final FromCompiler froms;
  private final SelectCompiler selects;
  private final ConstructCompiler constructs;
  private final CteCompiler ctes = new CteCompiler(this);
  private FromResolver.@Nullable Frame frame;
  private List<StatementOption> attached = List.of();
  private List<String> keyColumns = List.of();
  private List<SqlType<?>> outParameters = List.of();

  Compilation(StandardDialect dialect, CompileOptions options, KeyBuilder slots, boolean tolerant) {
    this.dialect = dialect;
    this.options = options;
    this.slots = slots;
    this.tolerant = tolerant;
    this.types = dialect.types().in(options);
    this.places =
        new PlaceMarks(options.find(CompileOptions.ParameterStyle.class), slots.parameters());
    this.literal = options.find(CompileOptions.Values.class) == CompileOptions.Values.LITERAL;
    this.expressions = dialect.expressions(this);
    this.froms = dialect.froms(this);
    this.selects = dialect.selects(this);
    this.constructs = dialect.constructs(this);
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
   * What shapes the compilation besides the statement.
   *
   * @return the options
   */
  CompileOptions options() {
    return options;
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

  /**
   * How types are spelled in this compilation.
   *
   * @return the compiler of types
   */
  public TypeCompiler types() {
    return types;
  }

  /**
   * Writes constructs.
   *
   * @return the compiler
   */
  public ConstructCompiler constructs() {
    return constructs;
  }

  /** How the places of values are marked. */
  PlaceMarks places() {
    return places;
  }

  /**
   * An operator as the reader of the SQL must find it: JDBC wants question marks that are no places of
   * values doubled.
   *
   * @param symbol the operator
   * @return the operator to write
   */
  public String operator(String symbol) {
    return places.isQuestionMark() ? symbol.replace("?", "??") : symbol;
  }

  CteCompiler ctes() {
    return ctes;
  }

  /** Notes a statement whose sources of rows are not all linked. */
  void lint(String statement, List<FromNode> froms, List<Node> where) {
    FromResolver resolver = new FromResolver(this);
    FromLinter linter = new FromLinter(this::resolved, node -> resolver.mentionedBy(List.of(node)));
    Set<FromNode> apart = linter.apart(froms, where);
    if (!apart.isEmpty()) {
      List<String> names = new ArrayList<>();
      apart.forEach(from -> names.add("'" + JoinConditions.describe(this, from) + "'"));
      warnings.add(statement + " has a cartesian product: nothing links " + String.join(", ", names)
          + " with the rest of FROM. Join it, or link it in WHERE.");
    }
  }

  /** What the reference that a source was resolved from calls by a name, or null. */
  @Nullable Node memberOf(FromNode source, String name) {
    for (Map.Entry<FromReference, FromNode> entry : resolvedSources.entrySet()) {
      if (entry.getValue() == source) {
        Node member = entry.getKey().member(name, this);
        if (member != null) {
          return member;
        }
      }
    }
    return null;
  }

  /**
   * Has the driver asked for columns as generated keys, which are what the statement gives back.
   *
   * @param names their names as they stand in SQL
   */
  public void giveBackKeys(List<String> names) {
    keyColumns = List.copyOf(names);
  }

  /**
   * Has what the statement gives back put into parameters, which stand behind those that are bound.
   *
   * @param types their types
   */
  public void giveBackParameters(List<SqlType<?>> types) {
    outParameters = List.copyOf(types);
  }

  ResultShape shape(List<ResultColumn> columns, List<ResultItem> items) {
    return new ResultShape(columns, items, keyColumns, outParameters);
  }

  List<String> warnings() {
    return warnings;
  }

  /** What an action writes, apart from everything else. */
  SqlWriter captured(Runnable action) {
    SqlWriter outer = out;
    SqlWriter inner = new SqlWriter(this);
    out = inner;
    action.run();
    out = outer;
    return inner;
  }

  /**
   * Writes a query, and before it, instead of before the whole statement, a WITH of what it refers to.
   *
   * @param body writes the query
   */
  public void gatheringCommonTables(Runnable body) {
    ctes.gathering(body);
  }

  /**
   * Writes the text that a statement has at a place.
   *
   * @param additions what the statement has beside its clauses
   * @param place the place
   */
  public void remarks(Additions additions, Additions.Place place) {
    if (place == Additions.Place.SUFFIX) {
      clauses(additions, Additions.Point.END);
    }
    for (Additions.Remark remark : additions.remarks()) {
      if (remark.place() == place && isMine(remark)) {
        boolean before = place == Additions.Place.PREFIX;
        out.append(before ? "" : " ").append(remark.sql()).append(before ? " " : "");
      }
    }
  }

  /**
   * Writes the clauses of an application that a statement has at a point.
   *
   * @param additions what the statement has beside its clauses
   * @param point the point
   */
  public void clauses(Additions additions, Additions.Point point) {
    for (Additions.Clause clause : additions.clauses()) {
      if (clause.point() == point) {
        boolean before = point == Additions.Point.BEFORE_COLUMNS;
        out.append(before ? "" : " ");
        expressions.write(clause.node());
        out.append(before ? " " : "");
      }
    }
  }

  /** Writes the text that a statement has for its tables as one comment. */
  void leadingHints(Additions additions) {
    StringJoiner hints = new StringJoiner(" ", "/*+ ", " */ ").setEmptyValue("");
    for (Additions.Remark remark : additions.remarks()) {
      if (remark.table() != null && isMine(remark)) {
        hints.add(remark.sql());
      }
    }
    out.append(hints.toString());
  }

  /** Writes the text that a statement has behind a table. */
  void hint(Additions additions, FromNode table) {
    for (Additions.Remark remark : additions.remarks()) {
      FromNode hinted = remark.table();
      if (hinted != null && isMine(remark) && resolved(hinted) == table) {
        out.append(" ").append(remark.sql());
      }
    }
  }

  private boolean isMine(Additions.Remark remark) {
    return remark.dialect() == null || remark.dialect().equals(dialect.name());
  }

  /** The statement that encloses what is compiled now. */
  FromResolver.@Nullable Frame frame() {
    return frame;
  }

  void frame(FromResolver.@Nullable Frame other) {
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

  /** No reference is left, except in text for people. */
  @Override
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

  /** No reference is left, except in text for people. */
  @Override
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

  /** What a reference asks of its rows, or null. */
  @Nullable Node criteria(FromReference reference) {
    if (!tolerant) {
      return reference.criteria(this);
    }
    try {
      return reference.criteria(this);
    } catch (RuntimeException unresolvable) { // text for people shows what it can
      return null;
    }
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

  @Override
  public <S> List<S> attached(Class<S> type) {
    List<S> found = new ArrayList<>();
    for (StatementOption option : attached) {
      StatementOption data = option.data();
      if (type.isInstance(data)) {
        found.add(type.cast(data));
      }
    }
    return found;
  }

  /** Compiles a statement while references can see what is attached to it. */
  <T> T within(Statement statement, Supplier<T> work) {
    List<StatementOption> outer = attached;
    if (!statement.options().isEmpty() && !outer.containsAll(statement.options())) {
      attached = new ArrayList<>(statement.options());
      attached.addAll(outer);
    }
    T made = work.get();
    attached = outer;
    return made;
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
    return new Placeholder(slot, constant, type, binder(type), bind.expanding());
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
    return new Placeholder(slot, null, type, binder(type), false);
  }

  private ValueBinder<?> binder(SqlType<?> type) {
    if (!(type instanceof TupleType tuple)) {
      return types.codec(type).binder();
    }
    List<ValueBinder<?>> binders = new ArrayList<>();
    tuple.members().forEach(member -> binders.add(binder(known(member))));
    return new TupleBinder(binders);
  }

  private static SqlType<?> known(SqlType<?> type) {
    return type == SqlTypes.DEFERRED ? SqlTypes.UNKNOWN : type;
  }

  /** A value as it is written into the SQL. */
  String literal(BindNode bind) {
    Placeholder placeholder = placeholder(bind, null);
    return around(placeholder.type(), literal(placeholder, bind.value()));
  }

  private String around(SqlType<?> type, String literal) {
    return types.bound(type).around(literal);
  }

  private String literal(Placeholder placeholder, @Nullable Object value) {
    String literal = null;
    Exception reason = null;
    try {
      literal = expressions.literal(BoundValue.of(placeholder.binder(), value));
    } catch (SQLException | RuntimeException impossible) {
      reason = impossible;
    }
    if (literal == null) {
      throw new CompileException(
          CoreError.CANNOT_COMPILE,
          dialect.name(),
          "Cannot write a value of type " + placeholder.type() + " into the SQL: "
              + (reason == null
                  ? dialect.name() + " has no literal for it"
                  : String.valueOf(reason.getMessage()))
              + ". Bind it as a parameter.");
    }
    return literal;
  }

  private String memberLiteral(Placeholder placeholder, @Nullable Object member) {
    if (!(placeholder.type() instanceof TupleType tuple) || !(member instanceof List<?> values)) {
      return around(placeholder.type(), literal(placeholder, member));
    }
    List<String> literals = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      SqlType<?> type = known(tuple.members().get(i));
      literals.add(literal(new Placeholder(-1, null, type, binder(type), false), values.get(i)));
    }
    return "(" + String.join(", ", literals) + ")";
  }

  /**
   * Whether values are written into the SQL instead of being bound.
   *
   * @return true for {@link CompileOptions.Values#LITERAL}
   */
  public boolean isLiteral() {
    return literal;
  }

  /** Writes a value into the SQL, or the values of a list with commas between them. */
  void literal(Placeholder placeholder, String empty) {
    Object owner = placeholder.slot() < 0 ? null : slots.slot(placeholder.slot());
    if (owner instanceof String name) {
      throw new CompileException(
          CoreError.PARAMETERS,
          dialect.name(),
          "Cannot write parameter '" + name + "' into the SQL: it has no value yet. Bind one.");
    }
    Object value = owner instanceof BindNode bind ? bind.value() : placeholder.constant();
    if (!placeholder.list()) {
      out.append(literal(placeholder, value));
      return;
    }
    String separator = "";
    for (Object member : value == null ? new Object[0] : (Object[]) value) {
      out.append(separator).append(memberLiteral(placeholder, member));
      separator = ", ";
    }
    if (separator.isEmpty()) {
      out.append(empty);
    }
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
            alias.source() instanceof FromNode source && resolved(source) instanceof TableNode table
                ? table.name()
                : "anon"));
  }

  /** The name of a common table expression, which all objects that are the same share. */
  String nameOf(CteNode cte) {
    String own = cte.name();
    return own != null ? own : aliasNames.computeIfAbsent(cte.root(), key -> anonymous("anon"));
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

  /** Binds the members of a tuple side by side. */
  private record TupleBinder(List<ValueBinder<?>> members) implements ValueBinder<List<?>> {
    @Override
    public void bind(PreparedStatement statement, int index, @Nullable List<?> values)
        throws SQLException {
      for (int i = 0; i < members.size(); i++) {
        @SuppressWarnings("unchecked") // members were checked when the tuple was written
        ValueBinder<Object> binder = (ValueBinder<Object>) members.get(i);
        binder.bind(statement, index + i, values == null ? null : values.get(i));
      }
    }
  }
}
