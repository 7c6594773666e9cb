package io.aludel.orm.attribute;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.OccurrenceNode;
import io.aludel.orm.mapping.internal.relation.JoinedEntities;
import io.aludel.orm.mapping.internal.relation.Occurrences;
import io.aludel.orm.mapping.internal.relation.ParentTest;
import io.aludel.orm.mapping.internal.relation.RelatedRows;
import io.aludel.orm.mapping.internal.relation.RelationshipJoin;
import io.aludel.orm.mapping.internal.relation.RelationshipPath;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.Condition;
import io.aludel.sql.FromClause;
import io.aludel.sql.JoinTarget;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.JoinTargetNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A relationship to another entity: something to join along, to test, and to load.
 *
 * @param <E> the entity class
 * @param <T> the related entity class
 * @param <R> the metamodel of the related entity
 */
public abstract sealed class RelationshipAttribute<E, T, R extends EntityReference<T>>
    extends Attribute<E, T> implements JoinTarget permits ReferenceAttribute, CollectionAttribute {
  private final Target<R> target;
  private final List<Condition> criteria;

  RelationshipAttribute(
      EntityReference<E> owner, String name, Target<R> target, List<Condition> criteria) {
    super(owner, name);
    this.target = target;
    this.criteria = criteria;
  }

  /**
   * The related entity. Initialises its metamodel, which is why it is not asked for earlier: two
   * entities that refer to each other could not be initialised otherwise.
   *
   * @return the related entity itself, or what {@code ofType} said
   */
  public final R target() {
    return target.plain().get();
  }

  /**
   * What {@code and} added to the condition of the relationship.
   *
   * @return the conditions; empty unless there are any
   */
  public final List<Condition> criteria() {
    return criteria;
  }

  /**
   * The relationship leading to a certain occurrence of its target, with the same criteria.
   *
   * @param alias the occurrence, such as {@code Employee_.as("boss")}
   * @return what to join
   * @throws ArgumentException if it is an occurrence of another entity
   */
  @Override
  public final JoinTarget toward(FromClause alias) {
    FromNode to = ArgumentException.requireNonNull(alias, "the alias to join " + this + " to")
        .fromNode();
    Class<T> leads = target().type();
    if (to instanceof EntitySource source && !Occurrences.areRelated(leads, source.type())) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot join " + this + " to " + source + ": it leads to " + leads.getSimpleName()
              + ". Give an alias of that entity.");
    }
    return new Directed(this, to);
  }

  @Override
  public final JoinTargetNode joinNode() {
    return join(source(target()));
  }

  final JoinedEntities joined(EntityReference<?> from, JoinNode.Kind kind) {
    if (from != owner()) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot join " + from + " along " + this
              + ": that is a relationship of another occurrence." + " Take the attribute from "
              + from + ".");
    }
    return new JoinedEntities(join(source(target())), kind);
  }

  private RelationshipJoin join(FromNode to) {
    List<Node> nodes = criteria.stream().map(Condition::node).toList();
    boolean alias = to instanceof EntitySource;
    return new RelationshipJoin(path(), to, alias ? movedTo((EntitySource) to, nodes) : nodes);
  }

  /** What was said of the related entity itself, said of an occurrence of it. */
  private List<Node> movedTo(EntitySource occurrence, List<Node> nodes) {
    return OccurrenceNode.moved(nodes, EntitySource.of(target().type()), occurrence);
  }

  /** A relationship on its way to an occurrence of its target. */
  private record Directed(RelationshipAttribute<?, ?, ?> relationship, FromNode to)
      implements JoinTarget {
    @Override
    public JoinTargetNode joinNode() {
      return relationship.join(to);
    }
  }

  /** A condition made of a node. */
  record Test(Node node) implements Condition {}

  final RelationshipPath path() {
    return new RelationshipPath(source(owner()), name());
  }

  final Target<R> way() {
    return target;
  }

  static EntitySource source(EntityReference<?> entity) {
    return (EntitySource) entity.fromNode();
  }

  /** Whether there are related rows, of an occurrence that is not the owner's, that fulfil criteria. */
  final Condition exists(@Nullable Function<? super R, Condition> condition) {
    R plain = target();
    boolean circle = Occurrences.apart(source(owner()), source(plain)) != source(plain);
    R rows = circle ? target.alias().get() : plain;
    List<Node> stated = criteria.stream().map(Condition::node).toList();
    List<Node> all = new ArrayList<>(movedTo(source(rows), stated));
    if (condition != null) {
      Condition made = condition.apply(rows);
      all.add(ArgumentException.requireNonNull(made, "the condition on " + this).node());
    }
    return new Test(new RelatedRows(path(), source(rows), all));
  }

  final Condition existsWith(Condition... conditions) {
    EntitySource rows = Occurrences.apart(source(owner()), source(target()));
    List<Node> nodes = new ArrayList<>(criteria.stream().map(Condition::node).toList());
    for (Condition each :
        ArgumentException.requireNonNull(conditions, "the conditions on " + this)) {
      nodes.add(ArgumentException.requireNonNull(each, "a condition on " + this).node());
    }
    return new Test(new RelatedRows(path(), rows, movedTo(rows, nodes)));
  }

  /**
   * Whether a row of the related entity is one that this relationship of an object leads to.
   *
   * @param parent the object
   * @return the condition, over {@link #target()}
   */
  public final Condition leadsFrom(E parent) {
    return new Test(
        new ParentTest(path(), source(target()), managed(parent, owner().type(), "the parent")));
  }

  final ManagedEntity managed(@Nullable Object object, Class<?> type, String role) {
    Object present = ArgumentException.requireNonNull(object, role + " of " + this);
    if (!type.isInstance(present) || !(present instanceof ManagedEntity entity)) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot compare " + this + " with an object of " + present.getClass().getName()
              + ": it leads to " + type.getSimpleName() + ". Give an object of that class.");
    }
    return entity;
  }

  static List<Condition> joined(List<Condition> present, Condition... more) {
    List<Condition> all = new ArrayList<>(present);
    for (Condition each : ArgumentException.requireNonNull(more, "the further conditions")) {
      all.add(ArgumentException.requireNonNull(each, "a further condition"));
    }
    return List.copyOf(all);
  }
}
