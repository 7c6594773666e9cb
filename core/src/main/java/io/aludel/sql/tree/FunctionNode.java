package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function.
 *
 * @param name the name as it is written
 * @param arguments the arguments
 * @param result the type of its value, or null for that of the first argument
 */
public record FunctionNode(
    String name, List<Node> arguments, @Nullable SqlType<?> result) implements Node {
  @Override
  public SqlType<?> type(CompileScope scope) {
    if (result != null) {
      return result;
    }
    return arguments.isEmpty() ? SqlTypes.UNKNOWN : arguments.get(0).type(scope);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(FunctionNode.class).add(name).add(result == null ? "" : result).elements(arguments);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    arguments.forEach(action);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    List<Node> newArguments = parts.nodes(arguments);
    boolean same = newArguments == arguments;
    return same ? this : new FunctionNode(name, newArguments, result);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }
}
