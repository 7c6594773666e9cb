package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.loading.Occurrence.FollowUp;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.ColumnOfSource;
import io.aludel.orm.mapping.internal.EntityNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.SelectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Loads a relationship of many owners by one SELECT that repeats theirs as a subquery (parity row
 * ORM-QRY-14). Where the owners came by a join of another strategy, there is nothing to repeat, and their
 * keys are asked for instead.
 */
final class SubqueryLoad {
  private final SelectLoader selects;
  private final Function<Class<?>, EntityLayout> layouts;
  private final SelectinLoad otherwise;

  SubqueryLoad(
      SelectLoader selects, Function<Class<?>, EntityLayout> layouts, SelectinLoad otherwise) {
    this.selects = selects;
    this.layouts = layouts;
    this.otherwise = otherwise;
  }

  void load(FollowUp work, List<ManagedEntity> owners, LoadTree tree, LoadRun run) {
    RelationshipProperty relationship = work.relationship();
    EntityLayout layout = layouts.apply(owners.get(0).getClass());
    SelectNode written = run.statement() instanceof SelectNode select ? select : null;
    EntitySource source = written == null ? null : selected(written, layout);
    int[] indexes = OwnerKeys.indexes(layout.mapper(), relationship);
    if (written == null || source == null || indexes == null) {
      otherwise.load(work, owners, tree, run);
      return;
    }
    Map<Column<?>, Node> shown = new LinkedHashMap<>();
    for (ColumnPair pair : relationship.join().pairs()) {
      shown.put(pair.from(), new ColumnOfSource(source, pair.from()));
    }
    boolean unique =
        layout.key().length == indexes.length && Arrays.stream(indexes).allMatch(layout::isKey);
    SelectNode repeated = written
        .withItems(new ArrayList<>(shown.values()))
        .withDistinct(!unique || written.distinct())
        .withOptions(List.of());
    AliasNode alias = new AliasNode(repeated, null);
    Map<Object, List<@Nullable Object>> found = new HashMap<>();
    selects.each(
        statement(relationship, tree, alias, shown).build(),
        run.target(),
        run.overwrites(),
        values -> {
          Object key = OwnerKeys.keyOf(values, shown.size());
          if (key != null) {
            found.computeIfAbsent(key, any -> new ArrayList<>()).add(values[shown.size()]);
          }
        });
    OwnerKeys.group(owners, indexes)
        .forEach((key, group) -> group.forEach(owner -> SelectinLoad.fill(
            owner, relationship, key == null ? List.of() : found.getOrDefault(key, List.of()))));
  }

  private static RelatedSelect statement(
      RelationshipProperty relationship,
      LoadTree tree,
      AliasNode alias,
      Map<Column<?>, Node> shown) {
    RelatedSelect select = new RelatedSelect(relationship).wishes(tree).from(alias);
    Function<Column<?>, Node> owner = column ->
        new DerivedColumnNode(alias, column.name(), Objects.requireNonNull(shown.get(column)));
    shown.keySet().forEach(column -> select.key(owner.apply(column)));
    Node primary = relationship.join().primary(select.sides(owner));
    Table link = relationship.secondary();
    if (link == null) {
      return select.join(alias, select.target(), primary);
    }
    Node secondary = Objects.requireNonNull(relationship.join().secondary(select.sides(owner)));
    return select.join(alias, link, primary).join(link, select.target(), secondary);
  }

  /** The entry of the select list that the owners are from. */
  private static @Nullable EntitySource selected(SelectNode written, EntityLayout layout) {
    for (Node item : written.items()) {
      if (item instanceof EntityNode entity
          && entity.source().type() == layout.mapper().type()) {
        return entity.source();
      }
    }
    return null;
  }
}
