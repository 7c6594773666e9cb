package io.aludel.queryset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.DetachedInstanceException;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Objects found, counted, created, changed and deleted. */
@ForEachDatabase
@ExtendWith(NoThreadsLeft.class)
class QuerySetTest {
  private ModelRegistry models;
  private StatementRecorder recorder;
  private QuerySet<Note> notes;
  private QuerySet<Track> tracks;

  @BeforeEach
  void createTables(TestDatabase database) {
    models =
        ModelRegistry.of(database.engine(), Note.class, Artist.class, Album.class, Track.class);
    models.createAll().join();
    notes = models.objects(Note.class);
    tracks = models.objects(Track.class);
    recorder = database.recorder();
    recorder.clear();
  }

  @AfterEach
  void close() {
    models.close();
    recorder.clear();
  }

  private void write(String... texts) {
    for (String text : texts) {
      notes.create(Map.of("text", text)).join();
    }
    recorder.clear();
  }

  private List<String> texts(QuerySet<Note> some) {
    return some.orderBy("id").all().join().stream().map(note -> note.text).toList();
  }

  private Album fantasies() {
    Artist metric =
        models.objects(Artist.class).create(Map.of("name", "Metric")).join();
    Album album = models
        .objects(Album.class)
        .create(Map.of("name", "Fantasies", "artist", metric))
        .join();
    tracks
        .create(Map.of("title", "Help I'm Alive", "position", 1, "album", album))
        .join();
    tracks
        .create(
            Map.of("title", "Sick Muse", "position", 2, "album", Objects.requireNonNull(album.id)))
        .join();
    tracks.create(Map.of("title", "Loose", "position", 9)).join();
    recorder.clear();
    return album;
  }

  private List<String> titles(QuerySet<Track> some) {
    return some.orderBy("position").all().join().stream()
        .map(track -> track.title)
        .toList();
  }

  @Test
  @Parity({"ORM-ENC-01", "ORM-ENC-03", "ORM-ENC-04"})
  void registry_hasTheTablesOfItsModels() {
    assertThat(models.table(Note.class).name()).isEqualTo("q_note");
    assertThat(models.objects(Note.class)).hasToString("QuerySet(Note)");
    models.dropAll().join();
    assertThatThrownBy(() -> notes.count().join())
        .hasCauseInstanceOf(io.aludel.AludelException.class);
    models.createAll().join();
    assertThat(notes.count().join()).isZero();
    assertThatThrownBy(() -> models.objects(String.class)).hasMessageContaining("java.lang.String");
  }

  @Test
  @Parity({"ORM-ENC-22", "ORM-ENC-23"})
  void filter_byEachLookup_findsWhatItSays() {
    write("Buy milk", "Call Mum", "100% sure", "100 percent");

    assertThat(texts(notes.filter("text", "Buy milk"))).containsExactly("Buy milk");
    assertThat(texts(notes.filter("text__exact", "Buy mil"))).isEmpty();
    assertThat(texts(notes.filter("text__iexact", "BUY MILK"))).containsExactly("Buy milk");
    assertThat(texts(notes.filter("text__iexact", "%milk"))).isEmpty();
    assertThat(texts(notes.filter("text__iexact", "100_ sure"))).isEmpty();
    assertThat(texts(notes.filter("text__contains", "0%"))).containsExactly("100% sure");
    assertThat(texts(notes.filter("text__icontains", "MUM"))).containsExactly("Call Mum");
    assertThat(texts(notes.filter("text__in", List.of("Call Mum", "x"))))
        .containsExactly("Call Mum");
    assertThat(texts(notes.filter("text__in", List.of()))).isEmpty();
    assertThat(texts(notes.filter("id__gt", 2).filter("id__lt", "4"))).containsExactly("100% sure");
    assertThat(texts(notes.filter(Map.of("id__gte", 2, "id__lte", 3)))).hasSize(2);
    assertThat(texts(notes.filter("stars", null))).hasSize(4);
    assertThat(texts(notes.filter("completed", "on"))).isEmpty();
    assertThat(texts(notes)).as("narrowing changes nothing but the result").hasSize(4);
  }

  @Test
  @Parity({"ORM-ENC-24", "ORM-ENC-26", "ORM-ENC-27"})
  void excludeAndSearch_negateAndFindAnywhere() {
    write("Buy milk", "Call Mum", "100% sure");

    assertThat(texts(notes.filter(Note_.text.icontains("m")).exclude(Note_.text.eq("Buy milk"))))
        .containsExactly("Call Mum");
    assertThat(texts(notes.exclude(Map.of("text__icontains", "m", "id__gt", 1))))
        .containsExactly("Buy milk", "100% sure");
    assertThat(texts(notes.exclude("text__icontains", "m"))).containsExactly("100% sure");
    assertThat(texts(notes.search("MILK"))).containsExactly("Buy milk");
    assertThat(texts(notes.search("%"))).containsExactly("100% sure");
    assertThat(notes.search("")).isSameAs(notes);
  }

  @Test
  @Parity({"ORM-ENC-28", "ORM-ENC-30", "ORM-ENC-32"})
  void order_limitAndOffset_cutWhatIsReadAndCounted() {
    write("a", "c", "b");

    QuerySet<Note> down = notes.orderBy("id").orderBy("-text");
    assertThat(down.all().join()).extracting(note -> note.text).containsExactly("c", "b", "a");
    assertThat(down.limit(1).offset(1).all().join())
        .extracting(note -> note.text)
        .containsExactly("b");
    assertThat(notes.limit(0).all().join()).isEmpty();
    assertThat(notes.limit(2).count().join()).isEqualTo(2);
    assertThat(notes.count().join()).isEqualTo(3);
    assertThat(notes.filter("text", "c").exists().join()).isTrue();
    assertThat(notes.offset(3).limit(1).exists().join()).isFalse();
    assertThat(notes.all(Map.of("text", "c")).join()).hasSize(1);
    assertThatThrownBy(() -> notes.limit(-1)).hasMessageContaining("[ARG-101]");
    assertThatThrownBy(() -> notes.orderBy("text desc")).isInstanceOf(LookupException.class);
  }

  @Test
  @Parity({"ORM-ENC-31", "ORM-ERR-20"})
  void get_asksForTwoRowsAtMost() {
    write("a", "b", "c");

    assertThat(notes.get("pk", 2).join().text).isEqualTo("b");
    assertThat(notes.orderBy("text").first().join().text).isEqualTo("a");
    assertThat(notes.filter("text", "x").first().join()).isNull();
    assertThat(Failing.with(NoMatchException.class, notes.get("pk", 0)))
        .hasMessageContaining("Note")
        .hasMessageEndingWith("[QRY-101]");
    recorder.clear();
    assertThat(Failing.with(MultipleMatchesException.class, notes.get()))
        .hasMessageEndingWith("[QRY-102]");
    assertThat(recorder.statements().get(0).sql()).containsAnyOf("LIMIT", "FETCH");
    recorder.clear();
  }

  @Test
  @Parity({"ORM-ENC-25", "ORM-ENC-29"})
  void relations_areCrossedLoadedAndSparse() {
    Album album = fantasies();

    QuerySet<Track> byArtist = tracks.filter("album__artist__name__icontains", "METR");
    assertThat(titles(byArtist)).containsExactly("Help I'm Alive", "Sick Muse");
    assertThat(Objects.requireNonNull(byArtist.all().join().get(0).album).artist.name)
        .isEqualTo("Metric");
    assertThat(titles(tracks.filter("album", album))).hasSize(2);
    assertThat(titles(tracks.filter("album", "" + album.id))).hasSize(2);
    assertThat(titles(tracks.filter("album__in", List.of(album, 77)))).hasSize(2);
    assertThat(titles(tracks.filter("album", null))).containsExactly("Loose");
    assertThat(models
            .objects(Artist.class)
            .filter("albums__tracks__title", "Sick Muse")
            .count()
            .join())
        .isEqualTo(1);
    recorder.clear();
    List<Track> all =
        tracks.selectRelated("album", "album__artist").orderBy("position").all().join();
    assertThat(recorder.statements()).hasSize(1);
    assertThat(all)
        .extracting(track -> track.album == null ? "-" : track.album.artist.name)
        .containsExactly("Metric", "Metric", "-");
    assertThat(models.objects(Album.class).selectRelated("tracks").get().join().tracks)
        .hasSize(2);

    Track track = tracks.orderBy("position").first().join();
    assertThat(track.album.id).isEqualTo(album.id);
    assertThatThrownBy(() -> track.album.name.length())
        .isInstanceOf(DetachedInstanceException.class)
        .hasMessageContaining("Album.name");
    assertThat(models.load(track.album).join().name).isEqualTo("Fantasies");
    assertThat(tracks.filter("title", "Loose").get().join().album).isNull();
    recorder.clear();
  }

  @Test
  @Parity({"ORM-ENC-05", "ORM-ENC-07", "ORM-ENC-33"})
  void create_ofValuesAndObjects_givesKeys() {
    Note note =
        notes.create(Map.of("text", " Buy\0 milk ", "completed", "true")).join();
    assertThat(note.id).isNotNull();
    assertThat(note.text).isEqualTo("Buy milk");
    assertThat(note.completed).isTrue();
    assertThat(notes.create(new Note("own")).join().id).isNotNull();
    assertThat(notes.create(Map.of("pk", 500, "text", "explicit")).join().id).isEqualTo(500);
    assertThat(models.equal(note, notes.get("pk", note.id).join())).isTrue();
    assertThat(models.equal(note, notes.get("pk", 500).join())).isFalse();
    assertThat(models.describe(note)).isEqualTo("Note(id=" + note.id + ")");

    List<Map<String, Object>> many = new ArrayList<>();
    for (int number = 0; number < 300; number++) {
      many.add(Map.of("text", "n" + number));
    }
    assertThat(notes.bulkCreate(many).join())
        .extracting(each -> each.id)
        .doesNotContainNull()
        .doesNotHaveDuplicates();
    assertThat(notes.bulkCreateObjects(List.of(new Note("x"), new Note("y"))).join())
        .hasSize(2);
    assertThat(notes.count().join()).isEqualTo(305);
    recorder.clear();
  }

  @Test
  @Parity("ORM-ENC-35")
  void updateAndDelete_ofManyRows_tellHowMany() {
    write("a", "b", "c");

    assertThat(notes
            .filter("text__in", List.of("a", "b"))
            .orderBy("text")
            .update(Map.of("completed", true))
            .join())
        .isEqualTo(2);
    assertThat(notes.filter("completed", true).count().join()).isEqualTo(2);
    assertThat(notes.filter("text", "a").delete().join()).isEqualTo(1);
    assertThatThrownBy(() -> notes.delete())
        .isInstanceOf(QuerySetException.class)
        .hasMessageEndingWith("[QRY-105]");
    assertThatThrownBy(() -> notes.update(Map.of("completed", false)))
        .hasMessageContaining("updateAll()");
    assertThatThrownBy(() -> notes.filter("completed", true).limit(1).delete())
        .hasMessageContaining("limit");
    assertThatThrownBy(() -> notes.filter("completed", true).deleteAll())
        .hasMessageEndingWith("[QRY-106]");
    assertThat(notes.updateAll(Map.of("stars", 3)).join()).isEqualTo(2);
    assertThat(notes.deleteAll().join()).isEqualTo(2);
    Album album = fantasies();
    assertThat(tracks
            .filter("album__name", "Fantasies")
            .update(Map.of("position", 5))
            .join())
        .isEqualTo(2);
    assertThat(tracks.filter("title", "Loose").update(Map.of("album", album)).join())
        .isEqualTo(1);
    assertThat(tracks.filter("album", album).delete().join()).isEqualTo(3);
    recorder.clear();
  }

  @Test
  @Parity("ORM-ENC-37")
  void objects_areUpdatedLoadedAndDeleted() {
    write("a");
    Note note = notes.get("text", "a").join();
    Note other = notes.get("text", "a").join();

    recorder.clear();
    models.update(note, Map.of("text", "b", "stars", "4")).join();
    assertThat(recorder.statements()).hasSize(1);
    assertThat(note.text).isEqualTo("b");
    assertThat(note.stars).isEqualTo(4);
    assertThat(models.load(other).join().text).isEqualTo("b");
    models.delete(note).join();
    assertThat(Failing.with(NoMatchException.class, models.load(other)))
        .hasMessageContaining("Note(id=");
    Failing.with(NoMatchException.class, models.update(other, Map.of("text", "c")));
    Failing.with(NoMatchException.class, models.delete(other));
    Failing.with(QuerySetException.class, models.delete(new Note("new")));

    Album album = fantasies();
    Track track = tracks.filter("title", "Loose").get().join();
    models.update(track, Map.of("album", album)).join();
    assertThat(track.album).isSameAs(album);
    assertThat(titles(tracks.filter("album", album))).hasSize(3);
    recorder.clear();
  }

  @Test
  @Parity("ORM-ENC-36")
  void getOrCreate_findsWhatIsThere() {
    Stored<Note> made =
        notes.getOrCreate(Map.of("text", " x "), Map.of("stars", 1)).join();
    Stored<Note> found =
        notes.getOrCreate(Map.of("text", "x "), Map.of("stars", 2)).join();
    Stored<Note> changed =
        notes.updateOrCreate(Map.of("text", "x"), Map.of("stars", 3)).join();

    assertThat(made.created()).isTrue();
    assertThat(found.created()).isFalse();
    assertThat(found.object().stars).isEqualTo(1);
    assertThat(changed.created()).isFalse();
    assertThat(changed.object().stars).isEqualTo(3);
    assertThat(notes.get("text", "x").join().stars).isEqualTo(3);
    assertThat(
            notes.updateOrCreate(Map.of("text", "y"), Map.of("stars", 3)).join().created())
        .isTrue();
    Failing.with(
        MultipleMatchesException.class, notes.getOrCreate(Map.of("stars", 3), Map.of("text", "z")));
    int id = Objects.requireNonNull(made.object().id);
    assertThat(notes.updateOrCreate(Map.of("pk", id), Map.of("stars", 4)).join().object().text)
        .as("what is there lacks nothing")
        .isEqualTo("x");
    assertThat(Failing.validation(notes.getOrCreate(Map.of("pk", 999), Map.of())))
        .containsExactly("text:required");
    recorder.clear();
    assertThat(Failing.validation(notes.getOrCreate(Map.of("pk", id), Map.of("stars", 9))))
        .contains("stars:Max");
    assertThat(recorder.statements()).isEmpty();
    recorder.clear();
  }

  @Test
  void pages_byNumberAndByKey_fitTogether() {
    write("a", "b", "c", "d", "e");

    assertThat(notes.orderBy("-completed").page(1, 2).join().objects())
        .extracting(note -> note.text)
        .containsExactly("c", "d");
    Page<Note> first = notes.pageAfter(null, 3).join();
    Page<Note> second = notes.pageAfter(first.objects().get(2).id, 3).join();
    assertThat(first.hasMore()).isTrue();
    assertThat(second.hasMore()).isFalse();
    assertThat(second.objects()).extracting(note -> note.text).containsExactly("d", "e");
    assertThatThrownBy(() -> notes.limit(1).page(0, 2)).isInstanceOf(QuerySetException.class);
    assertThatThrownBy(() -> notes.orderBy("text").pageAfter(1, 2))
        .isInstanceOf(QuerySetException.class);
    recorder.clear();
  }

  @Test
  void closedRegistry_refusesWork() {
    models.close();
    assertThat(notes.count()).isCompletedExceptionally();
  }
}
