package io.aludel.sql.internal;

import io.aludel.sql.Selectable;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lists with more at their end. */
public final class Lists {
  private Lists() {}

  @SafeVarargs
  public static <E> List<E> added(List<? extends E> present, E... more) {
    List<E> all = new ArrayList<>(present);
    all.addAll(Arrays.asList(more));
    return List.copyOf(all);
  }

  public static <E> List<E> added(List<? extends E> present, E[] more, String clause) {
    List<E> all = new ArrayList<>(present);
    for (E one : Operands.present(more, clause, "list")) {
      all.add(Operands.present(one, clause, "member"));
    }
    return List.copyOf(all);
  }

  public static List<Node> nodes(List<Node> present, Selectable<?>[] more, String clause) {
    List<Node> all = new ArrayList<>(present);
    for (Selectable<?> one : Operands.present(more, clause, "list of expressions")) {
      all.add(Operands.present(one, clause, "expression").node());
    }
    return List.copyOf(all);
  }
}
