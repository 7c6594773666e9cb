package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.loading.Occurrence.FollowUp;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.weave.ManagedEntity;
import java.util.List;

/** Loads a relationship of objects that have just been read. */
interface FollowUps {
  /**
   * Loads it.
   *
   * @param work the relationship and how
   * @param owners the objects that lack it, each once
   * @param tree the wishes for the owners' occurrence
   * @param run the execution that read the owners
   */
  void load(FollowUp work, List<ManagedEntity> owners, LoadTree tree, LoadRun run);

  /**
   * What reads the attributes that sub classes add.
   *
   * @param queried the class that the rows are read as
   * @param tree the wishes for the occurrence
   * @param run the execution that reads them
   */
  SubclassLoad subclasses(EntityLayout queried, LoadTree tree, LoadRun run);
}
