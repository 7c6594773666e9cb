package io.aludel.queryset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What requests may ask, and what is said to those who ask for more. */
@ForEachDatabase
@ExtendWith(NoThreadsLeft.class)
class ParametersTest {
  private static final Parameters ALLOWED = Parameters.lookups(
          "text__icontains", "completed", "id__in", "stars__gte", "weight")
      .sorting("order", "id", "text");

  private ModelRegistry models;
  private QuerySet<Note> notes;

  @BeforeEach
  void createTables(TestDatabase database) {
    models = ModelRegistry.of(database.engine(), Note.class);
    Soon.get(models.createAll());
    notes = models.objects(Note.class);
    Soon.get(notes.bulkCreate(List.of(
        Map.of("text", "Buy milk", "stars", 1),
        Map.of("text", "Call Mum", "stars", 2, "completed", true))));
    database.recorder().clear();
  }

  @AfterEach
  void close(TestDatabase database) {
    models.close();
    database.recorder().clear();
  }

  private List<String> texts(Map<String, String> given) {
    return Soon.get(notes.asked(ALLOWED, given).all()).stream()
        .map(note -> note.text)
        .toList();
  }

  @Test
  void parameters_thatAreAllowed_narrowAndSort() {
    assertThat(texts(Map.of("order", "-text"))).containsExactly("Call Mum", "Buy milk");
    assertThat(texts(Map.of("text__icontains", "MUM"))).containsExactly("Call Mum");
    assertThat(texts(Map.of("completed", "false", "stars__gte", "1"))).containsExactly("Buy milk");
    assertThat(texts(Map.of("id__in", "1,2,77", "order", "text,-id")))
        .containsExactly("Buy milk", "Call Mum");
    assertThat(texts(Map.of("id__in", ""))).isEmpty();
    assertThat(texts(Map.of())).hasSize(2);
    assertThat(Soon.get(notes.filter("stars", 2).asked(ALLOWED, Map.of()).count()))
        .isEqualTo(1);
  }

  @Test
  void parameters_thatAreNot_areListedTogether(TestDatabase database) {
    Map<String, String> given = new TreeMap<>(Map.of(
        "password", "x",
        "stars__gte", "many'",
        "id__in", "1,x",
        "weight", "MEDIUM",
        "text__icontains", "fine"));
    given.put("order", "-text,stars");

    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> notes.asked(ALLOWED, given))
        .satisfies(refused -> assertThat(refused.failures())
            .extracting(each -> each.field() + ":" + each.code())
            .containsExactly(
                "id__in:type",
                "order:unknown",
                "password:unknown",
                "stars__gte:type",
                "weight:type"))
        .satisfies(refused -> assertThat(refused.failures().get(2).text())
            .contains("completed, id__in, stars__gte, text__icontains, weight, order"))
        .withMessageContaining("Cannot find")
        .withMessageEndingWith("[QRY-103]");
    assertThat(database.recorder().statements()).isEmpty();
  }

  @Test
  void allowances_thatDoNotExist_areTheProgramsMistake() {
    assertThatExceptionOfType(LookupException.class)
        .isThrownBy(() -> notes.asked(Parameters.lookups("nothing"), Map.of()));
    assertThatExceptionOfType(LookupException.class)
        .isThrownBy(
            () -> notes.asked(Parameters.lookups("text").sorting("order", "nothing"), Map.of()));
    assertThatExceptionOfType(io.aludel.ArgumentException.class)
        .isThrownBy(() -> Parameters.lookups(""));
  }

  @Test
  void explain_tellsTheWayOfTheDatabase() {
    String plan =
        Soon.get(notes.filter("text__icontains", "it's ?").orderBy("-text").explain());

    assertThat(plan).containsIgnoringCase("q_note");
    assertThat(Soon.get(notes.filter("id__in", List.of(1, 2, 3)).limit(2).explain()))
        .isNotEmpty();
    assertThat(Soon.get(notes.count())).isEqualTo(2);
  }
}
