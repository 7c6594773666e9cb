package io.aludel.orm.mapping.internal;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a statement asks of every row of an entity in it, wherever the entity occurs (row ORM-QRY-24). */
public final class EntityCriteria implements StatementOption {
  private final EntitySource entity;
  private final Supplier<Node> words;
  private final Reach reach;
  private @Nullable Node node;

  /**
   * How far criteria go.
   *
   * @param aliases whether they hold for aliases that the application made, too
   * @param laterLoads whether they hold for what the loaded objects load later, too
   * @param again whether the words are asked for again by each execution
   */
  public record Reach(boolean aliases, boolean laterLoads, boolean again) {}

  /** Criteria in words, over the entity itself, a class above it, or one alias. */
  public EntityCriteria(EntitySource entity, Supplier<Node> words, Reach reach) {
    this.entity = entity;
    this.words = words;
    this.reach = reach;
  }

  public Reach reach() {
    return reach;
  }

  /** The same with another reach. */
  public EntityCriteria reaching(Reach other) {
    return new EntityCriteria(entity, words, other);
  }

  /** The criteria for one execution. */
  public EntityCriteria now() {
    return reach.again() ? new EntityCriteria(entity, words, reach) : this;
  }

  /** The words are asked for once, so that the values of the key are those of the SQL. */
  private synchronized Node node() {
    Node known = node;
    if (known == null) {
      known = words.get();
      node = known;
    }
    return known;
  }

  /** What is asked of the rows of an occurrence, or null. */
  @Nullable Node on(EntitySource occurrence, CompileScope scope) {
    boolean mine = occurrence == entity
        || (!entity.isAlias()
            && entity.type().isAssignableFrom(occurrence.type())
            && (reach.aliases() || !occurrence.isNamedByApplication()));
    for (Exemption exception : scope.attached(Exemption.class)) {
      mine &= !exception.excuses(this, occurrence);
    }
    return mine ? new Writing(occurrence, scope).criteria() : null;
  }

  /** What all criteria of a compilation ask of the rows of an occurrence. */
  public static List<Node> all(EntitySource occurrence, CompileScope scope) {
    List<Node> found = new ArrayList<>();
    for (EntityCriteria each : scope.attached(EntityCriteria.class)) {
      Node asked = each.on(occurrence, scope);
      if (asked != null) {
        found.add(asked);
      }
    }
    return found;
  }

  /** Writes the criteria for an occurrence; within their own subqueries they do not hold. */
  private final class Writing {
    private final EntitySource occurrence;
    private final CompileScope scope;
    private final Rewriter rewriter = new Rewriter(this::replacement);

    Writing(EntitySource occurrence, CompileScope scope) {
      this.occurrence = occurrence;
      this.scope = scope;
    }

    Node criteria() {
      List<Node> moved = OccurrenceNode.moved(List.of(node()), entity, occurrence);
      return rewriter.node(moved.get(0));
    }

    private @Nullable Element replacement(Element element) {
      if (element instanceof AttributeNode || element instanceof ColumnOfSource) {
        return element;
      }
      if (element instanceof ReferenceNode reference && !(element instanceof EntityNode)) {
        return rewriter.node(reference.resolve(scope));
      }
      if (element instanceof SelectNode select) {
        SelectNode inner = select.rebuilt(rewriter);
        List<StatementOption> options = new ArrayList<>(inner.options());
        options.add(new Exemption(EntityCriteria.this, null));
        return inner.withOptions(options);
      }
      return null;
    }
  }

  /**
   * Where criteria do not hold: in the subqueries of their own condition, or for an occurrence whose rows
   * are known.
   *
   * @param criteria the criteria, or null for all
   * @param occurrence the occurrence, or null for all
   */
  public record Exemption(
      @Nullable EntityCriteria criteria, @Nullable EntitySource occurrence)
      implements StatementOption {
    boolean excuses(EntityCriteria asked, EntitySource of) {
      return (criteria == null || criteria == asked) && (occurrence == null || occurrence == of);
    }

    @Override
    public void key(KeyBuilder keys) {
      keys.add(Exemption.class).optional(occurrence);
    }
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(EntityCriteria.class).add(reach).element(entity).element(node());
  }

  @Override
  public String toString() {
    return "withLoaderCriteria(" + entity + ")";
  }
}
