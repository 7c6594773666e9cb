package io.aludel.orm.internal.flush.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Hands out many things batch by batch: of all that nothing stands before any more, those of the lowest
 * rank, in the order given. When nothing is free, what is left goes round in circles; lifting a precedence
 * of one may free it. Costs what there are of things and precedences, times a logarithm of the ranks.
 */
public final class Schedule<T> {
  private final List<T> items;
  private final ToIntFunction<T> rank;
  private final Map<T, Integer> positions = new IdentityHashMap<>();
  private final List<List<Arrow>> outgoing;
  private final List<List<Arrow>> incoming;
  private final int[] open;
  private final boolean[] done;
  private final TreeMap<Integer, List<Integer>> ready = new TreeMap<>();
  private final int[] steps;
  private int walked;
  private int left;
  private int firstLeft;

  /** A precedence between two positions, until it is lifted. */
  private final class Arrow {
    private final int from;
    private final int to;
    private final Precedence<T> precedence;
    private boolean lifted;

    private Arrow(int from, int to, Precedence<T> precedence) {
      this.from = from;
      this.to = to;
      this.precedence = precedence;
    }

    private boolean holds() {
      return !lifted && !done[from];
    }
  }

  /**
   * Prepares to hand out things.
   *
   * @param items the things, told apart by identity
   * @param precedences what comes before what; of other things, or of one and itself, they say nothing
   * @param rank lower goes first
   */
  public Schedule(List<T> items, Collection<Precedence<T>> precedences, ToIntFunction<T> rank) {
    this.items = items;
    this.rank = rank;
    this.open = new int[items.size()];
    this.done = new boolean[items.size()];
    this.steps = new int[items.size()];
    this.outgoing = new ArrayList<>(items.size());
    this.incoming = new ArrayList<>(items.size());
    this.left = items.size();
    for (int i = 0; i < items.size(); i++) {
      positions.put(items.get(i), i);
      outgoing.add(new ArrayList<>(2));
      incoming.add(new ArrayList<>(2));
    }
    precedences.forEach(this::connect);
    for (int i = 0; i < open.length; i++) {
      if (open[i] == 0) {
        free(i);
      }
    }
  }

  private void connect(Precedence<T> precedence) {
    Integer from = positions.get(precedence.first());
    Integer to = positions.get(precedence.then());
    if (from != null && to != null && !from.equals(to)) {
      Arrow arrow = new Arrow(from, to, precedence);
      outgoing.get(from).add(arrow);
      incoming.get(to).add(arrow);
      open[to]++;
    }
  }

  private void free(int position) {
    ready
        .computeIfAbsent(rank.applyAsInt(items.get(position)), any -> new ArrayList<>())
        .add(position);
  }

  /** Whether everything was handed out. */
  public boolean isDone() {
    return left == 0;
  }

  /** The next batch; empty when only circles are left, or nothing. */
  public List<T> next() {
    Map.Entry<Integer, List<Integer>> lowest = ready.pollFirstEntry();
    if (lowest == null) {
      return List.of();
    }
    List<Integer> chosen = lowest.getValue();
    chosen.sort(null);
    List<T> batch = new ArrayList<>(chosen.size());
    for (int position : chosen) {
      batch.add(items.get(position));
      done[position] = true;
    }
    left -= chosen.size();
    for (int position : chosen) {
      for (Arrow arrow : outgoing.get(position)) {
        if (!arrow.lifted && --open[arrow.to] == 0) {
          free(arrow.to);
        }
      }
    }
    return batch;
  }

  /** When nothing is free: precedences that go round in a circle, each beginning where the last ends. */
  public List<Precedence<T>> circle() {
    while (done[firstLeft]) {
      firstLeft++;
    }
    List<Arrow> backwards = new ArrayList<>();
    int before = walked;
    int position = firstLeft;
    while (steps[position] <= before) {
      steps[position] = ++walked;
      Arrow arrow = anyBefore(position);
      backwards.add(arrow);
      position = arrow.from;
    }
    List<Precedence<T>> circle = new ArrayList<>();
    for (int i = backwards.size() - 1; i >= steps[position] - before - 1; i--) {
      circle.add(backwards.get(i).precedence);
    }
    return circle;
  }

  private Arrow anyBefore(int position) {
    for (Arrow arrow : incoming.get(position)) {
      if (arrow.holds()) {
        return arrow;
      }
    }
    throw new IllegalStateException("free, and yet not handed out: " + items.get(position));
  }

  /** Forgets precedences that begin at a thing; what they held back may be free now. */
  public void lift(T first, Predicate<Precedence<T>> which) {
    Integer position = positions.get(first);
    if (position == null) {
      return;
    }
    for (Arrow arrow : outgoing.get(position)) {
      if (arrow.holds() && which.test(arrow.precedence)) {
        arrow.lifted = true;
        if (--open[arrow.to] == 0) {
          free(arrow.to);
        }
      }
    }
  }
}
