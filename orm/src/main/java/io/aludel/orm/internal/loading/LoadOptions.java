package io.aludel.orm.internal.loading;

import io.aludel.orm.UserOption;
import io.aludel.orm.internal.option.LoadOption;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.statement.FromStatementNode;
import io.aludel.orm.mapping.internal.EntityCriteria;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.List;

/** Finds the loader options of a statement. */
public final class LoadOptions {
  private static final String RETURNED =
      "Let it return the entity, or describe the rows of text by columns(…) or fromStatement(…).";

  private LoadOptions() {}

  /** Whether a statement says how something is loaded along. */
  public static boolean anyIn(StatementNode statement) {
    return !of(statement).isEmpty();
  }

  static List<LoadOption> of(StatementNode statement) {
    List<StatementOption> options = FromStatementNode.options(statement);
    if (options.isEmpty()) {
      return List.of();
    }
    List<LoadOption> found = new ArrayList<>();
    for (StatementOption option : options) {
      if (option.data() instanceof LoadOption known) {
        found.add(known);
      }
    }
    return found;
  }

  /** What a statement states beside its loader options and what follows from it must hear of. */
  static List<StatementOption> stated(StatementNode statement) {
    List<StatementOption> options = FromStatementNode.options(statement);
    if (options.isEmpty()) {
      return List.of();
    }
    List<StatementOption> found = new ArrayList<>();
    for (StatementOption option : options) {
      StatementOption data = option.data();
      if (data instanceof EntityCriteria || data instanceof UserOption) {
        found.add(data);
      }
    }
    return found;
  }

  /** Those of them that what is loaded later must hear of, too. */
  static List<StatementOption> lasting(List<StatementOption> stated) {
    return stated.isEmpty()
        ? stated
        : stated.stream().filter(LoadOptions::lasts).toList();
  }

  private static boolean lasts(StatementOption option) {
    return option instanceof EntityCriteria criteria
        ? criteria.reach().laterLoads()
        : option instanceof UserOption own && own.followsLaterLoads();
  }

  /** The options for an execution now: criteria that depend on the moment are asked for again. */
  static List<StatementOption> now(List<StatementOption> options) {
    return options.isEmpty()
        ? options
        : options.stream()
            .<StatementOption>map(
                each -> each instanceof EntityCriteria criteria ? criteria.now() : each)
            .toList();
  }

  /** The statement for an execution now. */
  public static StatementNode now(StatementNode statement) {
    List<StatementOption> options = FromStatementNode.options(statement);
    return options.stream().noneMatch(LoadOptions::dependsOnTheMoment)
        ? statement
        : FromStatementNode.withOptions(
            statement, now(options.stream().map(StatementOption::data).toList()));
  }

  /**
   * Refuses loader options of a statement that gives no objects back.
   *
   * @throws io.aludel.orm.UnsupportedStatementException if there are any
   */
  public static void requireNone(StatementNode statement) {
    List<LoadOption> options = of(statement);
    if (!options.isEmpty()) {
      throw SelectLowering.misplaced(
          options.get(0), "the statement gives no objects back", RETURNED);
    }
  }

  private static boolean dependsOnTheMoment(StatementOption option) {
    return option.data() instanceof EntityCriteria criteria && criteria.reach().again();
  }

  /** The wishes for an occurrence. */
  static LoadTree tree(EntitySource source, List<LoadOption> options) {
    return options.isEmpty() ? LoadTree.EMPTY : LoadTree.of(at(source, options), source.type());
  }

  private static List<LoadOption> at(EntitySource source, List<LoadOption> options) {
    return options.stream().filter(option -> begins(option.root(), source)).toList();
  }

  /** An option begins at the very alias; without one at the entity, its super or sub classes. */
  static boolean begins(EntitySource root, EntitySource source) {
    return root.isSameAs(source)
        || (!root.isAlias()
            && !source.isAlias()
            && (root.type().isAssignableFrom(source.type())
                || source.type().isAssignableFrom(root.type())));
  }
}
