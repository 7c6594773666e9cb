package io.aludel.queryset;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Has numbers between bounds, and attributes that nobody gives. */
@Entity(table = "q_gauge")
public class Gauge {
  @Id
  public @Nullable Long id;

  @Min(-10) @Max(10) public int level;

  @DecimalMin(value = "0", inclusive = false) @Max(999_999_999_999L) public @Nullable Long huge;

  @DecimalMin("0.5") @DecimalMax(value = "2.5", inclusive = false) @Rounded(scale = 2)
  public @Nullable Double ratio;

  @MultipleOf("0.05")
  @Column(precision = 8, scale = 2)
  public @Nullable BigDecimal price;

  @MultipleOf("3")
  public @Nullable Integer triple;

  @ReadOnly
  @Column(length = 10, index = true)
  public String code = "fresh";

  @Column(length = 10, unique = true, serverDefault = "'none'")
  public @Nullable String label;
}
