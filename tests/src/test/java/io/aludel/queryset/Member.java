package io.aludel.queryset;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.Relationship;
import org.jspecify.annotations.Nullable;

/** May have a team, and may have one profile that nobody else has. */
@Entity(table = "q_member")
public class Member {
  @Id
  public @Nullable Integer id;

  @Column(length = 100)
  public String email = "";

  @Relationship(backPopulates = "members")
  @JoinColumn(value = "team_id", onDelete = "SET NULL")
  public @Nullable Team team;

  @Relationship
  @JoinColumn(value = "profile_id", onDelete = "CASCADE", unique = true)
  public @Nullable Profile profile;
}
