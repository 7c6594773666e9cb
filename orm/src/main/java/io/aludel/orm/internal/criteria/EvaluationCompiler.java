package io.aludel.orm.internal.criteria;

import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.HybridNode;
import io.aludel.schema.Column;
import io.aludel.sql.tree.BetweenNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.CastNode;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.ConstantNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.LikeNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.UnaryNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns criteria into something that can be worked out on objects: comparisons, logic, IN, BETWEEN, null
 * tests, arithmetic, concatenation, and how a text starts, ends or what it contains. Whatever else there
 * is needs the database.
 */
final class EvaluationCompiler {
  private final EntityLayout layout;
  private final EntitySource target;

  EvaluationCompiler(EntityLayout layout, EntitySource target) {
    this.layout = layout;
    this.target = target;
  }

  /** All of some conditions together. */
  Evaluation all(List<Node> conditions) throws NotEvaluableException {
    return conjunction(ConjunctionNode.Kind.AND, conditions);
  }

  Evaluation compile(Node node) throws NotEvaluableException {
    if (node instanceof AttributeNode attribute && attribute.owner() == target) {
      return attribute(layout.mapper().property(attribute.name()));
    }
    if (node instanceof HybridNode hybrid && hybrid.owner() == target) {
      return compile(hybrid.expression());
    }
    if (node instanceof CastNode cast && cast.silent()) {
      return compile(cast.operand());
    }
    if (node instanceof Column<?> column) {
      ColumnProperty<?> property = layout.mapper().findProperty(column);
      if (property != null) {
        return attribute(property);
      }
    }
    if (node instanceof BindNode bind && !bind.expanding()) {
      Object value = bind.value();
      return (state, entity) -> value;
    }
    if (node instanceof ConstantNode constant) {
      return constant(constant);
    }
    return operation(node);
  }

  private Evaluation operation(Node node) throws NotEvaluableException {
    if (node instanceof BinaryNode binary) {
      return binary(binary);
    }
    if (node instanceof ConjunctionNode conjunction) {
      return conjunction(conjunction.kind(), conjunction.members());
    }
    if (node instanceof UnaryNode unary) {
      return unary(unary);
    }
    if (node instanceof InNode in) {
      return in(in);
    }
    if (node instanceof BetweenNode between) {
      return between(between);
    }
    if (node instanceof LikeNode like) {
      return like(like);
    }
    throw new NotEvaluableException(node);
  }

  /** What SQL works out may have changed since it was read. */
  private Evaluation attribute(ColumnProperty<?> property) {
    if (property.isComputed()) {
      return (state, entity) -> Evaluation.UNSURE;
    }
    return (state, entity) -> {
      int index = state.layout().indexFrom(layout, property.index());
      return state.isUnloaded(entity, index) ? Evaluation.UNSURE : state.read(entity, index);
    };
  }

  private static Evaluation constant(ConstantNode constant) {
    return switch (constant) {
      case TRUE, ABSENT -> (state, entity) -> true;
      case FALSE -> (state, entity) -> false;
      case NULL -> (state, entity) -> null;
    };
  }

  private Evaluation conjunction(ConjunctionNode.Kind kind, List<Node> members)
      throws NotEvaluableException {
    boolean and = kind == ConjunctionNode.Kind.AND;
    List<Evaluation> parts = new ArrayList<>();
    for (Node member : members) {
      parts.add(compile(member));
    }
    return (state, entity) -> {
      Object truth = and;
      for (Evaluation part : parts) {
        Object next = part.of(state, entity);
        truth = and ? Truth.and(truth, next) : Truth.or(truth, next);
      }
      return truth;
    };
  }

  private Evaluation unary(UnaryNode node) throws NotEvaluableException {
    Evaluation operand = compile(node.operand());
    return switch (node.operator()) {
      case NOT -> (state, entity) -> Truth.not(operand.of(state, entity));
      case IS_NULL -> known(operand, value -> value == null);
      case IS_NOT_NULL -> known(operand, value -> value != null);
      case IS_TRUE -> known(operand, Boolean.TRUE::equals);
      case IS_FALSE -> known(operand, Boolean.FALSE::equals);
      case NEGATE ->
        (state, entity) ->
            Arithmetic.apply(BinaryNode.Operator.SUBTRACT, 0, operand.of(state, entity));
      case DISTINCT -> throw new NotEvaluableException(node);
    };
  }

  private static Evaluation known(
      Evaluation operand, java.util.function.Predicate<@Nullable Object> test) {
    return (state, entity) -> {
      Object value = operand.of(state, entity);
      return value == Evaluation.UNSURE ? value : (Object) test.test(value);
    };
  }

  private Evaluation binary(BinaryNode node) throws NotEvaluableException {
    Evaluation left = compile(node.left());
    Evaluation right = compile(node.right());
    BinaryNode.Operator operator = node.operator();
    return switch (operator) {
      case EQ, NE, LT, LE, GT, GE ->
        (state, entity) ->
            Comparison.apply(operator, left.of(state, entity), right.of(state, entity));
      case IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM ->
        (state, entity) ->
            Comparison.distinct(operator, left.of(state, entity), right.of(state, entity));
      case ADD, SUBTRACT, MULTIPLY, CONCAT ->
        (state, entity) ->
            Arithmetic.apply(operator, left.of(state, entity), right.of(state, entity));
      case DIVIDE, DIVIDE_WHOLE, MODULO -> throw new NotEvaluableException(node);
    };
  }

  private Evaluation in(InNode node) throws NotEvaluableException {
    Evaluation operand = compile(node.operand());
    List<Evaluation> members = new ArrayList<>();
    for (Node member : node.members()) {
      if (member instanceof BindNode bind && bind.expanding()) {
        for (Object value : (@Nullable Object[]) java.util.Objects.requireNonNull(bind.value())) {
          members.add((state, entity) -> value);
        }
      } else {
        members.add(compile(member));
      }
    }
    return (state, entity) -> {
      Object value = operand.of(state, entity);
      Object found = false;
      for (Evaluation member : members) {
        found = Truth.or(
            found, Comparison.apply(BinaryNode.Operator.EQ, value, member.of(state, entity)));
      }
      return node.negated() ? Truth.not(found) : found;
    };
  }

  private Evaluation between(BetweenNode node) throws NotEvaluableException {
    Evaluation operand = compile(node.operand());
    Evaluation low = compile(node.low());
    Evaluation high = compile(node.high());
    return (state, entity) -> {
      Object value = operand.of(state, entity);
      Object inside = Truth.and(
          Comparison.apply(BinaryNode.Operator.GE, value, low.of(state, entity)),
          Comparison.apply(BinaryNode.Operator.LE, value, high.of(state, entity)));
      return node.negated() ? Truth.not(inside) : inside;
    };
  }

  private Evaluation like(LikeNode node) throws NotEvaluableException {
    if (node.match() == LikeNode.Match.PATTERN || node.ignoreCase()) {
      throw new NotEvaluableException(node);
    }
    Evaluation operand = compile(node.operand());
    Evaluation piece = piece(node);
    return (state, entity) -> {
      Object matches =
          Comparison.matches(node.match(), operand.of(state, entity), piece.of(state, entity));
      return node.negated() ? Truth.not(matches) : matches;
    };
  }

  private Evaluation piece(LikeNode node) throws NotEvaluableException {
    Evaluation given = compile(node.pattern());
    String escape = node.escape();
    if (escape == null) {
      return given;
    }
    return (state, entity) -> given.of(state, entity) instanceof String pattern
        ? Comparison.piece(node.match().within(pattern), escape.charAt(0))
        : Evaluation.UNSURE;
  }
}
