package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Version;
import org.jspecify.annotations.Nullable;

/** Has a version that the application makes. */
@Entity(table = "w_ticket")
public class Ticket {
  @Id
  public @Nullable Integer id;

  @Column(length = 50)
  public String title;

  @Version(source = Version.Source.SUPPLIED)
  @Column(length = 10)
  public String tag;

  protected Ticket() {
    title = "";
    tag = "";
  }

  public Ticket(String title, String tag) {
    this.title = title;
    this.tag = tag;
  }
}
