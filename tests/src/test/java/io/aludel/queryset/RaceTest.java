package io.aludel.queryset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two callers who want the same thing at the same time. */
@ForEachDatabase
@SeveralConnections
class RaceTest {
  private static final int ROUNDS = 200;

  @Test
  void getOrCreate_byTwoAtOnce_makesOneRow(TestDatabase database) {
    try (ModelRegistry models = ModelRegistry.of(database.engine(), Note.class)) {
      models.createAll().join();
      QuerySet<Note> notes = models.objects(Note.class);
      for (int round = 0; round < ROUNDS; round++) {
        Map<String, Object> wanted = Map.of("text", "round " + round);
        CompletableFuture<Stored<Note>> one = notes.getOrCreate(wanted, Map.of());
        CompletableFuture<Stored<Note>> two = notes.updateOrCreate(wanted, Map.of("stars", 2));
        List<Stored<Note>> both = List.of(one.join(), two.join());
        assertThat(both).extracting(Stored::created).containsExactlyInAnyOrder(true, false);
        assertThat(both.get(0).object().id).isEqualTo(both.get(1).object().id);
      }
      assertThat(notes.count().join()).isEqualTo(ROUNDS);
      assertThat(notes.filter("stars", 2).count().join()).isEqualTo(ROUNDS);
    } finally {
      database.recorder().clear();
    }
  }
}
