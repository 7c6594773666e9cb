package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.loading.Occurrence.FollowUp;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.Direction;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.ColumnOfSource;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.schema.Column;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Loads a relationship of many owners by one SELECT for as many of them as the database looks up well,
 * which asks for their keys (parity row ORM-QRY-15). The owner's table is left out where the foreign key
 * says enough.
 */
final class SelectinLoad {
  private final SelectLoader selects;
  private final Function<Class<?>, EntityLayout> layouts;

  SelectinLoad(SelectLoader selects, Function<Class<?>, EntityLayout> layouts) {
    this.selects = selects;
    this.layouts = layouts;
  }

  void load(FollowUp work, List<ManagedEntity> owners, LoadTree tree, LoadRun run) {
    RelationshipProperty relationship = work.relationship();
    EntityLayout layout = layouts.apply(relationship.owner().type());
    int[] indexes = OwnerKeys.indexes(layout.mapper(), relationship);
    Selection selection = indexes != null
            && relationship.join().isEquality()
            && OwnerKeys.areKnown(owners, layout, indexes)
        ? byComparedColumns(work, tree, run, indexes)
        : byOwnerKey(layout, work, tree, run);
    Map<@Nullable Object, List<ManagedEntity>> groups =
        OwnerKeys.group(owners, layout, selection.ownerIndexes());
    List<ManagedEntity> none = groups.remove(null);
    if (none != null) {
      none.forEach(owner -> RelatedObjects.fill(owner, relationship, List.of()));
    }
    List<Object> keys = new ArrayList<>(groups.size());
    groups.keySet().forEach(key -> keys.add(Objects.requireNonNull(key)));
    int chunk = work.tuning().chunk() > 0 ? work.tuning().chunk() : selects.keysPerLookup();
    for (int from = 0; from < keys.size(); from += chunk) {
      loadChunk(selection, keys.subList(from, Math.min(keys.size(), from + chunk)), groups, run);
    }
  }

  /** How owners and rows find each other. */
  private record Selection(
      RelationshipProperty relationship,
      int[] ownerIndexes,
      List<Node> keyColumns,
      Function<Node, RelatedSelect> statement) {}

  /** The target, or the link table, holds what the owner's columns are compared with. */
  private Selection byComparedColumns(FollowUp work, LoadTree tree, LoadRun run, int[] indexes) {
    RelationshipProperty relationship = work.relationship();
    List<Node> keys = new ArrayList<>();
    boolean linked = relationship.direction() == Direction.MANY_TO_MANY;
    EntitySource target = RelatedSelect.target(relationship, tree);
    for (Column<?> column : OwnerKeys.compared(relationship)) {
      keys.add(linked ? column : new ColumnOfSource(target, column));
    }
    return new Selection(relationship, indexes, keys, among -> {
      RelatedSelect select =
          new RelatedSelect(relationship, target, tree, work.stated(run.stated()));
      keys.forEach(select::key);
      return (linked ? select.joinLink() : select).where(among);
    });
  }

  /** The owner's table is joined, and its key tells whose a row is. */
  private Selection byOwnerKey(EntityLayout layout, FollowUp work, LoadTree tree, LoadRun run) {
    RelationshipProperty relationship = work.relationship();
    EntitySource owner = EntitySource.hiddenItself(layout.mapper().type());
    List<Node> keys = new ArrayList<>();
    for (int index : layout.key()) {
      keys.add(new ColumnOfSource(owner, layout.requireColumn(index).column()));
    }
    return new Selection(relationship, layout.key(), keys, among -> {
      RelatedSelect select = new RelatedSelect(relationship, tree, work.stated(run.stated()))
          .from(owner, column -> new ColumnOfSource(owner, column));
      keys.forEach(select::key);
      return select.where(among);
    });
  }

  private void loadChunk(
      Selection selection,
      List<Object> keys,
      Map<@Nullable Object, List<ManagedEntity>> groups,
      LoadRun run) {
    FoundRows found =
        new FoundRows(selection.relationship(), selection.keyColumns().size());
    RelatedSelect select =
        selection.statement().apply(KeyCriteria.anyOf(selection.keyColumns(), keys));
    selects.each(
        select.build(),
        run.target().toward(selection.relationship(), null),
        run.overwrites(),
        found);
    keys.forEach(key -> found.fill(key, groups.getOrDefault(key, List.of())));
  }
}
