package io.aludel.queryset;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One attribute of each kind. */
@Entity(table = "q_note")
public class Note {
  /** How much it matters. */
  public enum Weight {
    LIGHT,
    HEAVY
  }

  @Id
  public @Nullable Integer id;

  @Column(length = 40, unique = true)
  public String text = "";

  public boolean completed;

  @Min(1) @Max(5) public @Nullable Integer stars;

  @Column(precision = 6, scale = 2)
  public @Nullable BigDecimal price;

  public @Nullable Double ratio;
  public @Nullable LocalDate due;
  public @Nullable UUID token;
  public @Nullable Weight weight;

  @Email @Column(length = 60)
  public @Nullable String mail;

  @AllowBlank
  @Column(length = 20)
  public String remark = "";

  @Secret
  @Column(length = 8)
  public @Nullable String password;

  @AutoNowAdd
  public @Nullable LocalDateTime created;

  @AutoNow
  public @Nullable LocalDateTime changed;

  protected Note() {}

  public Note(String text) {
    this.text = text;
  }
}
