package io.aludel.queryset;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Has teams, and cannot go while it has. */
@Entity(table = "q_company")
public class Company {
  @Id
  public @Nullable Integer id;

  @Column(length = 100)
  public String ident = "";
}
