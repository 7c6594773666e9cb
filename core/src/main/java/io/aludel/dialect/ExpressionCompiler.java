package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.dialect.internal.FunctionCalls;
import io.aludel.dialect.internal.MemberTests;
import io.aludel.dialect.internal.PlainLiterals;
import io.aludel.dialect.internal.Truths;
import io.aludel.sql.operator.Form;
import io.aludel.sql.operator.OperationNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.CastNode;
import io.aludel.sql.tree.ConstantNode;
import io.aludel.sql.tree.ConstructNode;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.LikeNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.OrderNode;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.types.IntegerType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import io.aludel.types.Wrapping;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Spells expressions. A dialect overrides what its database says otherwise; protected methods are the
 * points where databases differ. One serves one compilation.
 *
 * <p>Whoever writes an operand says how tightly its own operator binds, and parentheses follow from
 * {@link Precedence}. A value without a type takes that of its peer, the expression it is compared with;
 * so the writer of an operator hands each operand the type of the other.
 */
public class ExpressionCompiler {
  private static final HexFormat HEX = HexFormat.of();

  private final Compilation compilation;
  private final ExpressionSpeller speller;
  private final FunctionCalls functions;
  private final MemberTests members;
  private @Nullable SqlType<?> peer;
  private @Nullable Node tested;

  /**
   * Creates a compiler of standard SQL.
   *
   * @param compilation the compilation it serves
   */
  protected ExpressionCompiler(Compilation compilation) {
    this.compilation = compilation;
    this.speller = new ExpressionSpeller(this);
    this.functions = new FunctionCalls(compilation, this);
    this.members = new MemberTests(compilation, this);
  }

  /**
   * What is compiled.
   *
   * @return the compilation
   */
  protected final Compilation compilation() {
    return compilation;
  }

  /**
   * Where the SQL goes.
   *
   * @return the writer
   */
  protected final SqlWriter out() {
    return compilation.out();
  }

  /**
   * Writes an expression that needs no parentheses here.
   *
   * @param node the expression
   */
  public final void write(Node node) {
    write(node, null);
  }

  /**
   * Writes an expression that needs no parentheses here.
   *
   * @param node the expression
   * @param type the type of a value that has none of its own, or null
   */
  public final void write(Node node, @Nullable SqlType<?> type) {
    Node resolved = compilation.resolved(node);
    SqlType<?> outer = peer;
    peer = type;
    spell(resolved);
    peer = outer;
  }

  /**
   * Writes an expression, which may be a condition that stands where a value is wanted. The point for what
   * has none of its own.
   *
   * @param node the expression, which is no reference
   */
  protected void spell(Node node) {
    node.accept(speller);
  }

  /**
   * Writes an expression that belongs to the definition of a table.
   *
   * @param node the expression
   */
  protected void definition(Node node) {
    write(node);
  }

  /**
   * Writes an operand, in parentheses if it binds no tighter than the operator around it.
   *
   * @param node the operand
   * @param level the precedence of the operator around it
   * @param type the type of a value that has none of its own, or null
   */
  public final void operand(Node node, int level, @Nullable SqlType<?> type) {
    Node resolved = unlabelled(node);
    boolean parentheses = precedence(resolved) <= level;
    out().append(parentheses ? "(" : "");
    write(resolved, type);
    out().append(parentheses ? ")" : "");
  }

  /**
   * Writes a condition. Where the database has no truth values, a bare one becomes a comparison.
   *
   * @param node the condition
   * @param level the precedence of the operator or clause around it
   */
  public final void condition(Node node, int level) {
    Node resolved = unlabelled(node);
    if (resolved == ConstantNode.TRUE || resolved == ConstantNode.FALSE) {
      out().append(constantCondition(resolved == ConstantNode.TRUE));
    } else if (isBareTruth(resolved)) {
      operand(resolved, Precedence.TEST, SqlTypes.BOOLEAN);
      out().append(" = 1");
    } else {
      Node outer = tested;
      tested = resolved;
      operand(resolved, level, SqlTypes.BOOLEAN);
      tested = outer;
    }
  }

  /**
   * Whether an expression that is being written stands where a condition is wanted, rather than a value.
   *
   * @param node the expression, which is no reference
   * @return true for what {@link #condition} writes
   */
  protected final boolean isTested(Node node) {
    return node == tested;
  }

  /**
   * How tightly a node binds as this dialect spells it.
   *
   * @param node the node, which is no reference
   * @return a level of {@link Precedence}
   */
  protected int precedence(Node node) {
    if (node instanceof CastNode cast && cast.silent()) {
      return precedence(unlabelled(cast.operand()));
    }
    if (node instanceof OperationNode operation && operation.form() instanceof Form.Infix) {
      return Precedence.TEST;
    }
    return node instanceof ConstructNode
        ? compilation.constructs().precedence(node)
        : Precedence.of(node);
  }

  /**
   * A node with references resolved and labels taken off.
   *
   * @param node the node
   * @return the node itself
   */
  protected final Node unlabelled(Node node) {
    Node resolved = compilation.resolved(node);
    while (resolved instanceof LabelNode label) {
      resolved = compilation.resolved(label.operand());
    }
    return resolved;
  }

  /**
   * Whether a truth value must become a comparison to be a condition.
   *
   * @param node the truth value, which is no reference
   * @return true where the database has no truth values
   */
  protected boolean isBareTruth(Node node) {
    return Truths.isBare(node) && !compilation.dialect().supports(Capability.NATIVE_BOOLEAN);
  }

  /**
   * A truth value.
   *
   * @param value the value
   * @return its spelling
   */
  protected String truth(boolean value) {
    return value ? "true" : "false";
  }

  /**
   * A condition that is always or never true.
   *
   * @param value which of them
   * @return its spelling
   */
  protected String constantCondition(boolean value) {
    return truth(value);
  }

  /**
   * Writes a test whether something is true, or false, and so not NULL.
   *
   * @param operand what is tested
   * @param wanted which of them
   */
  protected void truthTest(Node operand, boolean wanted) {
    operand(operand, Precedence.TEST, null);
    out().append(" IS ").append(truth(wanted));
  }

  /**
   * Writes the condition of a CASE.
   *
   * @param condition the condition
   */
  protected void when(Node condition) {
    operand(condition, Precedence.PRODUCT, null);
  }

  /**
   * Writes two operands around an operator.
   *
   * @param node the operation
   * @param operator the operator's spelling, with spaces
   */
  protected final void infix(BinaryNode node, String operator) {
    left(node);
    out().append(operator);
    right(node);
  }

  /**
   * Writes the left operand.
   *
   * @param node the operation
   */
  protected final void left(BinaryNode node) {
    side(node, node.left(), compilation.typeOf(node.right()));
  }

  /**
   * Writes the right operand.
   *
   * @param node the operation
   */
  protected final void right(BinaryNode node) {
    side(node, node.right(), compilation.typeOf(node.left()));
  }

  private void side(BinaryNode node, Node side, SqlType<?> otherType) {
    int level = Precedence.of(node.operator());
    Node resolved = unlabelled(side);
    boolean same = resolved instanceof BinaryNode inner
        && inner.operator() == node.operator()
        && Precedence.isAssociative(node.operator());
    operand(resolved, same ? Precedence.LOOSEST - 1 : level, otherType);
  }

  /**
   * Writes a comparison in which NULL is a value like any other.
   *
   * @param node the comparison
   */
  protected void distinct(BinaryNode node) {
    boolean distinct = node.operator() == BinaryNode.Operator.IS_DISTINCT_FROM;
    infix(node, distinct ? " IS DISTINCT FROM " : " IS NOT DISTINCT FROM ");
  }

  /**
   * Writes the rest of a division.
   *
   * @param node the division
   */
  protected void modulo(BinaryNode node) {
    infix(node, " % ");
  }

  /**
   * Writes a quotient with its fraction.
   *
   * @param node the division
   */
  protected void divide(BinaryNode node) {
    left(node);
    out().append(" / ");
    if (mayBeWhole(node.right())) {
      out().append("CAST(");
      write(unlabelled(node.right()), compilation.typeOf(node.left()));
      out().append(" AS ").append(fractionType()).append(")");
    } else {
      right(node);
    }
  }

  /**
   * The type that a divisor is cast to, for a quotient with its fraction.
   *
   * @return its spelling
   */
  protected String fractionType() {
    return compilation.types().spellCast(SqlTypes.NUMERIC);
  }

  /**
   * Whether an expression may be a whole number, by which databases divide without a fraction.
   *
   * @param node the expression
   * @return false only if it is known to have a fraction
   */
  protected final boolean mayBeWhole(Node node) {
    SqlType<?> type = compilation.typeOf(node).generic();
    return type instanceof IntegerType || type == SqlTypes.UNKNOWN;
  }

  /**
   * Writes a quotient without its fraction.
   *
   * @param node the division
   */
  protected void divideWhole(BinaryNode node) {
    boolean whole = compilation.typeOf(node.left()).generic() instanceof IntegerType
        && compilation.typeOf(node.right()).generic() instanceof IntegerType;
    out().append(whole ? "" : "FLOOR(");
    infix(node, " / ");
    out().append(whole ? "" : ")");
  }

  /**
   * Writes texts joined.
   *
   * @param node the operation
   */
  protected void concat(BinaryNode node) {
    infix(node, " || ");
  }

  /**
   * Writes a value of the statement.
   *
   * @param node the value
   */
  protected void value(BindNode node) {
    bound(compilation.placeholder(node, peer), peer != null);
  }

  final void parameter(ParameterNode node) {
    bound(compilation.placeholder(node, peer), peer != null);
  }

  /**
   * Writes the place of a value.
   *
   * @param placeholder what is bound
   * @param compared whether it meets an expression that tells the database its type
   */
  protected void bound(Placeholder placeholder, boolean compared) {
    Wrapping around = compilation.types().bound(placeholder.type());
    out().append(around.before()).value(placeholder).append(around.after());
  }

  /**
   * A value as it is written into the SQL.
   *
   * @param value what would be handed to the driver, or null
   * @return the literal, or null if there is none for values of this class
   */
  protected @Nullable String literal(@Nullable Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof Boolean truth) {
      return truth(truth);
    }
    if (value instanceof String text) {
      return text.indexOf('\0') < 0 ? quoted(text) : null;
    }
    return value instanceof byte[] bytes
        ? binaryLiteral(HEX.formatHex(bytes))
        : PlainLiterals.of(value);
  }

  /**
   * Bytes as they are written into the SQL.
   *
   * @param digits the bytes as hexadecimal digits
   * @return the literal
   */
  protected String binaryLiteral(String digits) {
    return "X'" + digits + "'";
  }

  /**
   * Text as a literal.
   *
   * @param text the text, which does not come from an application's user
   * @return the literal
   */
  protected String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /**
   * Writes a test against single expressions or the rows of a query.
   *
   * @param node the test
   */
  protected void in(InNode node) {
    members.write(node);
  }

  /**
   * Writes a test against a list of values of any length, none included.
   *
   * @param node the test
   * @param list what is bound
   */
  protected void inList(InNode node, Placeholder list) {
    members.write(node, list);
  }

  /**
   * Writes the pattern of a {@code LIKE}.
   *
   * @param node the test
   * @param lower whether case is ignored by lower case on both sides
   */
  protected void pattern(LikeNode node, boolean lower) {
    if (node.isWhole()) {
      cased(node.pattern(), lower, Precedence.TEST);
      return;
    }
    out().append(node.match() == LikeNode.Match.STARTS ? "" : "'%' || ");
    cased(node.pattern(), lower, Precedence.TEST);
    out().append(node.match() == LikeNode.Match.ENDS ? "" : " || '%'");
  }

  /**
   * Writes text, in lower case if need be.
   *
   * @param node the text
   * @param lower whether in lower case
   * @param level the precedence of the operator around it
   */
  protected final void cased(Node node, boolean lower, int level) {
    out().append(lower ? "lower(" : "");
    operand(node, lower ? Precedence.COMMA : level, SqlTypes.STRING);
    out().append(lower ? ")" : "");
  }

  /**
   * Writes a key of ORDER BY with its direction and its place for NULL.
   *
   * @param node the key
   */
  protected void order(OrderNode node) {
    key(node.operand());
    out().append(direction(node));
    switch (node.nulls()) {
      case FIRST -> out().append(" NULLS FIRST");
      case LAST -> out().append(" NULLS LAST");
      case UNSTATED -> {}
    }
  }

  /**
   * The direction of a key.
   *
   * @param node the key
   * @return its spelling with a space before it, or nothing
   */
  protected static String direction(OrderNode node) {
    return switch (node.direction()) {
      case ASCENDING -> " ASC";
      case DESCENDING -> " DESC";
      case UNSTATED -> "";
    };
  }

  /**
   * Writes a key of ORDER BY: the name of a label that is selected, or the expression.
   *
   * @param node the expression
   */
  public final void key(Node node) {
    Node resolved = compilation.resolved(node);
    FromResolver.Frame frame = compilation.frame();
    if (resolved instanceof LabelNode label && frame != null && frame.labels().contains(label)) {
      out().append(compilation.dialect().identifiers().prepare(label.name()));
    } else if (resolved instanceof OrderNode) {
      write(resolved);
    } else {
      operand(resolved, Precedence.AND, null);
    }
  }

  /**
   * Writes an operation that not every database has.
   *
   * @param node the operation
   * @throws CompileException if this one lacks it
   */
  protected void operation(OperationNode node) {
    String what = node.form() instanceof Form.Infix infix
        ? "operator " + infix.symbol()
        : node.form().getClass().getSimpleName();
    throw new CompileException(
        CoreError.CANNOT_COMPILE,
        compilation.dialect().name(),
        "Cannot compile " + what + ": " + compilation.dialect().name()
            + " has no such operation. Compute it in the application, or use another operation.");
  }

  /**
   * Writes a call of a function.
   *
   * @param node the function
   * @param tail writes what stands behind its arguments, within the parentheses
   */
  protected void call(FunctionNode node, Runnable tail) {
    if (FunctionCalls.isKeyword(node)) {
      out().append(node.name().toUpperCase(Locale.ROOT));
    } else {
      functions.write(functionName(node.name()), node.arguments(), tail);
    }
  }

  /**
   * What a function is called here.
   *
   * @param name the name as the statement has it
   * @return the name as the database has it
   */
  protected String functionName(String name) {
    return name;
  }

  /**
   * Writes a call of a function.
   *
   * @param name the name, perhaps with a package before a dot
   * @param arguments the arguments
   */
  protected final void call(String name, List<Node> arguments) {
    functions.write(name, arguments, () -> {});
  }
}
