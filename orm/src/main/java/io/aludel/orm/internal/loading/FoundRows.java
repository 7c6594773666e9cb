package io.aludel.orm.internal.loading;

import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The related objects that a SELECT found, by the key of their owner, which stands before them in a row. */
final class FoundRows implements SelectLoader.RowUse {
  private final RelationshipProperty relationship;
  private final int width;
  private final Map<Object, List<@Nullable Object>> byKey = new HashMap<>();

  /** Rows of one owner mostly follow each other. */
  private @Nullable Object latestKey;

  private List<@Nullable Object> latest = new ArrayList<>();

  FoundRows(RelationshipProperty relationship, int width) {
    this.relationship = relationship;
    this.width = width;
  }

  @Override
  public void use(@Nullable Object[] values) {
    Object key = OwnerKeys.keyOf(values, width);
    if (key == null) {
      return;
    }
    if (!key.equals(latestKey)) {
      latestKey = key;
      latest = byKey.computeIfAbsent(key, any -> new ArrayList<>());
    }
    latest.add(values[width]);
  }

  /** Gives the owners of a key what was found for them; nothing to those whose key is null. */
  void fill(@Nullable Object key, List<ManagedEntity> owners) {
    List<@Nullable Object> members = key == null ? List.of() : byKey.getOrDefault(key, List.of());
    owners.forEach(owner -> RelatedObjects.fill(owner, relationship, members));
  }
}
