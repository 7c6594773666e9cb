package io.aludel.queryset;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Belongs to a company, which is required; its members outlive it. */
@Entity(table = "q_team")
public class Team {
  @Id
  public @Nullable Integer id;

  @Column(length = 100)
  public String name = "";

  @Relationship
  @JoinColumn(value = "company_id", onDelete = "RESTRICT")
  public Company company;

  @Relationship(backPopulates = "team")
  public List<Member> members = new ArrayList<>();
}
