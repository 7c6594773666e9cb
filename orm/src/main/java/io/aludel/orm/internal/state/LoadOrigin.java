package io.aludel.orm.internal.state;

import org.jspecify.annotations.Nullable;

/** What an object remembers of how it was loaded; only loading knows more. */
public interface LoadOrigin {
  /** What of it can be serialized, or null if that is nothing; the same whenever it is asked for. */
  @Nullable SerializedOrigin serialized(LifeState about);
}
