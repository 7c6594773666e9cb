package io.aludel.orm.mapping.internal.relation;

import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.HybridNode;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves what was said of an entity to another occurrence of it. */
public final class Occurrences {
  private Occurrences() {}

  /** Whether objects of one class may be objects of the other. */
  public static boolean areRelated(Class<?> one, Class<?> other) {
    return one.isAssignableFrom(other) || other.isAssignableFrom(one);
  }

  /** An occurrence of an entity that cannot be taken for the owner's: a new alias, if it could. */
  public static EntitySource apart(EntitySource owner, EntitySource target) {
    boolean same = !owner.isAlias() && !target.isAlias();
    return same && areRelated(owner.type(), target.type())
        ? EntitySource.alias(target.type(), null)
        : target;
  }

  /** The expressions with the attributes of one occurrence taken from another. */
  public static List<Node> moved(List<Node> nodes, EntitySource from, EntitySource to) {
    return from == to
        ? nodes
        : new Rewriter(element -> replacement(element, from, to)).nodes(nodes);
  }

  private static @Nullable Element replacement(
      Element element, EntitySource from, EntitySource to) {
    if (element instanceof AttributeNode attribute && attribute.owner() == from) {
      return new AttributeNode(to, attribute.name());
    }
    if (element instanceof HybridNode hybrid && hybrid.owner() == from) {
      return moved(List.of(hybrid.expression()), from, to).get(0);
    }
    return element instanceof RelationshipTest test ? test.moved(from, to) : null;
  }
}
