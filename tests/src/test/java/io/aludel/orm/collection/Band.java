package io.aludel.orm.collection;

import java.util.Set;
import java.util.stream.Stream;

/** A set with a face of its own. */
public final class Band<P> implements MemberCollection<P, Set<P>> {
  private final Set<P> players;

  public Band(Set<P> players) {
    this.players = players;
  }

  public boolean hire(P player) {
    return players.add(player);
  }

  public boolean fire(P player) {
    return players.remove(player);
  }

  public Stream<P> stream() {
    return players.stream();
  }

  @Override
  public Set<P> members() {
    return players;
  }
}
