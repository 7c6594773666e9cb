package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Version;
import org.jspecify.annotations.Nullable;

/** Says that its version counts, and it cannot. */
@Entity(table = "w_uncountable")
public class Uncountable {
  @Id
  public @Nullable Integer id;

  @Version
  public @Nullable String tag;
}
