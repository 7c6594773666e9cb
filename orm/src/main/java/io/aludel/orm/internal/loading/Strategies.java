package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.loading.Occurrence.FollowUp;
import io.aludel.orm.internal.option.LoadStyle;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.weave.ManagedEntity;
import java.util.List;
import java.util.function.Function;

/** Gives each follow-up to the strategy it asks for. */
final class Strategies implements FollowUps {
  private final SelectLoader selects;
  private final Function<Class<?>, EntityLayout> layouts;
  private final SelectinLoad selectin;
  private final SubqueryLoad subquery;
  private final ImmediateLoad immediate;

  Strategies(SelectLoader selects, LazyLoad lazy, Function<Class<?>, EntityLayout> layouts) {
    this.selects = selects;
    this.layouts = layouts;
    this.selectin = new SelectinLoad(selects, layouts);
    this.subquery = new SubqueryLoad(selects, layouts, selectin);
    this.immediate = new ImmediateLoad(lazy);
  }

  @Override
  public SubclassLoad subclasses(EntityLayout queried, LoadTree tree, LoadRun run) {
    return new SubclassLoad(selects, layouts, queried, new SubclassLoad.Asked(tree, run));
  }

  @Override
  public void load(FollowUp work, List<ManagedEntity> owners, LoadTree tree, LoadRun run) {
    if (work.style() == LoadStyle.SUBQUERY) {
      subquery.load(work, owners, tree, run);
    } else if (work.style() == LoadStyle.IMMEDIATE) {
      immediate.load(work, owners, tree, run);
    } else {
      selectin.load(work, owners, tree, run);
    }
  }
}
