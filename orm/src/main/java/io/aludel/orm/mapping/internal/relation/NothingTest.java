package io.aludel.orm.mapping.internal.relation;

import io.aludel.orm.mapping.Direction;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.schema.Column;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether a relationship to one object leads to none. */
public final class NothingTest extends RelationshipTest {
  private final RelationshipPath path;
  private final boolean negated;

  /** Leads to none or, if negated, to one. */
  public NothingTest(RelationshipPath path, boolean negated) {
    this.path = path;
    this.negated = negated;
  }

  @Override
  public Node resolve(CompileScope scope) {
    RelationshipProperty relationship = path.in(scope);
    if (relationship.direction() != Direction.MANY_TO_ONE) {
      EntitySource plain = EntitySource.of(relationship.target().type());
      EntitySource target = Occurrences.apart(path.owner(), plain);
      Node exists = RelatedRows.exists(path, target, List.of(), scope);
      return negated ? exists : Tests.not(exists);
    }
    Set<Column<?>> columns = new LinkedHashSet<>();
    relationship.join().pairs().forEach(pair -> columns.add(pair.from()));
    List<Node> tests = new ArrayList<>();
    for (Column<?> column : columns) {
      Node node = path.ownerColumns(scope).apply(column);
      tests.add(negated ? Tests.isNotNull(node) : Tests.isNull(node));
    }
    return negated ? Tests.any(tests) : Tests.all(tests);
  }

  @Override
  public RelationshipTest moved(EntitySource from, EntitySource to) {
    return path.owner() == from
        ? new NothingTest(new RelationshipPath(to, path.name()), negated)
        : this;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(NothingTest.class).add(negated);
    path.key(keys);
  }

  @Override
  public String toString() {
    return path + (negated ? " IS NOT NULL" : " IS NULL");
  }
}
