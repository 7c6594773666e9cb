package io.aludel.sql.internal;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.Supplemented;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.Traversal;
import io.aludel.types.SqlTypes;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts values in place of named parameters. */
public final class ParameterValues implements Rewriter.Replacement {
  private final Map<String, ? extends @Nullable Object> values;
  private final Map<String, BindNode> binds = new HashMap<>();

  private ParameterValues(Map<String, ? extends @Nullable Object> values) {
    this.values = values;
  }

  public static <S> S into(
      Supplemented<S> statement, Map<String, ? extends @Nullable Object> values) {
    Set<String> known = names(statement.statementNode());
    if (!known.containsAll(values.keySet())) {
      throw new ArgumentException(
          CoreError.PARAMETERS,
          "The parameters " + values.keySet()
              + " cannot be given to a statement whose parameters are " + known
              + ". Name those that it has.");
    }
    return statement.rebuilt(new Rewriter(new ParameterValues(values)));
  }

  private static Set<String> names(StatementNode node) {
    Set<String> names = new LinkedHashSet<>();
    Traversal.find(node, ParameterNode.class).forEach(parameter -> names.add(parameter.name()));
    return names;
  }

  /** A parameter that is there several times becomes one bind, and keeps its one slot. */
  @Override
  public @Nullable Element of(Element element) {
    if (!(element instanceof ParameterNode parameter) || !values.containsKey(parameter.name())) {
      return null;
    }
    var type = parameter.type() == SqlTypes.UNKNOWN ? null : parameter.type();
    return binds.computeIfAbsent(parameter.name(), name -> BindNode.of(values.get(name), type));
  }
}
