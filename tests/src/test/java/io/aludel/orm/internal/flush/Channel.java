package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.Relationship;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes what it refers to along when it is deleted. */
@Entity(table = "w_channel")
public class Channel {
  @Id
  public @Nullable Integer id;

  @Relationship(cascade = Cascade.ALL)
  @JoinColumn("entry_id")
  public @Nullable Buoy entry;

  @Relationship(secondary = "w_channel_buoy", cascade = Cascade.ALL)
  public Set<Buoy> marks = new LinkedHashSet<>();
}
