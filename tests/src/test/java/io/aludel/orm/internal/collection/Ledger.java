package io.aludel.orm.internal.collection;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what a live collection reports, and can tell whether that accounts for what it holds. */
final class Ledger implements MemberEvents {
  final List<String> entries = new ArrayList<>();
  private final Map<@Nullable Object, Integer> balance = new IdentityHashMap<>();
  private boolean refuses;

  Ledger(Iterable<?> start) {
    start.forEach(member -> balance.merge(member, 1, Integer::sum));
  }

  /** From now on nothing may change. */
  void refuse() {
    refuses = true;
  }

  /** How often each member should be in by now, without those that should not. */
  Map<@Nullable Object, Integer> balance() {
    balance.values().removeIf(count -> count == 0);
    return balance;
  }

  static Map<@Nullable Object, Integer> balanceOf(Object[] members) {
    Map<@Nullable Object, Integer> counts = new IdentityHashMap<>();
    for (Object member : members) {
      counts.merge(member, 1, Integer::sum);
    }
    return counts;
  }

  private void note(String entry) {
    if (refuses) {
      throw new RefusedException();
    }
    entries.add(entry);
  }

  @Override
  public @Nullable Object adding(@Nullable Object member, @Nullable Object key) {
    note("+" + member);
    balance.merge(member, 1, Integer::sum);
    return member;
  }

  @Override
  public void addedAgain(@Nullable Object member) {
    entries.add("=" + member);
  }

  @Override
  public void removing(@Nullable Object member, @Nullable Object key) {
    note("-" + member);
    balance.merge(member, -1, Integer::sum);
  }

  @Override
  public @Nullable Object replacing(
      @Nullable Object removed, @Nullable Object added, @Nullable Object key) {
    if (removed == added) {
      addedAgain(added);
      return added;
    }
    note("-" + removed + "+" + added);
    balance.merge(removed, -1, Integer::sum);
    balance.merge(added, 1, Integer::sum);
    return added;
  }

  @Override
  public List<@Nullable Object> exchanging(List<?> removed, List<?> added) {
    note("-" + removed + "+" + added);
    removed.forEach(member -> balance.merge(member, -1, Integer::sum));
    added.forEach(member -> balance.merge(member, 1, Integer::sum));
    return new ArrayList<>(added);
  }

  @Override
  public @Nullable Object keyOf(@Nullable Object member) {
    return member == null ? null : member.toString();
  }

  /** What a veto looks like. */
  static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public String describe() {
    return "Ledger.entries";
  }
}
