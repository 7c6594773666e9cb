package io.aludel.queryset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.async.Await;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is closed or no longer held is given back. */
@ForEachDatabase
@ExtendWith(NoThreadsLeft.class)
class MemoryTest {
  private static final int REGISTRIES = 20;

  @Test
  void registries_thatAreClosed_andWhatTheyGave_areCollected(TestDatabase database) {
    List<WeakReference<Object>> given = new ArrayList<>();
    for (int i = 0; i < REGISTRIES; i++) {
      given.addAll(used(database, "milk " + i));
    }
    given.forEach(each -> Await.collected(each::get));
    assertThat(given).hasSize(3 * REGISTRIES);
    database.recorder().clear();
  }

  /** A method of its own, so that no frame of the test holds anything. */
  private static List<WeakReference<Object>> used(TestDatabase database, String text) {
    try (ModelRegistry models = ModelRegistry.of(database.engine(), Note.class)) {
      Soon.get(models.createAll());
      QuerySet<Note> notes = models.objects(Note.class);
      Note made = Soon.get(notes.create(Map.of("text", text)));
      assertThat(Soon.get(notes.filter("text__icontains", "MIL").all())).isNotEmpty();
      return List.of(
          new WeakReference<>(models), new WeakReference<>(notes), new WeakReference<>(made));
    }
  }
}
