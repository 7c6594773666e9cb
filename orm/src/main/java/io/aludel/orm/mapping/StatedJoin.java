package io.aludel.orm.mapping;

import io.aludel.orm.mapping.internal.EntityRows;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.join.End;
import io.aludel.orm.mapping.internal.join.Ends;
import io.aludel.orm.mapping.internal.join.EqualColumns;
import io.aludel.orm.mapping.internal.join.Join;
import io.aludel.orm.mapping.internal.join.JoinAnalysis;
import io.aludel.orm.mapping.internal.join.JoinPart;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The join of a relationship whose condition the application wrote. */
final class StatedJoin {
  private final RegistryScope scope;
  private final RelationshipDraft draft;
  private final String relationship;

  StatedJoin(RegistryScope scope, Mapper<?> owner, RelationshipDraft draft) {
    this.scope = scope;
    this.draft = draft;
    this.relationship = owner.entityName() + "." + draft.name();
  }

  /** The join without a link table. */
  Join direct(Node condition, Mapper<?> owner, Mapper<?> target) {
    Ends ends = new Ends(owner.tables(), tables(target), null, draft.isCollection());
    JoinAnalysis analysis = analysis(condition, ends);
    JoinPart part = checked(condition, analysis);
    return Join.direct(part, foreignEnd(condition, analysis, part));
  }

  /** The tables of the target and, if it is read from a query, all that the query shows columns of. */
  private List<Table> tables(Mapper<?> target) {
    EntitySource source = draft.settings().loading().rows();
    EntityRows rows = source == null ? null : source.rows();
    if (rows == null) {
      return target.tables();
    }
    Set<Table> all = new LinkedHashSet<>(target.tables());
    all.addAll(rows.tables(scope));
    return List.copyOf(all);
  }

  /** The part of a join between one of its ends and the link table. */
  JoinPart part(Node condition, Ends ends) {
    return checked(condition, analysis(condition, ends));
  }

  private JoinAnalysis analysis(Node condition, Ends ends) {
    Set<Column<?>> foreign = scope.columns(draft.words().foreignKeys(), relationship);
    Set<Column<?>> remote = scope.columns(draft.words().remoteSide(), relationship);
    return new JoinAnalysis(condition, scope, ends, foreign, remote);
  }

  private JoinPart checked(Node condition, JoinAnalysis analysis) {
    JoinPart part = analysis.part();
    if (!analysis.hasForeign()) {
      throw failure(MappingMessage.NO_FOREIGN_COLUMNS, condition);
    }
    if (part.equal().isEmpty() && !draft.settings().isViewOnly()) {
      throw failure(MappingMessage.NOTHING_TO_COPY, condition);
    }
    if (part.compared().isEmpty()) {
      throw failure(MappingMessage.NO_FAR_COLUMNS, condition);
    }
    return part;
  }

  private End foreignEnd(Node condition, JoinAnalysis analysis, JoinPart part) {
    boolean here = analysis.isForeignAt(End.OWNER);
    boolean there = analysis.isForeignAt(End.TARGET);
    if (here && there) {
      here = copies(part, End.OWNER);
      there = copies(part, End.TARGET);
    }
    if (here == there) {
      throw failure(MappingMessage.NO_DIRECTION, condition);
    }
    return here ? End.OWNER : End.TARGET;
  }

  /** A column that is compared with itself at the other end tells nothing. */
  private static boolean copies(JoinPart part, End end) {
    for (EqualColumns each : part.equal()) {
      if (each.foreignEnd() == end && each.foreign() != each.referred()) {
        return true;
      }
    }
    return false;
  }

  private MappingException failure(MappingMessage message, Node condition) {
    return MappingException.of(
        message, relationship, relationship, ElementPrinter.INSTANCE.print(condition));
  }
}
