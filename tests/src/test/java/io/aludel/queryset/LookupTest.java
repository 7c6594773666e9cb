package io.aludel.queryset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Look-ups and values that somebody sends who means no good. */
@ForEachDatabase
@ExtendWith(NoThreadsLeft.class)
class LookupTest {
  private ModelRegistry models;
  private QuerySet<Note> notes;

  @BeforeEach
  void createTables(TestDatabase database) {
    models =
        ModelRegistry.of(database.engine(), Note.class, Artist.class, Album.class, Track.class);
    models.createAll().join();
    notes = models.objects(Note.class);
    notes.create(Map.of("text", "a")).join();
    database.recorder().clear();
  }

  @AfterEach
  void close(TestDatabase database) {
    models.close();
    database.recorder().clear();
  }

  private void assertRefused(String lookup, @Nullable Object value, String... words) {
    assertThatExceptionOfType(LookupException.class)
        .isThrownBy(() -> notes.filter(lookup, value))
        .satisfies(refused -> {
          assertThat(refused.getMessage())
              .contains(words)
              .endsWith("[QRY-104]")
              .hasSizeLessThan(700);
          assertThat(refused.lookup()).isEqualTo(lookup);
        });
  }

  @Test
  void names_thatAreNotMapped_areRefusedWithWhatExists() {
    assertRefused("__class__", 1, "text, completed");
    assertRefused("class", 1, "text, completed");
    assertRefused("id__gt__gt", 1, "exact, iexact");
    assertRefused("id__", 1, "gte");
    assertRefused("text__regex", "x", "icontains");
    assertRefused("text'; drop table q_note; --", "x", "unknown");
    assertRefused("text\"", "x", "unknown");
    assertRefused("x\n\t\0", "x", "x???");
    assertRefused("x".repeat(100_000), "x", "…");
    assertRefused("text__a".repeat(10_000), "x", "text__a");
  }

  @Test
  void paths_thatGoRoundAndRound_areRefused() {
    QuerySet<Track> tracks = models.objects(Track.class);

    assertThatExceptionOfType(LookupException.class)
        .isThrownBy(() -> tracks.filter("album__tracks__".repeat(2_000) + "title", "x"))
        .withMessageContaining("relationships");
    assertThat(tracks.filter("album__tracks__album__tracks__title", "x").count().join())
        .isZero();
    assertThatExceptionOfType(LookupException.class)
        .isThrownBy(() -> tracks.selectRelated("album__title"))
        .withMessageContaining("artist, tracks");
    assertThatExceptionOfType(LookupException.class)
        .isThrownBy(() -> tracks.filter("album__gt", 1))
        .withMessageContaining("exact or in");
    assertThatExceptionOfType(LookupException.class)
        .isThrownBy(() -> tracks.filter("album", "x"))
        .withMessageContaining("Album or its key");
    assertThatExceptionOfType(LookupException.class)
        .isThrownBy(() -> tracks.filter("album", new Album()))
        .withMessageContaining("has no key");
  }

  @Test
  void everyDoor_refusesWhatIsNotMapped() {
    QuerySet<Track> tracks = models.objects(Track.class);
    for (String bad :
        List.of("__class__", "id__gt__gt", "text'", "\"", "--", "1", "__", "text__", "ｔｅｘｔ")) {
      for (Runnable door : List.<Runnable>of(
          () -> notes.exclude(bad, 1),
          () -> notes.exclude(Map.of(bad, 1)),
          () -> notes.filter(Map.of(bad, 1)),
          () -> notes.orderBy(bad),
          () -> notes.selectRelated(bad),
          () -> notes.all(Map.of(bad, 1)),
          () -> notes.first(Map.of(bad, 1)),
          () -> notes.get(bad, 1))) {
        assertThatExceptionOfType(LookupException.class).isThrownBy(door::run);
      }
      assertThat(Failing.validation(notes.create(Map.of("text", "x", bad, 1))))
          .containsExactly(bad + ":unknown");
      assertThat(Failing.validation(notes.updateAll(Map.of(bad, 1))))
          .containsExactly(bad + ":unknown");
      assertThat(Failing.validation(notes.getOrCreate(Map.of("text", "x", bad, 1), Map.of())))
          .containsExactly(bad + ":unknown");
    }
    String deep = "album__tracks__".repeat(2_000) + "title";
    assertThatExceptionOfType(LookupException.class).isThrownBy(() -> tracks.orderBy(deep));
    assertThatExceptionOfType(LookupException.class).isThrownBy(() -> tracks.selectRelated(deep));
    assertThatExceptionOfType(io.aludel.ArgumentException.class)
        .isThrownBy(() -> notes.filter("", 1));
    assertThat(notes.count().join()).isEqualTo(1);
  }

  @Test
  void lists_ofManyMembers_areBoundOnEachWay() {
    List<Object> texts = new ArrayList<>();
    List<Object> keys = new ArrayList<>();
    for (int number = 0; number < 10_000; number++) {
      texts.add("a'" + number);
      keys.add("" + number);
    }
    texts.add("a");
    assertThat(notes.filter("text__in", texts).count().join()).isEqualTo(1);
    assertThat(notes.exclude("text__in", texts).count().join()).isZero();
    assertThat(models.objects(Track.class).filter("album__in", keys).count().join())
        .isZero();
    assertThat(notes.filter("text__contains", "%_".repeat(5_000)).count().join())
        .isZero();
  }

  @Test
  void values_ofAWrongType_areRefusedAndNotShown() {
    assertRefused("id", "1 or 1=1", "whole number");
    assertRefused("id", true, "whole number");
    assertRefused("id__gt", null, "whole number");
    assertRefused("id", "1e999999999", "whole number");
    assertRefused("id", 1.5, "whole number");
    assertRefused("id__in", 5, "list");
    assertRefused("id__in", List.of("x"), "whole number");
    assertRefused("text", 5, "text");
    assertRefused("text__icontains", null, "text");
    assertRefused("id__contains", "1", "no text");
    assertRefused("completed", "maybe", "true or false");
    assertRefused("weight", "MEDIUM", "LIGHT, HEAVY");
    assertRefused("due", "2020-13-01", "LocalDate");
    assertRefused("token", "1-1-1-1-1", "UUID");
    assertRefused("ratio", "NaN", "finite");
    assertThatExceptionOfType(LookupException.class)
        .isThrownBy(() -> notes.filter("id", "hush-hush"))
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("hush"));
  }

  @Test
  void values_thatLookLikeSql_areValues() {
    for (String value : List.of("'", "' or 1=1 --", "\\", "%", "_", "a\0'", "\"", "/", "$1", "?")) {
      assertThat(notes.filter("text", value).count().join()).isZero();
      assertThat(notes.filter("text__icontains", value).count().join()).isZero();
      assertThat(notes.filter("text__iexact", value).count().join()).isZero();
    }
    List<Object> many = new ArrayList<>();
    for (int number = 0; number < 10_000; number++) {
      many.add(number);
    }
    assertThat(notes.filter("id__in", many).count().join()).isEqualTo(1);
  }
}
