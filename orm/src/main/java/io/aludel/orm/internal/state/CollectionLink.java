package io.aludel.orm.internal.state;

import io.aludel.orm.internal.collection.LiveCollection;
import io.aludel.orm.internal.collection.MemberEvents;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ties a live collection to the relationship of the object that holds it. */
final class CollectionLink implements MemberEvents {
  private final ManagedEntity owner;
  private final RelationshipProperty relationship;

  CollectionLink(ManagedEntity owner, RelationshipProperty relationship) {
    this.owner = owner;
    this.relationship = relationship;
  }

  private EntityState state() {
    return NewRecords.require(owner);
  }

  private LiveCollection live(EntityState state) {
    LiveCollection live = Relations.findCollection(state, owner, relationship.index());
    if (live == null) {
      throw new IllegalStateException("not the collection of " + relationship);
    }
    return live;
  }

  @Override
  public @Nullable Object adding(@Nullable Object member, @Nullable Object key) {
    EntityState state = state();
    Object accepted = Links.askAdd(state, owner, relationship, member);
    note(state);
    Links.joined(state, owner, relationship, accepted);
    return accepted;
  }

  @Override
  public void addedAgain(@Nullable Object member) {
    Listening.addedAgain(state(), owner, relationship, member);
  }

  @Override
  public void removing(@Nullable Object member, @Nullable Object key) {
    EntityState state = state();
    int remaining = live(state).count(member) - 1;
    Links.askRemove(state, owner, relationship, member, remaining);
    note(state);
    Links.left(state, owner, relationship, member, remaining);
  }

  @Override
  public @Nullable Object replacing(
      @Nullable Object removed, @Nullable Object added, @Nullable Object key) {
    if (removed == added) {
      addedAgain(added);
      return added;
    }
    EntityState state = state();
    int remaining = live(state).count(removed) - 1;
    Links.askRemove(state, owner, relationship, removed, remaining);
    Object accepted = Links.askAdd(state, owner, relationship, added);
    note(state);
    Links.left(state, owner, relationship, removed, remaining);
    Links.joined(state, owner, relationship, accepted);
    return accepted;
  }

  @Override
  public List<@Nullable Object> exchanging(List<?> removed, List<?> added) {
    EntityState state = state();
    Remaining remaining = new Remaining(removed, live(state));
    int[] left = new int[removed.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = remaining.without(removed.get(i));
      Links.askRemove(state, owner, relationship, removed.get(i), left[i]);
    }
    List<@Nullable Object> accepted = new ArrayList<>(added.size());
    for (Object member : added) {
      accepted.add(Links.askAdd(state, owner, relationship, member));
    }
    note(state);
    for (int i = 0; i < left.length; i++) {
      Links.left(state, owner, relationship, removed.get(i), left[i]);
    }
    for (Object member : accepted) {
      Links.joined(state, owner, relationship, member);
    }
    return accepted;
  }

  @Override
  public String describe() {
    return relationship.toString();
  }

  private void note(EntityState state) {
    if (!relationship.isViewOnly()) {
      state.recordMembers(owner, relationship.index(), live(state));
    }
  }

  @Override
  public @Nullable Object keyOf(@Nullable Object member) {
    return MapKeys.keyOf(relationship, member);
  }

  @Override
  public void appended(List<?> list, int first) {
    Places.appended(relationship, list, first);
  }

  @Override
  public void placed(List<?> list, int place) {
    Places.placed(relationship, list, place);
  }

  @Override
  public void rearranged(List<?> list) {
    Places.renumber(relationship, list);
  }

  /** Counts down the occurrences of members while they are taken out. */
  private static final class Remaining {
    private final Map<@Nullable Object, Integer> counts = new IdentityHashMap<>();

    Remaining(List<?> removed, LiveCollection live) {
      if (!removed.isEmpty()) {
        for (Object member : live.members()) {
          counts.merge(member, 1, Integer::sum);
        }
      }
    }

    int without(@Nullable Object member) {
      return counts.merge(member, -1, Integer::sum);
    }
  }
}
