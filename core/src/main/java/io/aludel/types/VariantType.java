package io.aludel.types;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type that is another one on some databases. Spelling and conversion are those of the other type
 * there; operators are those of the base everywhere. Made by {@link SqlType#withVariant}.
 *
 * @param base the type everywhere else
 * @param variants the types by names of dialects
 * @param <T> the Java type of the values
 */
public record VariantType<T>(SqlType<T> base, Map<String, SqlType<T>> variants)
    implements SqlType<T> {
  /** Keeps its own copy of the map. */
  public VariantType {
    ArgumentException.requireNonNull(base, "the base of a variant");
    variants = Map.copyOf(ArgumentException.requireNonNull(variants, "the variants"));
  }

  static <T> VariantType<T> of(
      SqlType<T> base, @Nullable SqlType<T> other, String @Nullable [] dialects) {
    SqlType<T> variant = ArgumentException.requireNonNull(other, "the variant of a type");
    if (dialects == null || dialects.length == 0) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make a variant of " + base + ": no dialect is named. Name those it is for.");
    }
    VariantType<T> known = base instanceof VariantType<T> variants ? variants : null;
    Map<String, SqlType<T>> all = new LinkedHashMap<>(known == null ? Map.of() : known.variants);
    for (String dialect : dialects) {
      String name = ArgumentException.requireText(dialect, "the dialect of a variant");
      if (all.put(name, variant) != null) {
        throw new ArgumentException(
            CoreError.ARGUMENT,
            "Cannot make a variant of " + base + ": it has one for " + name
                + " already. Name each dialect once.");
      }
    }
    return new VariantType<>(known == null ? base : known.base, all);
  }

  /**
   * The type on one database.
   *
   * @param dialect the name of the dialect
   * @return the variant for it, else the base
   */
  public SqlType<T> on(String dialect) {
    return variants.getOrDefault(dialect, base);
  }

  @Override
  public Class<T> javaType() {
    return base.javaType();
  }

  @Override
  public SqlType<?> generic() {
    return base.generic();
  }

  @Override
  public SqlType<?> comparedWith(Object value) {
    SqlType<?> compared = base.comparedWith(value);
    return compared == base ? this : compared;
  }

  @Override
  public @Nullable T fit(Object value) {
    return base.fit(value);
  }

  @Override
  public boolean sameValue(T left, T right) {
    return base.sameValue(left, right);
  }

  @Override
  public boolean evaluatesNull() {
    return base.evaluatesNull();
  }

  @Override
  public @Nullable Wrapping boundIn(String dialect) {
    return on(dialect).boundIn(dialect);
  }

  @Override
  public @Nullable Wrapping selectedIn(String dialect) {
    return on(dialect).selectedIn(dialect);
  }
}
