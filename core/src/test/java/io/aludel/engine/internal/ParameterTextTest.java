package io.aludel.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParameterTextTest {
  @Test
  void values_ofDifferentKinds_areToldApart() {
    assertThat(ParameterText.of(Arrays.asList(1, "a", null, new byte[3])))
        .isEqualTo("[1, 'a', null, 3 bytes]");
  }

  @Test
  void longText_isCutInTheMiddle() {
    assertThat(ParameterText.of(List.of("x".repeat(1000))))
        .hasSizeLessThan(400)
        .contains("(700 characters left out)");
  }

  @Test
  void manyValues_showTheFirstAndTheLastTwo() {
    List<Object> values = new ArrayList<>(IntStream.range(0, 200).boxed().toList());

    assertThat(ParameterText.of(values))
        .contains("46, 47, ... 50 of 200 values ..., 198, 199]")
        .doesNotContain(" 48,");
  }

  @Test
  void manyRows_showTheFirstAndTheLastTwo() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      rows.add(Collections.singletonList(i));
    }

    assertThat(ParameterText.ofBatch(rows))
        .isEqualTo("[[0] [1] [2] [3] [4] [5] [6] [7] ... 10 of 1000 rows ... [998] [999]]");
  }
}
