package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Goes with whatever refers to it. */
@Entity(table = "w_buoy")
public class Buoy {
  @Id
  public @Nullable Integer id;
}
