package io.aludel.orm.mapping.internal.declared;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.Parity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the type of a field says: a container or not, nullable or not, and of what. */
class DeclaredTypesTest {
  /** A type variable, bound below. */
  abstract static class Above<T> {
    @Nullable List<T> bound;

    @Nullable T single;
  }

  /** Binds it. */
  static class Below extends Above<Integer> {
    String plain = "";

    @Nullable String nullable;

    int primitive;
    List<String> list = List.of();
    Set<? extends Number> wildcard = Set.of();
    Map<String, Long> map = Map.of();

    @Nullable Collection<List<String>> nested;
  }

  private static Class<?> target(Class<?> declaring, String name) throws NoSuchFieldException {
    return FieldTarget.of(declaring.getDeclaredField(name), Below.class);
  }

  @Test
  @Parity("ORM-INS-20")
  void elementType_ofEveryContainer_isFound() throws NoSuchFieldException {
    assertThat(target(Below.class, "plain")).isEqualTo(String.class);
    assertThat(target(Below.class, "list")).isEqualTo(String.class);
    assertThat(target(Below.class, "wildcard")).isEqualTo(Number.class);
    assertThat(target(Below.class, "map")).isEqualTo(Long.class);
    assertThat(target(Below.class, "nested")).isEqualTo(List.class);
    assertThat(target(Above.class, "bound")).isEqualTo(Integer.class);
    assertThat(target(Above.class, "single")).isEqualTo(Integer.class);
  }

  @Test
  @Parity("ORM-INS-20")
  void containerKind_isFound() {
    assertThat(FieldTarget.isCollection(List.class)).isTrue();
    assertThat(FieldTarget.isCollection(Set.class)).isTrue();
    assertThat(FieldTarget.isCollection(Map.class)).isTrue();
    assertThat(FieldTarget.isCollection(String.class)).isFalse();
  }

  @Test
  @Parity("ORM-INS-20")
  void nullability_isFound() throws NoSuchFieldException {
    assertThat(Nullness.isNullable(Below.class.getDeclaredField("plain"))).isFalse();
    assertThat(Nullness.isNullable(Below.class.getDeclaredField("primitive"))).isFalse();
    assertThat(Nullness.isNullable(Below.class.getDeclaredField("nullable"))).isTrue();
    assertThat(Nullness.isNullable(Below.class.getDeclaredField("nested"))).isTrue();
  }
}
