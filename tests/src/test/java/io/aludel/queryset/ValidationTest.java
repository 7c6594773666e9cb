package io.aludel.queryset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values are checked and converted before any SQL. */
@ForEachDatabase
@ExtendWith(NoThreadsLeft.class)
class ValidationTest {
  private ModelRegistry models;
  private StatementRecorder recorder;
  private QuerySet<Note> notes;

  @BeforeEach
  void createTables(TestDatabase database) {
    models = ModelRegistry.of(database.engine(), Note.class);
    models.createAll().join();
    notes = models.objects(Note.class);
    recorder = database.recorder();
    recorder.clear();
  }

  @AfterEach
  void close() {
    models.close();
    recorder.clear();
  }

  private List<String> refused(String field, @Nullable Object value) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("text", "x");
    values.put(field, value);
    List<String> found = Failing.validation(notes.create(values));
    assertThat(recorder.statements()).isEmpty();
    return found;
  }

  private Note taken(String field, @Nullable Object value) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("text", "x");
    values.put(field, value);
    Note note = notes.create(values).join();
    Note read = notes.get("pk", note.id).join();
    assertThat(models.equal(note, read)).isTrue();
    models.delete(note).join();
    recorder.clear();
    return read;
  }

  @Test
  @Parity({"ORM-ENC-21", "ORM-ENC-06"})
  void create_ofSeveralBadValues_listsThemAll() {
    ValidationException refused = Failing.with(
        ValidationException.class,
        notes.create(Map.of(
            "nonsense",
            1,
            "stars",
            9,
            "mail",
            "nobody",
            "password",
            "much too long",
            "due",
            "soon")));

    assertThat(refused.failures())
        .extracting(each -> each.field() + ":" + each.code())
        .containsExactlyInAnyOrder(
            "nonsense:unknown",
            "stars:Max",
            "mail:Email",
            "password:max_length",
            "due:type",
            "text:required");
    assertThat(refused.failures())
        .filteredOn(each -> each.field().equals("password"))
        .singleElement()
        .satisfies(each -> assertThat(each.value()).isNull());
    assertThat(refused).hasMessageContaining("Note").hasMessageEndingWith("[QRY-103]");
    assertThat(refused.getMessage()).doesNotContain("much too long");
    assertThat(
            Failing.validation(notes.bulkCreate(List.of(Map.of("text", "a"), Map.of("text", "")))))
        .containsExactly("[1].text:blank");
    assertThat(Failing.validation(notes.create(new Note("x".repeat(41)))))
        .containsExactly("text:max_length");
    assertThat(recorder.statements()).isEmpty();
  }

  @Test
  @Parity("ORM-ENC-09")
  void text_isTrimmedAndMeasured() {
    assertThat(refused("text", "  ")).containsExactly("text:blank");
    assertThat(refused("text", 5)).containsExactly("text:type");
    assertThat(refused("text", null)).containsExactly("text:required");
    assertThat(refused("text", "x".repeat(41))).containsExactly("text:max_length");
    assertThat(taken("text", " " + "x".repeat(40)).text).hasSize(40);
    assertThat(taken("mail", " ").mail).isNull();
    assertThat(taken("remark", " ").remark).isEmpty();
    assertThat(taken("remark", null).remark).isEmpty();
  }

  @Test
  @Parity({"ORM-ENC-11", "ORM-ENC-12"})
  void numbersAndTruths_areConvertedExactly() {
    assertThat(refused("stars", true)).containsExactly("stars:type");
    assertThat(refused("stars", "2.5")).containsExactly("stars:type");
    assertThat(refused("stars", 0)).containsExactly("stars:Min");
    assertThat(refused("ratio", Double.NaN)).containsExactly("ratio:type");
    assertThat(refused("ratio", "Infinity")).containsExactly("ratio:type");
    assertThat(refused("price", "1234567.1")).containsExactly("price:max_digits");
    assertThat(refused("price", new BigDecimal("1.234"))).containsExactly("price:max_digits");
    assertThat(refused("completed", "maybe")).containsExactly("completed:type");
    assertThat(refused("completed", null)).containsExactly("completed:required");
    assertThat(taken("stars", " 2 ").stars).isEqualTo(2);
    assertThat(taken("stars", "3.0").stars).isEqualTo(3);
    assertThat(taken("price", "1.50").price).isEqualByComparingTo("1.5");
    assertThat(taken("ratio", "0.25").ratio).isEqualTo(0.25);
    for (Object on : List.of(true, 1, "1", "on", "True")) {
      assertThat(taken("completed", on).completed).isTrue();
    }
    for (Object off : List.of(false, 0, "0", "off", "")) {
      assertThat(taken("completed", off).completed).isFalse();
    }
  }

  @Test
  @Parity("ORM-ENC-15")
  void datesKeysAndEnums_areReadFromText() {
    UUID token = UUID.randomUUID();

    assertThat(taken("due", "2026-11-21").due).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(taken("token", token.toString()).token).isEqualTo(token);
    assertThat(taken("weight", "HEAVY").weight).isEqualTo(Note.Weight.HEAVY);
    assertThat(refused("weight", "heavy")).containsExactly("weight:type");
    assertThat(refused("due", "21.11.2026")).containsExactly("due:type");
    assertThat(refused("token", "1-1-1-1-1")).containsExactly("token:type");
  }

  @Test
  void moments_areFilledIn() {
    LocalDateTime before = LocalDateTime.now().minusSeconds(5);
    Note note = notes.create(Map.of("text", "x", "created", LocalDateTime.MIN)).join();
    assertThat(note.created).isAfter(before);
    LocalDateTime created = note.created;
    LocalDateTime changed = note.changed;

    models.update(note, Map.of("stars", 2)).join();
    assertThat(note.created).isEqualTo(created);
    assertThat(note.changed).isAfterOrEqualTo(changed);
    LocalDateTime later = note.changed;
    notes.filter("pk", note.id).update(Map.of("stars", 3)).join();
    assertThat(models.load(note).join().changed).isAfterOrEqualTo(later);
    assertThat(note.created).isEqualTo(created);
    assertThat(
            Failing.validation(models.update(note, Map.of("changed", later, "pk", 5, "stars", 7))))
        .containsExactlyInAnyOrder("changed:read_only", "id:read_only", "stars:Max");
    assertThat(Failing.validation(notes.updateAll(Map.of("nonsense", 1))))
        .containsExactly("nonsense:unknown");
    Failing.with(QuerySetException.class, notes.updateAll(Map.of()));
    recorder.clear();
  }

  /** Contradicts itself. */
  @Entity(table = "q_torn")
  static class Torn {
    @Id
    @Nullable Integer id;

    @AutoNow
    @AutoNowAdd
    @Nullable LocalDate day;
  }

  /** Keeps no moment. */
  @Entity(table = "q_odd")
  static class Odd {
    @Id
    @Nullable Integer id;

    @AutoNow
    @Nullable String day;
  }

  @Test
  void moments_declaredWrongly_areRefusedAtOnce(TestDatabase database) {
    assertThatExceptionOfType(QuerySetException.class)
        .isThrownBy(() -> ModelRegistry.of(database.engine(), Torn.class))
        .withMessageContaining("Torn.day")
        .withMessageEndingWith("[QRY-107]");
    assertThatExceptionOfType(QuerySetException.class)
        .isThrownBy(() -> ModelRegistry.of(database.engine(), Odd.class))
        .withMessageContaining("Odd.day");
  }
}
