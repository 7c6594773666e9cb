package io.aludel.orm.mapping;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Lazy;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.declared.CollectionClass;
import io.aludel.orm.mapping.internal.declared.FieldTarget;
import io.aludel.orm.mapping.internal.join.End;
import io.aludel.orm.mapping.internal.property.MapKeying;
import io.aludel.orm.mapping.internal.property.Positions;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Traversal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which settings of a relationship go together (parity rows ORM-REL-15 and 37). */
final class RelationshipRules {
  private static final Set<Cascade> WRITING =
      EnumSet.of(Cascade.SAVE_UPDATE, Cascade.DELETE, Cascade.DELETE_ORPHAN);

  private final Mapper<?> owner;
  private final RelationshipDraft draft;
  private final Mapper<?> target;
  private final End foreign;
  private final String name;

  RelationshipRules(Mapper<?> owner, RelationshipDraft draft, Mapper<?> target, End foreign) {
    this.owner = owner;
    this.draft = draft;
    this.target = target;
    this.foreign = foreign;
    this.name = owner.entityName() + "." + draft.name();
  }

  /**
   * The settings as they apply.
   *
   * @param warnings takes what is odd
   * @throws MappingException if two settings exclude each other
   */
  RelationshipSettings checked(List<String> warnings) {
    RelationshipSettings settings = withWayOfLoading(draft.settings());
    CollectionClass.check(name, draft.field(), settings.container().wrapping(), target.type());
    if (settings.loading().rows() != null) {
      checkRows(settings);
    }
    checkOrder(settings);
    checkMapKey(settings);
    checkPositions(settings);
    if (settings.isViewOnly()) {
      return viewed(settings, warnings);
    }
    checkCascades(settings, warnings);
    return settings;
  }

  /** The type of the field says that a collection is write-only, and only that type can be. */
  private RelationshipSettings withWayOfLoading(RelationshipSettings settings) {
    boolean writeOnly = FieldTarget.isWriteOnly(draft.field().type());
    boolean unsaid = settings.lazy() == Lazy.SELECT;
    if (writeOnly
        ? !unsaid && settings.lazy() != Lazy.WRITE_ONLY
        : settings.lazy() == Lazy.WRITE_ONLY) {
      throw failure(
          MappingMessage.WRITE_ONLY_TYPE, draft.field().type().getSimpleName(), settings.lazy());
    }
    return writeOnly ? settings.withLazy(Lazy.WRITE_ONLY) : settings;
  }

  private void checkCascades(RelationshipSettings settings, List<String> warnings) {
    Set<Cascade> cascades = settings.cascades();
    RelationshipSettings.Persistence persistence = settings.persistence();
    boolean orphans = cascades.contains(Cascade.DELETE_ORPHAN);
    if (orphans && !cascades.contains(Cascade.DELETE)) {
      throw MappingException.of(
          MappingMessage.ORPHAN_WITHOUT_DELETE, name, owner.entityName(), draft.name());
    }
    if (orphans && foreign != End.TARGET && !persistence.singleParent()) {
      throw failure(
          MappingMessage.ORPHAN_OF_MANY, foreign == End.LINK ? "many-to-many" : "many-to-one");
    }
    if (persistence.passiveDeletes() == PassiveDeletes.NEVER_NULL
        && cascades.contains(Cascade.DELETE)) {
      throw failure(MappingMessage.NEVER_NULL_AND_DELETE);
    }
    if (persistence.passiveDeletes() != PassiveDeletes.LOAD && foreign == End.OWNER) {
      warnings.add(name
          + " sets passiveDeletes, which concerns the rows that refer to the owner; in a many-to-one"
          + " there are none. Set it on the other side.");
    }
  }

  /** Nothing that a flush does applies; the usual cascades are cut down to what is left of them. */
  private RelationshipSettings viewed(RelationshipSettings settings, List<String> warnings) {
    RelationshipSettings.Persistence persistence = settings.persistence();
    if (persistence.passiveDeletes() != PassiveDeletes.LOAD || !persistence.passiveUpdates()) {
      warnings.add(
          name + " is viewOnly, so passiveDeletes and passiveUpdates have no effect. Drop them.");
    }
    if (settings.cascades().equals(RelationshipSettings.USUAL_CASCADES)) {
      return settings.withCascades(Set.of(Cascade.MERGE));
    }
    for (Cascade each : settings.cascades()) {
      if (WRITING.contains(each)) {
        throw failure(MappingMessage.VIEW_ONLY_CASCADE, each);
      }
    }
    return settings;
  }

  /** Rows of a query can be read, and nothing else. */
  private void checkRows(RelationshipSettings settings) {
    String wrong = "";
    Class<?> shown = Objects.requireNonNull(settings.loading().rows()).type();
    if (!settings.isViewOnly()) {
      wrong = "it would be written. Make it viewOnly";
    } else if (foreign == End.LINK) {
      wrong = "it goes through a link table. Join that in the query";
    } else if (shown != target.type()) {
      wrong = "they are those of " + shown.getSimpleName() + ". Read " + target.entityName();
    }
    if (!wrong.isEmpty()) {
      throw failure(MappingMessage.ROWS_AS_TARGET, wrong);
    }
  }

  private void checkOrder(RelationshipSettings settings) {
    for (Node key : settings.orderBy()) {
      for (AttributeNode each : Traversal.find(key, AttributeNode.class)) {
        if (each.owner().type().isAssignableFrom(target.type())
            && target.findProperty(each.name()) == null) {
          throw MappingException.of(
              MappingMessage.UNKNOWN_ORDER,
              name,
              owner.entityName(),
              draft.name(),
              each.name(),
              target.entityName(),
              attributes());
        }
      }
    }
  }

  private void checkPositions(RelationshipSettings settings) {
    Positions positions = settings.persistence().positions();
    if (positions == null) {
      return;
    }
    if (!List.class.isAssignableFrom(kept(settings))) {
      throw failure(MappingMessage.POSITIONS_WITHOUT_LIST);
    }
    ColumnProperty<?> held = target.findProperty(positions.attribute());
    if (held == null) {
      throw failure(
          MappingMessage.UNKNOWN_POSITION,
          positions.attribute(),
          target.entityName(),
          attributes());
    }
  }

  private void checkMapKey(RelationshipSettings settings) {
    boolean map = Map.class.isAssignableFrom(kept(settings));
    MapKeying key = settings.mapKey();
    if (map == (key == null)) {
      throw failure(map ? MappingMessage.MAP_WITHOUT_KEY : MappingMessage.KEY_WITHOUT_MAP);
    }
    for (String each : key == null ? List.<String>of() : key.attributes()) {
      if (target.findProperty(each) == null) {
        throw failure(MappingMessage.UNKNOWN_MAP_KEY, each, target.entityName(), attributes());
      }
    }
  }

  private Class<?> kept(RelationshipSettings settings) {
    return CollectionClass.kept(settings.container().wrapping(), draft.field().type());
  }

  private List<String> attributes() {
    return target.columnProperties().stream()
        .filter(each -> !each.isHidden())
        .map(ColumnProperty::name)
        .toList();
  }

  /**
   * Rows that a statement deletes unseen are of one table, and nothing hangs on them that somebody would
   * have to see to. Asked when all relationships are known.
   *
   * @throws MappingException if they are not so
   */
  static void checkUnloaded(RelationshipProperty property) {
    if (property.isViewOnly() || property.passiveDeletes() != PassiveDeletes.BY_STATEMENT) {
      return;
    }
    String wrong = whyLoaded(property);
    if (!wrong.isEmpty()) {
      throw MappingException.of(
          MappingMessage.NOT_BY_STATEMENT,
          property.toString(),
          property.owner().entityName(),
          property.name(),
          wrong);
    }
  }

  private static String whyLoaded(RelationshipProperty property) {
    boolean deletes = property.cascades(Cascade.DELETE);
    String target = property.target().entityName();
    if (!property.join().isEquality()) {
      return "its condition says more than that columns are equal";
    }
    return switch (property.direction()) {
      case MANY_TO_ONE -> "";
      case MANY_TO_MANY ->
        deletes ? "it cascades DELETE to " + target + ", which a link table tells nothing of" : "";
      case ONE_TO_MANY ->
        deletes ? whyLoaded(property.target(), property.owner()) : "it does not cascade DELETE";
    };
  }

  private static String whyLoaded(Mapper<?> target, Mapper<?> owner) {
    if (target.root() == owner.root()) {
      return "rows of " + target.entityName() + " refer to each other";
    }
    if (target.tables().size() > 1
        || target.parent() != null
        || target.hierarchy().selfAndDescendants().size() > 1) {
      return target.entityName() + " is one of a hierarchy of entities";
    }
    for (RelationshipProperty each : target.allRelationships().values()) {
      if (!each.isViewOnly() && (isSeenTo(each) || each.isPostUpdate())) {
        return each + " would have to be seen to row by row";
      }
    }
    return "";
  }

  private static boolean isSeenTo(RelationshipProperty relationship) {
    return relationship.direction() == Direction.MANY_TO_ONE
        ? relationship.cascades(Cascade.DELETE)
        : relationship.passiveDeletes() == PassiveDeletes.LOAD
            || relationship.passiveDeletes() == PassiveDeletes.BY_STATEMENT;
  }

  private MappingException failure(MappingMessage message, Object... details) {
    Object[] things = new Object[details.length + 2];
    things[0] = owner.entityName();
    things[1] = draft.name();
    System.arraycopy(details, 0, things, 2, details.length);
    return MappingException.of(message, name, things);
  }
}
