package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A test whether something in FROM that has a name is equal to a value. What is meant is looked for when
 * the statement is compiled.
 *
 * @param name the name
 * @param value the value, or null for a test for NULL
 */
public record NamedTestNode(String name, @Nullable Node value) implements Construct {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return SqlTypes.BOOLEAN;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(NamedTestNode.class).add(name).optional(value);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    if (value != null) {
      action.accept(value);
    }
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    Node copy = parts.optional(value);
    return copy == value ? this : new NamedTestNode(name, copy);
  }

  @Override
  public void accept(ConstructVisitor visitor) {
    visitor.visit(this);
  }
}
