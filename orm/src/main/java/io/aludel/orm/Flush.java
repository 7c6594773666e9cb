package io.aludel.orm;

import java.util.function.Supplier;

/** One flush, as its listeners see it. Valid within the call of the listener. */
public final class Flush {
  private final Supplier<String> plan;

  /**
   * Creates the view of a flush.
   *
   * @param plan writes the plan down
   */
  public Flush(Supplier<String> plan) {
    this.plan = plan;
  }

  /**
   * The steps in their order, as {@link Session#explainFlush()} writes them; before the flush those it
   * would have now. May load collections then.
   *
   * @return one step a line
   */
  public String plan() {
    return plan.get();
  }

  /** The plan. */
  @Override
  public String toString() {
    return "Flush(" + plan() + ")";
  }
}
