package io.aludel.examples.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.examples.readme.FirstScreen;
import io.aludel.examples.readme.User;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class SourceTextTest {
  @Test
  void region_indented_losesItsMargin() {
    assertThat(SourceText.of(User.class).region("entity")).startsWith("@Entity").endsWith("\n}");
  }

  @Test
  void region_inSeveralParts_joinsThem() {
    assertThat(SourceText.of(FirstScreen.class).region("session"))
        .startsWith("Engine engine = Engine.create")
        .contains("\nRegistry.of(")
        .doesNotContain("@start", "@end", "return");
  }

  @Test
  void region_unknown_isRefusedByName() {
    SourceText source = SourceText.of(User.class);
    assertThatThrownBy(() -> source.region("nowhere"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("User.java")
        .hasMessageContaining("'nowhere'");
  }
}
