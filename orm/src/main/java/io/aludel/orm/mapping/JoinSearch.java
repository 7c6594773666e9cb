package io.aludel.orm.mapping;

import io.aludel.orm.mapping.internal.declared.ColumnReference;
import io.aludel.orm.mapping.internal.join.End;
import io.aludel.orm.mapping.internal.join.EqualColumns;
import io.aludel.orm.mapping.internal.join.ForeignKeySearch;
import io.aludel.orm.mapping.internal.join.Join;
import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Table;
import io.aludel.sql.tree.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the one way between two entities without a link table. */
final class JoinSearch {
  private final RegistryScope scope;

  JoinSearch(RegistryScope scope) {
    this.scope = scope;
  }

  /**
   * The join of a relationship by the condition it states or by the foreign keys of the tables.
   *
   * @throws MappingException if there is no way, or several
   */
  Join direct(Mapper<?> owner, RelationshipDraft draft, Mapper<?> target) {
    Node condition = draft.words().primaryJoin();
    if (condition != null) {
      return new StatedJoin(scope, owner, draft).direct(condition, owner, target);
    }
    String name = owner.entityName() + "." + draft.name();
    boolean circle = owner.tables().contains(target.table());
    boolean near = !circle || isForeignNear(name, owner, draft);
    boolean far = !circle || !near;
    ForeignKeySearch search = new ForeignKeySearch();
    if (near && (circle || !draft.isCollection())) {
      search.add(
          owner.tables(),
          End.OWNER,
          target.tables(),
          End.TARGET,
          wanted(name, owner, draft, draft));
    }
    if (far) {
      search.add(
          target.tables(),
          End.TARGET,
          owner.tables(),
          End.OWNER,
          wanted(name, target, draft, null));
    }
    if (search.isEmpty()) {
      throw noJoin(owner, draft, target);
    }
    if (!search.rivals().isEmpty()) {
      throw ambiguous(owner, draft, search);
    }
    return Join.direct(search.pairs());
  }

  /** In a circle: whether the owner's row refers to the target's, and not the reverse. */
  private boolean isForeignNear(String name, Mapper<?> owner, RelationshipDraft draft) {
    Set<Column<?>> remote = scope.columns(draft.words().remoteSide(), name);
    if (remote.isEmpty()) {
      return !draft.isCollection();
    }
    for (Table table : owner.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        if (key.isResolvable() && remote.containsAll(key.referredColumns())) {
          return true;
        }
      }
    }
    return false;
  }

  /** The foreign keys of an entity's tables that a relationship may go by. */
  private Predicate<List<String>> wanted(
      String name,
      Mapper<?> referring,
      RelationshipDraft draft,
      @Nullable RelationshipDraft atOwner) {
    if (!draft.words().foreignKeys().isEmpty()) {
      Set<String> names = new HashSet<>();
      for (Column<?> each : scope.columns(draft.words().foreignKeys(), name)) {
        if (referring.tables().contains(each.table())) {
          names.add(each.name());
        }
      }
      return names::containsAll;
    }
    if (!draft.foreignKeys().isEmpty()) {
      return names -> draft.foreignKeys().containsAll(names);
    }
    List<String> stated = ColumnReference.names(draft.joinColumns());
    if (!stated.isEmpty()) {
      return atOwner == null ? names -> false : stated::equals;
    }
    Set<List<String>> claimed = new HashSet<>();
    for (RelationshipDraft each : referring.drafts()) {
      claimed.add(ColumnReference.names(each.joinColumns()));
    }
    return names -> !claimed.contains(names);
  }

  private static MappingException noJoin(
      Mapper<?> owner, RelationshipDraft draft, Mapper<?> target) {
    boolean many = draft.isCollection();
    Mapper<?> referred = many ? owner : target;
    return MappingException.of(
        MappingMessage.NO_JOIN,
        owner.entityName() + "." + draft.name(),
        owner.entityName(),
        draft.name(),
        owner.table().name(),
        target.table().name(),
        referred.table().name() + "." + referred.primaryKey().get(0).column().name(),
        (many ? target : owner).entityName(),
        many ? "" : ", or name a column with @JoinColumn");
  }

  private static MappingException ambiguous(
      Mapper<?> owner, RelationshipDraft draft, ForeignKeySearch search) {
    EqualColumns first = search.pairs().get(0);
    List<String> rivals = search.rivals();
    return MappingException.of(
        MappingMessage.AMBIGUOUS_JOIN,
        owner.entityName() + "." + draft.name(),
        owner.entityName(),
        draft.name(),
        first.foreign().table().name(),
        rivals.size(),
        first.referred().table().name(),
        String.join(", ", rivals));
  }
}
