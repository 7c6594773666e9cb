package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.loading.Occurrence.FollowUp;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.ColumnOfSource;
import io.aludel.orm.mapping.internal.EntityNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.schema.Column;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.Paging;
import io.aludel.sql.tree.statement.SelectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    EntityLayout layout = layouts.apply(relationship.owner().type());
    SelectNode written = run.statement() instanceof SelectNode select ? select : null;
    EntitySource source = written == null ? null : selected(written, layout);
    int[] indexes = OwnerKeys.indexes(layout.mapper(), relationship);
    if (written == null
        || source == null
        || indexes == null
        || (written.distinct() && isPaged(written))) {
      otherwise.load(work, owners, tree, run);
      return;
    }
    List<Column<?>> compared = new ArrayList<>();
    relationship.join().pairs().forEach(pair -> compared.add(pair.from()));
    List<Node> shown = new ArrayList<>();
    compared.forEach(column -> shown.add(new ColumnOfSource(source, column)));
    boolean unique =
        layout.key().length == indexes.length && Arrays.stream(indexes).allMatch(layout::isKey);
    SelectNode repeated = repeated(written, shown, unique);
    AliasNode alias = new AliasNode(repeated, null);
    Function<Column<?>, Node> owner = column ->
        new DerivedColumnNode(alias, column.name(), repeated.items().get(compared.indexOf(column)));
    RelatedSelect select =
        new RelatedSelect(relationship, tree, work.stated(run.stated())).from(alias, owner);
    compared.forEach(column -> select.key(owner.apply(column)));
    FoundRows found = new FoundRows(relationship, compared.size());
    selects.each(select.build(), run.target().toward(relationship, null), run.overwrites(), found);
    OwnerKeys.group(owners, layout, indexes).forEach(found::fill);
  }

  /**
   * The columns of the owners, each key once. Their order matters only where it decides which rows a
   * page holds; elsewhere databases may refuse it beside DISTINCT.
   */
  private static SelectNode repeated(SelectNode written, List<Node> shown, boolean unique) {
    SelectNode owners = written.withItems(shown).withOptions(List.of());
    if (!isPaged(written)) {
      return owners.withDistinct(!unique).withPaging(new Paging(List.of(), null, null));
    }
    if (unique) {
      return owners;
    }
    AliasNode page = new AliasNode(owners, null);
    List<Node> columns = new ArrayList<>();
    for (Node each : shown) {
      columns.add(new DerivedColumnNode(page, ((ColumnOfSource) each).column().name(), each));
    }
    return SelectNode.of(columns).withDistinct(true);
  }

  private static boolean isPaged(SelectNode written) {
    return written.paging().limit() != null || written.paging().offset() != null;
  }

  /** The entry of the select list that the owners are from. */
  private static @Nullable EntitySource selected(SelectNode written, EntityLayout layout) {
    for (Node item : written.items()) {
      if (item instanceof EntityNode entity
          && entity.source().concrete(layout.mapper()) == null
          && layout.mapper().type().isAssignableFrom(entity.source().type())) {
        return entity.source();
      }
    }
    return null;
  }
}
