package io.aludel.sql.extension;

import io.aludel.ArgumentException;
import io.aludel.sql.ColumnExpression;
import io.aludel.sql.Expression;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.ExtensionNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A function of an application, which databases call or spell differently. Kept in a constant: two calls
 * are the same only if they are calls of one function object. Immutable and safe to share; each method
 * but {@link #call} gives a copy.
 *
 * <pre>{@code
 * static final DialectFunction<String> JOINED =
 *     DialectFunction.named("string_agg", STRING).on("sqlite", "group_concat");
 * select(JOINED.call(users.name, literal(", ")))
 * }</pre>
 *
 * @param <T> the Java type of its values
 */
public final class DialectFunction<T> {
  private final String name;
  private final SqlType<T> type;
  private final Spellings<Arguments> spellings;

  private DialectFunction(String name, SqlType<T> type, Spellings<Arguments> spellings) {
    this.name = name;
    this.type = type;
    this.spellings = spellings;
  }

  /**
   * What a function is called with.
   *
   * @param nodes the arguments
   */
  public record Arguments(List<Node> nodes) {
    /** Keeps its own copy of the list. */
    public Arguments {
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * A function that is called by a name, in quotes if the name needs them.
   *
   * @param name the name, used wherever nothing else is said
   * @param type the type of its values
   * @param <T> their Java type
   * @return the function
   * @throws ArgumentException if an argument is null or the name is blank
   */
  public static <T> DialectFunction<T> named(String name, SqlType<T> type) {
    String checked = ArgumentException.requireText(name, "the name of a function");
    return new DialectFunction<>(
        checked,
        ArgumentException.requireNonNull(type, "the type of function '" + name + "'"),
        Spellings.<Arguments>none().otherwise(called(checked)));
  }

  private static Spelling<Arguments> called(String name) {
    return (it, out) -> out.identifier(name).text("(").nodes(it.nodes()).text(")");
  }

  /**
   * The function under another name on one database.
   *
   * @param dialect the name of the dialect
   * @param other what it is called there
   * @return a copy
   * @throws ArgumentException if an argument is null or blank
   */
  public DialectFunction<T> on(String dialect, String other) {
    String called = ArgumentException.requireText(other, "the name of a function");
    return new DialectFunction<>(name, type, spellings.on(dialect, called(called)));
  }

  /**
   * The function spelled otherwise on one database.
   *
   * @param dialect the name of the dialect
   * @param spelling writes the call
   * @return a copy
   * @throws ArgumentException if an argument is null or blank
   */
  public DialectFunction<T> on(String dialect, Spelling<Arguments> spelling) {
    return new DialectFunction<>(name, type, spellings.on(dialect, spelling));
  }

  /**
   * A call. Sends nothing.
   *
   * @param arguments the arguments
   * @return its value
   * @throws ArgumentException if an argument is null
   */
  public ColumnExpression<T> call(Expression<?>... arguments) {
    List<Node> nodes = new ArrayList<>();
    for (Expression<?> argument :
        ArgumentException.requireNonNull(arguments, "the arguments of function '" + name + "'")) {
      nodes.add(ArgumentException.requireNonNull(argument, "an argument of function '" + name + "'")
          .node());
    }
    return Typed.expression(new CallNode<>(this, new Arguments(nodes)));
  }

  @Override
  public String toString() {
    return name;
  }

  /** A call as it stands in a tree. */
  private record CallNode<T>(DialectFunction<T> function, Arguments arguments)
      implements ExtensionNode {
    @Override
    public SqlType<?> type(CompileScope scope) {
      return function.type;
    }

    @Override
    public void key(KeyBuilder keys) {
      keys.add(CallNode.class).add(function).elements(arguments.nodes());
    }

    @Override
    public void forEachPart(Consumer<? super Element> action) {
      arguments.nodes().forEach(action);
    }

    @Override
    public Node rebuilt(Rewriter parts) {
      return new CallNode<>(function, new Arguments(parts.nodes(arguments.nodes())));
    }

    @Override
    public void write(Writer out) {
      function.spellings.write(arguments, out);
    }
  }
}
