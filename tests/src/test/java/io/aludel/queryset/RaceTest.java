package io.aludel.queryset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two callers who want the same thing at the same time. */
@ForEachDatabase
@SeveralConnections
@ExtendWith(NoThreadsLeft.class)
class RaceTest {
  private static final int ROUNDS = 1_000;

  /** Rounds that are under way together. */
  private static final int TOGETHER = 20;

  @Test
  @Parity("ORM-ENC-36")
  void getOrCreate_byTwoAtOnce_makesOneRow(TestDatabase database) {
    try (ModelRegistry models = ModelRegistry.of(database.engine(), Note.class)) {
      Soon.get(models.createAll());
      QuerySet<Note> notes = models.objects(Note.class);
      for (int first = 0; first < ROUNDS; first += TOGETHER) {
        List<List<CompletableFuture<Stored<Note>>>> pairs = new ArrayList<>();
        for (int round = first; round < first + TOGETHER; round++) {
          Map<String, Object> wanted = Map.of("text", "round " + round);
          CompletableFuture<Stored<Note>> one = notes.getOrCreate(wanted, Map.of("stars", 1));
          CompletableFuture<Stored<Note>> two = round % 2 == 0
              ? notes.getOrCreate(wanted, Map.of("stars", 1))
              : notes.updateOrCreate(wanted, Map.of("stars", 2));
          pairs.add(List.of(one, two));
        }
        pairs.forEach(RaceTest::assertOneMade);
        database.recorder().clear();
      }
      assertThat(Soon.get(notes.count())).isEqualTo(ROUNDS);
      assertThat(Soon.get(notes.filter("stars", 2).count())).isEqualTo(ROUNDS / 2);
    } finally {
      database.recorder().clear();
    }
  }

  private static void assertOneMade(List<CompletableFuture<Stored<Note>>> pair) {
    Stored<Note> one = Soon.get(pair.get(0));
    Stored<Note> two = Soon.get(pair.get(1));
    assertThat(List.of(one, two))
        .extracting(Stored::created)
        .containsExactlyInAnyOrder(true, false);
    assertThat(one.object().id).isEqualTo(two.object().id);
  }
}
