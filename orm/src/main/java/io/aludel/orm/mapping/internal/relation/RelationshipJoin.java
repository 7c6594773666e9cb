package io.aludel.orm.mapping.internal.relation;

import io.aludel.InvalidRequestException;
import io.aludel.orm.mapping.JoinCondition;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.MapperLookup;
import io.aludel.schema.Table;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.JoinTargetNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A join along a relationship.
 *
 * @param path the relationship
 * @param target the occurrence of the related entity that it leads to
 * @param criteria what else must be true of the related rows
 */
public record RelationshipJoin(RelationshipPath path, FromNode target, List<Node> criteria)
    implements JoinTargetNode {
  @Override
  public void key(KeyBuilder keys) {
    keys.add(RelationshipJoin.class);
    path.key(keys);
    keys.element(target).elements(criteria);
  }

  @Override
  public List<Step> steps(CompileScope scope) {
    return steps(scope, JoinNode.Kind.INNER);
  }

  @Override
  public List<Step> steps(CompileScope scope, JoinNode.Kind kind) {
    RelationshipProperty relationship = path.in(scope);
    if (target == path.owner() || isSameTable(scope)) {
      throw new InvalidRequestException(
          MappingMessage.JOIN_NEEDS_ALIAS,
          MappingMessage.JOIN_NEEDS_ALIAS.text(path, target, path.owner().type().getSimpleName()));
    }
    Table secondary = relationship.secondary();
    if (secondary == null) {
      Node on = relationship.join().primary(path.sides(scope, target, target));
      return List.of(new Step(path.owner(), target, all(on)));
    }
    AliasNode link = new AliasNode(secondary, null);
    JoinCondition.Sides sides = path.sides(scope, target, link);
    Node first = relationship.join().primary(sides);
    Node second = all(Objects.requireNonNull(relationship.join().secondary(sides)));
    if (kind == JoinNode.Kind.INNER) {
      return List.of(new Step(path.owner(), link, first), new Step(link, target, second));
    }
    FromNode linked = new JoinNode(link, target, JoinNode.Kind.INNER, second);
    return List.of(new Step(path.owner(), linked, first));
  }

  /** Two entities of one hierarchy share a table. */
  private boolean isSameTable(CompileScope scope) {
    return target instanceof EntitySource entity
        && !entity.isAlias()
        && !path.owner().isAlias()
        && !Collections.disjoint(
            MapperLookup.in(scope, entity.type()).tables(),
            MapperLookup.in(scope, path.owner().type()).tables());
  }

  private Node all(Node on) {
    List<Node> members = new ArrayList<>(criteria.size() + 1);
    members.add(on);
    members.addAll(criteria);
    return Tests.all(members);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
