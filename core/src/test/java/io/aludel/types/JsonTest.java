package io.aludel.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void text_ofEveryKind_isReadAndWritten() {
    String text = "{\"a\":[1,-2.5,1e3,true,false,null],\"b\":{},\"c\":\"\\\"\\\\\\n\\u0001 ü 😀\"}";

    Json json = Json.parse(" " + text.replace(",", " , ") + "\n");

    assertThat(json.get("a").get(1).as(BigDecimal.class)).isEqualByComparingTo("-2.5");
    assertThat(json.get("a").get(2).as(Integer.class)).isEqualTo(1000);
    assertThat(json.get("a").get(3).as(Boolean.class)).isTrue();
    assertThat(json.get("a").get(5).isNull()).isTrue();
    assertThat(json.get("a").size()).isEqualTo(6);
    assertThat(json.get("c").as(String.class)).isEqualTo("\"\\\n\u0001 ü 😀");
    assertThat(Json.parse(json.toString())).isEqualTo(json);
    assertThat(json.toString()).isEqualTo(text.replace("1e3", "1000"));
  }

  @Test
  void parts_thatAreNotThere_areNull() {
    Json json = Json.of(Map.of("a", List.of(1)));

    assertThat(json.get("b")).isEqualTo(Json.NULL);
    assertThat(json.get(0)).isEqualTo(Json.NULL);
    assertThat(json.get("a").get(9)).isEqualTo(Json.NULL);
    assertThat(json.get("a").as(String.class)).isNull();
    assertThat(json.get("a").get(0).as(String.class)).isNull();
    assertThat(Json.NULL.size()).isZero();
  }

  @Test
  void equal_values_whateverTheirClass() {
    assertThat(Json.of(1)).isEqualTo(Json.of(1L)).isEqualTo(Json.parse("1.0"));
    assertThat(Json.of(1)).hasSameHashCodeAs(Json.parse("1.0"));
    assertThat(Json.of(1)).isNotEqualTo(Json.of("1"));
    assertThat(Json.parse("{\"a\":1,\"b\":2}")).isEqualTo(Json.parse("{\"b\":2,\"a\":1}"));
    assertThat(Json.of(null)).isSameAs(Json.NULL);
    assertThat(Json.of(new String[] {"x"})).isEqualTo(Json.of(List.of("x")));
  }

  @Test
  void toJava_ofJson_isPlain() {
    assertThat(Json.parse("{\"a\":[1,12345678901,1.5,\"x\",null]}").toJava())
        .isEqualTo(Map.of(
            "a", java.util.Arrays.asList(1, 12345678901L, new BigDecimal("1.5"), "x", null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\"}",
        "{a:1}",
        "01",
        "1.",
        "-",
        "nul",
        "'x'",
        "\"a",
        "\"\\x\"",
        "1 2",
        "[1] x",
        "\"\u0001\"",
        "1e99999999999"
      })
  void parse_noJson_isRefused(String text) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("as JSON")
        .hasMessageEndingWith("[ENG-120]");
  }

  @Test
  void parse_tooDeep_isRefusedBeforeTheStackEnds() {
    assertThatThrownBy(() -> Json.parse("[".repeat(100_000)))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("500 deep");
  }

  @Test
  void of_otherObjects_areRefused() {
    assertThatThrownBy(() -> Json.of(new Object()))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("java.lang.Object");
    assertThatThrownBy(() -> Json.of(Double.NaN)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> Json.of(Map.of(1, 2))).isInstanceOf(ArgumentException.class);
  }

  @Test
  void halfPairs_ofSurrogates_areEscaped() {
    assertThat(Json.of("a\ud83d").toString()).isEqualTo("\"a\\ud83d\"");
    assertThat(Json.parse("\"\\ud83d\"")).isEqualTo(Json.of("\ud83d"));
  }
}
