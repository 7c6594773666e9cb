package io.aludel.queryset;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Says more about one member. */
@Entity(table = "q_profile")
public class Profile {
  @Id
  public @Nullable Integer id;

  @Column(length = 100)
  public String website = "";
}
