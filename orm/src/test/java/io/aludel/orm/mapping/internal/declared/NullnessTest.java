package io.aludel.orm.mapping.internal.declared;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NullnessTest {
  @NullMarked
  static class Marked {
    int primitive;
    String reference = "";

    @Nullable String nullable;

    byte @Nullable [] nullableArray;
    byte[] array = {};

    static class Inner {
      String reference = "";
    }

    @NullUnmarked
    static class UnmarkedAgain {
      String reference;
    }
  }

  @NullUnmarked
  static class Unmarked {
    int primitive;
    String reference;
  }

  private static boolean isNullable(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    return Nullness.isNullable(field);
  }

  @Test
  void isNullable_primitive_isNever() throws NoSuchFieldException {
    assertThat(isNullable(Marked.class, "primitive")).isFalse();
    assertThat(isNullable(Unmarked.class, "primitive")).isFalse();
  }

  @Test
  void isNullable_inMarkedCode_isWhatIsMarkedNullable() throws NoSuchFieldException {
    assertThat(isNullable(Marked.class, "reference")).isFalse();
    assertThat(isNullable(Marked.class, "nullable")).isTrue();
    assertThat(isNullable(Marked.class, "nullableArray")).isTrue();
    assertThat(isNullable(Marked.class, "array")).isFalse();
  }

  @Test
  void isNullable_outsideMarkedCode_isEveryReference() throws NoSuchFieldException {
    assertThat(isNullable(Unmarked.class, "reference")).isTrue();
  }

  @Test
  void isNullable_nestedClass_followsTheInnermostThatSays() throws NoSuchFieldException {
    assertThat(isNullable(Marked.Inner.class, "reference")).isFalse();
    assertThat(isNullable(Marked.UnmarkedAgain.class, "reference")).isTrue();
  }
}
