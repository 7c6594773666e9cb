package io.aludel.orm.mapping.internal.relation;

import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.schema.Column;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.sql.Insert;
import io.aludel.sql.tree.Node;
import java.util.function.Function;

/**
 * The rows that a collection of one object has as members, in statements.
 *
 * @param relationship the collection
 * @param owner the object
 */
public record MembersOf(RelationshipProperty relationship, ManagedEntity owner) {
  private RelationshipPath path() {
    return new RelationshipPath(EntitySource.of(relationship.owner().type()), relationship.name());
  }

  /** That a row of the related entity is a member. */
  public Condition condition() {
    EntitySource rows = EntitySource.of(relationship.target().type());
    return new Member(new ParentTest(path(), rows, owner));
  }

  /** The INSERT with the key of the owner for each row. */
  public Insert giveTo(Insert insert) {
    Function<Column<?>, Node> keys =
        new ObjectColumns(path(), owner, ConditionColumns::ofOwner).in(relationship);
    Insert given = insert;
    for (ColumnPair pair : relationship.join().copied()) {
      given = set(given, pair.to(), keys.apply(pair.from()));
    }
    return given;
  }

  private static <V> Insert set(Insert insert, Column<V> column, Node key) {
    return insert.set(column, new Key<V>(key));
  }

  /** A condition made of a node. */
  private record Member(Node node) implements Condition {}

  /** A value made of a node. */
  private record Key<V>(Node node) implements Expression<V> {}
}
