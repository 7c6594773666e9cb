package io.aludel.orm.internal.state;

import io.aludel.Warnings;
import io.aludel.orm.internal.collection.MemberEvents;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a collection reports to after its owner was expired: changes have no effect, so somebody should know. */
final class DroppedCollection implements MemberEvents {
  private static final Warnings WARNINGS = Warnings.of("io.aludel.orm.collection");

  private final EntityLayout layout;
  private final int index;

  DroppedCollection(EntityLayout layout, int index) {
    this.layout = layout;
    this.index = index;
  }

  @Override
  public String describe() {
    return layout.describe(index);
  }

  private void warn() {
    WARNINGS.warn(
        "A collection that was taken from {} before its owner expired is being changed; that has no"
            + " effect on the owner. Read the attribute again and change what it gives.",
        describe());
  }

  @Override
  public @Nullable Object adding(@Nullable Object member, @Nullable Object key) {
    warn();
    return member;
  }

  @Override
  public void addedAgain(@Nullable Object member) {}

  @Override
  public void removing(@Nullable Object member, @Nullable Object key) {
    warn();
  }

  @Override
  public @Nullable Object replacing(
      @Nullable Object removed, @Nullable Object added, @Nullable Object key) {
    warn();
    return added;
  }

  @Override
  public List<@Nullable Object> exchanging(List<?> removed, List<?> added) {
    warn();
    return new ArrayList<>(added);
  }

  @Override
  public @Nullable Object keyOf(@Nullable Object member) {
    return null;
  }
}
