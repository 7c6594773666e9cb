package io.aludel.orm.mapping.internal.relation;

import io.aludel.orm.mapping.JoinCondition;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.OccurrenceNode;
import io.aludel.schema.Table;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether there are related rows for which something holds: the EXISTS behind any and has. */
public final class RelatedRows extends RelationshipTest {
  private final RelationshipPath path;
  private final EntitySource target;
  private final List<Node> criteria;

  /**
   * Related rows at an occurrence of the related entity.
   *
   * @param path the relationship
   * @param target the occurrence, which is the subquery's own
   * @param criteria what must hold, over that occurrence
   */
  public RelatedRows(RelationshipPath path, EntitySource target, List<Node> criteria) {
    this.path = path;
    this.target = target;
    this.criteria = List.copyOf(criteria);
  }

  @Override
  public Node resolve(CompileScope scope) {
    return exists(path, target, criteria, scope);
  }

  static Node exists(
      RelationshipPath path, EntitySource target, List<Node> criteria, CompileScope scope) {
    RelationshipProperty relationship = path.in(scope);
    Table link = relationship.secondary();
    JoinCondition.Sides sides = path.sides(scope, target, link == null ? target : link);
    List<Node> conditions = new ArrayList<>();
    conditions.add(relationship.join().primary(sides));
    @Nullable Node second = relationship.join().secondary(sides);
    if (second != null) {
      conditions.add(second);
    }
    conditions.addAll(criteria);
    return Tests.exists(link == null ? List.of(target) : List.of(target, link), conditions);
  }

  @Override
  public RelationshipTest moved(EntitySource from, EntitySource to) {
    List<Node> moved = target == from ? criteria : OccurrenceNode.moved(criteria, from, to);
    return path.owner() == from
        ? new RelatedRows(new RelationshipPath(to, path.name()), target, moved)
        : moved == criteria ? this : new RelatedRows(path, target, moved);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(RelatedRows.class);
    path.key(keys);
    keys.element(target).elements(criteria);
  }

  @Override
  public String toString() {
    return "EXISTS " + path;
  }
}
