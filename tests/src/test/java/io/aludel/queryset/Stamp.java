package io.aludel.queryset;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Holds the present moment in every form. */
@Entity(table = "q_stamp")
public class Stamp {
  @Id
  public @Nullable Integer id;

  public @Nullable Integer count;
  public @Nullable LocalDate day;
  public @Nullable LocalTime time;
  public @Nullable LocalDateTime moment;
  public @Nullable Instant instant;

  @AutoNowAdd
  public @Nullable LocalDate addedDay;

  @AutoNowAdd
  public @Nullable LocalDateTime added;

  @AutoNowAdd
  public @Nullable LocalTime addedTime;

  @AutoNow
  public @Nullable LocalDate changedDay;

  @AutoNow
  public @Nullable LocalDateTime changed;

  @AutoNow
  public @Nullable Instant changedAt;

  @AutoNow
  public @Nullable OffsetDateTime changedThere;
}
