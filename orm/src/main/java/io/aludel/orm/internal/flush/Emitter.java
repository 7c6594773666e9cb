package io.aludel.orm.internal.flush;

import io.aludel.orm.event.internal.Moment;
import io.aludel.orm.mapping.Mapper;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends the statements of the steps of a plan. */
final class Emitter {
  private final Rows rows;
  private final FlushModel model;

  Emitter(Rows rows, FlushModel model) {
    this.rows = rows;
    this.model = model;
  }

  void emit(FlushStep step) {
    FlushTarget target = rows.target().at(familyOf(step));
    FlushStatements statements = model.statements(target);
    RowHooks hooks = new RowHooks(target);
    if (step instanceof FlushStep.Save save) {
      new SaveStep(target, statements, hooks).emit(save);
    } else if (step instanceof FlushStep.Delete delete) {
      hooks.tell(Moment.BEFORE_DELETE, delete.rows());
      new DeleteStep(target, statements).emit(delete.rows());
      hooks.tell(Moment.AFTER_DELETE, delete.rows());
    } else if (step instanceof FlushStep.Unlink unlink) {
      new LinkStep(rows, target, statements, unlink.rows()).delete();
    } else if (step instanceof FlushStep.Relate relate) {
      new LinkStep(rows, target, statements, relate.rows()).write();
    } else if (step instanceof FlushStep.PostUpdate update) {
      new PostUpdateStep(target, statements).emit(update.entries());
    } else if (step instanceof FlushStep.SetAside aside) {
      setAside(aside, target, statements);
    }
  }

  /** The hierarchy whose rows a step writes; link rows are where the related objects are. */
  private static Mapper<?> familyOf(FlushStep step) {
    if (step instanceof FlushStep.Save save) {
      List<FlushRow> some = save.updates().isEmpty() ? save.inserts() : save.updates();
      return some.get(0).model().family();
    }
    if (step instanceof FlushStep.Delete delete) {
      return delete.rows().get(0).model().family();
    }
    if (step instanceof FlushStep.PostUpdate update) {
      return update.property().owner().root();
    }
    if (step instanceof FlushStep.SetAside aside) {
      return aside.rows().get(0).model().family();
    }
    LinkRows links =
        step instanceof FlushStep.Unlink unlink ? unlink.rows() : ((FlushStep.Relate) step).rows();
    return links.property().target().root();
  }

  private static void setAside(
      FlushStep.SetAside step, FlushTarget target, FlushStatements statements) {
    TableModel table = step.key().table();
    BitSet columns = new BitSet();
    columns.set(step.key().spare());
    List<@Nullable Object[]> values = new ArrayList<>(step.rows().size());
    for (FlushRow row : step.rows()) {
      row.force(step.key().spare());
      @Nullable Object[] key = table.layout().keyParts(row.storedKey());
      @Nullable Object[] nothingAndKey = new Object[key.length + 1];
      System.arraycopy(key, 0, nothingAndKey, 1, key.length);
      values.add(nothingAndKey);
    }
    int[] counts = statements.updateByKey(table, columns).run(target.runner(), values);
    RowCounts.requireMatched(statements, "UPDATE", table, step.rows()::get, counts);
  }
}
