package io.aludel.orm.internal.loading;

import io.aludel.dialect.CompiledStatement;
import io.aludel.orm.internal.loading.Occurrence.FollowUp;
import io.aludel.orm.internal.option.LoadStyle;
import io.aludel.orm.mapping.RelationshipProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How one occurrence of an entity is read from the rows of a compiled statement, and what is loaded with
 * it. Made once per compiled statement; immutable.
 *
 * @param columns which columns make which attributes
 * @param classes the same for each class of a hierarchy, or null
 * @param joined the relationships that come with the rows
 * @param followUps the relationships that are loaded once the rows are read
 */
record OccurrencePlan(
    EntityPlan columns,
    @Nullable ClassPlans classes,
    List<JoinedPlan> joined,
    List<FollowUp> followUps) {
  /**
   * A relationship that comes with the rows.
   *
   * @param relationship the relationship
   * @param target how the related entity is read
   * @param repeats whether rows may repeat the same related object for the same owner
   */
  record JoinedPlan(RelationshipProperty relationship, OccurrencePlan target, boolean repeats) {
    /** Whether the owner's key is a value of the related object, which is not read from the row then. */
    boolean givesKey() {
      return target.columns().isGivenValue();
    }
  }

  static OccurrencePlan of(Occurrence occurrence, CompiledStatement statement, RowPlaces places) {
    return of(occurrence, statement, places, false);
  }

  private static OccurrencePlan of(
      Occurrence occurrence,
      CompiledStatement statement,
      RowPlaces places,
      boolean multipliedAbove) {
    int[] found = occurrence.columnsIn(places);
    int[] known = IntStream.range(0, occurrence.attributes().length)
        .filter(i -> found[i] >= 0)
        .toArray();
    EntityPlan columns = EntityPlan.scattered(
        occurrence.layout(),
        statement,
        known.length == occurrence.attributes().length
            ? occurrence.attributes()
            : IntStream.of(known).map(i -> occurrence.attributes()[i]).toArray(),
        IntStream.of(known).map(i -> found[i]).toArray(),
        places);
    List<JoinedPlan> joined = new ArrayList<>();
    for (Occurrence.Joined each : occurrence.joined()) {
      boolean beside = multipliedAbove
          || occurrence.joined().stream().anyMatch(other -> other != each && multiplies(other));
      OccurrencePlan target = of(each.target(), statement, places, beside);
      boolean repeats =
          beside || each.relationship().secondary() != null || each.target().isMultiplied();
      joined.add(new JoinedPlan(each.relationship(), target.given(each.copy()), repeats));
    }
    ClassPlans classes = ClassPlans.of(occurrence, columns, statement, found, places);
    return new OccurrencePlan(
        columns, classes, List.copyOf(joined), List.copyOf(occurrence.followUps()));
  }

  /** The same where the value of an attribute is known before a row is read, if that helps. */
  OccurrencePlan given(int attribute) {
    return classes == null && columns.readsBeside(attribute)
        ? new OccurrencePlan(columns.given(attribute), null, joined, followUps)
        : this;
  }

  private static boolean multiplies(Occurrence.Joined joined) {
    return joined.relationship().isCollection() || joined.target().isMultiplied();
  }

  /** Whether something is loaded by the statement's own text, here or in what comes with the rows. */
  boolean repeatsTheStatement() {
    return followUps.stream().anyMatch(each -> each.style() == LoadStyle.SUBQUERY)
        || joined.stream().anyMatch(each -> each.target().repeatsTheStatement());
  }
}
