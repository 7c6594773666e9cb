package io.aludel.queryset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aludel.engine.IntegrityException;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.attribute.TextAttribute;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the reference itself accepts as working, told again; where it pins what is improved here, the
 * improvement. Kinds of attributes are in {@link FieldKindTest}, what becomes of references in {@link
 * ReferenceTest}.
 */
@ForEachDatabase
@ExtendWith(NoThreadsLeft.class)
class AcceptanceTest {
  /** Speaks a language. */
  @Entity(table = "q_person")
  static class Person {
    @Id
    @Nullable Integer id;

    @Column(length = 100)
    String name = "";

    @Column(length = 100)
    @Nullable String language;
  }

  /** Has a rating. */
  @Entity(table = "q_product")
  static class Product {
    @Id
    @Nullable Integer id;

    @Column(length = 100)
    String name = "";

    @Min(1) @Max(5) int rating = 1;

    boolean inStock;
  }

  private ModelRegistry models;
  private QuerySet<Person> people;
  private QuerySet<Product> products;
  private QuerySet<Album> albums;
  private QuerySet<Track> tracks;

  @BeforeEach
  void createTables(TestDatabase database) {
    models = ModelRegistry.of(
        database.engine(), Person.class, Product.class, Artist.class, Album.class, Track.class);
    Soon.get(models.createAll());
    people = models.objects(Person.class);
    products = models.objects(Product.class);
    albums = models.objects(Album.class);
    tracks = models.objects(Track.class);
  }

  @AfterEach
  void close(TestDatabase database) {
    models.close();
    database.recorder().clear();
  }

  private Person person(String name) {
    return Soon.get(people.create(Map.of("name", name)));
  }

  private Product product(String name, int rating, boolean inStock) {
    return Soon.get(products.create(Map.of("name", name, "rating", rating, "inStock", inStock)));
  }

  private Album album(String name, String... titles) {
    Album album = Soon.get(albums.create(Map.of("name", name)));
    for (int i = 0; i < titles.length; i++) {
      Soon.get(tracks.create(Map.of("title", titles[i], "position", i + 1, "album", album)));
    }
    return album;
  }

  private static List<String> names(QuerySet<Person> some) {
    return Soon.get(some.all()).stream().map(each -> each.name).toList();
  }

  private boolean same(@Nullable Object left, @Nullable Object right) {
    return models.equal(left, right);
  }

  @Test
  void objects_areEqualByValue() {
    Person one = new Person();
    one.id = 1;
    Person again = new Person();
    again.id = 1;
    Product other = new Product();
    other.id = 1;

    assertThat(same(one, again)).isTrue();
    assertThat(same(one, other)).isFalse();
    again.id = 2;
    assertThat(same(one, again)).isFalse();
    assertThat(models.describe(one)).isEqualTo("Person(id=1)");
    assertThat(people.fields()).extracting(Field::name).containsExactly("id", "name", "language");
    assertThat(Failing.validation(people.create(Map.of("name", "x", "invalid", "123"))))
        .containsExactly("invalid:unknown");
  }

  @Test
  void object_isCreatedReadChangedAndDeleted() {
    assertThat(Soon.get(people.all())).isEmpty();
    Person tom = person("Tom");
    assertThat(same(Soon.get(people.get()), tom)).isTrue();
    Soon.get(models.update(tom, Map.of("name", "Jane")));
    assertThat(tom.name).isEqualTo("Jane");
    assertThat(same(Soon.get(people.get()), tom)).isTrue();
    Soon.get(models.delete(tom));
    assertThat(Soon.get(people.all())).isEmpty();
  }

  @Test
  void get_needsExactlyOne() {
    Failing.with(NoMatchException.class, people.get());
    Person tom = person("Tom");
    assertThat(same(Soon.get(people.get()), tom)).isTrue();
    person("Jane");
    Failing.with(MultipleMatchesException.class, people.get());
    assertThat(Soon.get(people.get("pk", tom.id)).id).isEqualTo(tom.id);
    Failing.with(NoMatchException.class, people.get("name", "Jim"));
  }

  @Test
  void filter_takesLookupsAndTheirNegation() {
    product("T-Shirt", 5, true);
    product("Dress", 4, false);
    product("Coat", 3, true);

    assertThat(Soon.get(products.get(Map.of("name__iexact", "t-shirt", "rating", 5))).name)
        .isEqualTo("T-Shirt");
    assertThat(Soon.get(products.all(Map.of("rating__gte", 2, "inStock", true))))
        .hasSize(2);
    assertThat(Soon.get(products.all(Map.of("name__icontains", "T")))).hasSize(2);
    product("100%-Cotton", 3, false);
    product("Cotton-100%-Egyptian", 3, false);
    product("Cotton-100%", 3, false);
    assertThat(Soon.get(products.filter("name__iexact", "100%-cotton").count())).isEqualTo(1);
    assertThat(Soon.get(products.exclude("name__iexact", "100%-cotton").count()))
        .isEqualTo(5);
    for (String lookup : List.of("name__contains", "name__icontains")) {
      assertThat(Soon.get(products.filter(lookup, "%").count())).isEqualTo(3);
      assertThat(Soon.get(products.exclude(lookup, "%").count())).isEqualTo(3);
    }
  }

  @Test
  void order_limitAndOffset_followEachOther() {
    Person first = person("Bob");
    person("Allen");
    Person last = person("Bob");

    assertThat(names(people.orderBy("name"))).containsExactly("Allen", "Bob", "Bob");
    assertThat(names(people.orderBy("-name"))).containsExactly("Bob", "Bob", "Allen");
    assertThat(Soon.get(people.orderBy("name", "-id").all()).get(1).id).isEqualTo(last.id);
    assertThat(Soon.get(people.filter("name", "Bob").orderBy("-id").all()))
        .extracting(each -> each.id)
        .containsExactly(last.id, first.id);
    assertThat(names(people.orderBy("id").limit(1))).containsExactly("Bob");
    assertThat(names(people.orderBy("id").limit(1).offset(1))).containsExactly("Allen");
    assertThat(Soon.get(people.limit(2).filter("name__iexact", "bob").all())).hasSize(2);
  }

  @Test
  void existsCountFirstAndSearch_answer() {
    Person tom = Soon.get(people.create(Map.of("name", "Tom", "language", "English")));
    Person jane = person("Jane");
    product("T-Shirt", 5, false);

    assertThat(Soon.get(people.filter("name", "Tom").exists())).isTrue();
    assertThat(Soon.get(people.filter("name", "Lucy").exists())).isFalse();
    assertThat(Soon.get(people.count())).isEqualTo(2);
    assertThat(Soon.get(people.filter("name__icontains", "T").count())).isEqualTo(1);
    assertThat(same(Soon.get(people.orderBy("id").first()), tom)).isTrue();
    assertThat(same(Soon.get(people.first(Map.of("name", "Jane"))), jane)).isTrue();
    assertThat(Soon.get(people.filter("name", "Lucy").first())).isNull();
    assertThat(same(Soon.get(people.search("").orderBy("id").first()), tom)).isTrue();
    assertThat(same(Soon.get(people.search("tom").first()), tom)).isTrue();
    assertThat(same(Soon.get(people.search("ENGLISH").first()), tom)).isTrue();
    assertThat(Soon.get(products.search("shirt").count())).isEqualTo(1);
  }

  @Test
  void getOrCreate_andUpdateOrCreate_sayWhatTheyDid() {
    Stored<Person> made =
        Soon.get(people.getOrCreate(Map.of("name", "Tom"), Map.of("language", "Spanish")));
    Stored<Person> found =
        Soon.get(people.getOrCreate(Map.of("name", "Tom"), Map.of("language", "English")));

    assertThat(made.created()).isTrue();
    assertThat(found.created()).isFalse();
    assertThat(found.object().language).isEqualTo("Spanish");
    Stored<Person> jane = Soon.get(people.updateOrCreate(
        Map.of("name", "Ann", "language", "English"), Map.of("name", "Jane")));
    assertThat(jane.created()).isTrue();
    assertThat(jane.object().name).isEqualTo("Jane");
    Stored<Person> ann = Soon.get(people.updateOrCreate(
        Map.of("name", "Jane", "language", "English"), Map.of("name", "Ann")));
    assertThat(ann.created()).isFalse();
    assertThat(ann.object().name).isEqualTo("Ann");
    assertThat(ann.object().language).isEqualTo("English");
  }

  @Test
  void updateAndDelete_ofMany_obeyTheFilter() {
    Product shirt = product("Shirt", 5, false);
    Product tie = product("Tie", 5, false);
    product("Belt", 5, false);

    assertThat(Soon.get(products.filter("pk", shirt.id).update(Map.of("rating", 3))))
        .isEqualTo(1);
    assertThat(Soon.get(products.get("pk", shirt.id)).rating).isEqualTo(3);
    assertThat(same(Soon.get(products.get("pk", tie.id)), tie)).isTrue();
    assertThat(Failing.validation(products.updateAll(Map.of("rating", 9))))
        .containsExactly("rating:Max");
    assertThat(Soon.get(products.updateAll(Map.of("rating", 3)))).isEqualTo(3);
    assertThat(Soon.get(products.filter("pk", shirt.id).delete())).isEqualTo(1);
    assertThat(Soon.get(products.deleteAll())).isEqualTo(2);
    assertThat(Soon.get(products.count())).isZero();
  }

  @Test
  void typedConditions_filterAndAreNegated() {
    QuerySet<Artist> artists = models.objects(Artist.class);
    Artist george = Soon.get(artists.create(Map.of("name", "George")));
    TextAttribute<Artist> name = Artist_.name;

    assertThat(same(Soon.get(artists.filter(name.eq("George")).get()), george)).isTrue();
    assertThat(same(Soon.get(artists.filter(name.isNotNull()).get()), george)).isTrue();
    assertThat(same(
            Soon.get(
                artists.filter(name.startsWith("G")).filter(name.endsWith("e")).get()),
            george))
        .isTrue();
    assertThat(same(Soon.get(artists.exclude(name.eq("Jack")).get()), george)).isTrue();
    assertThat(Soon.get(artists.exclude(name.ne("Jack")).first())).isNull();
  }

  @Test
  void relatedObjects_areFoundAndLoadedAlong() {
    Album malibu = album("Malibu", "The Bird", "Heart don't stand a chance", "The Waters");
    album("Fantasies", "Help I'm Alive", "Sick Muse", "Satellite Mind");

    Track bird = Soon.get(tracks.get("title", "The Bird"));
    assertThat(Objects.requireNonNull(bird.album).id).isEqualTo(malibu.id);
    assertThatExceptionOfType(io.aludel.orm.DetachedInstanceException.class)
        .isThrownBy(() -> Objects.requireNonNull(bird.album).name.length());
    Soon.get(models.load(bird.album));
    assertThat(bird.album.name).isEqualTo("Malibu");
    assertThat(Soon.get(tracks.selectRelated("album").get("title", "The Bird")).album.name)
        .isEqualTo("Malibu");
    assertThat(Soon.get(tracks.selectRelated("album").all())).hasSize(6);
    for (Map<String, Object> lookup : List.<Map<String, Object>>of(
        Map.of("album__name", "Fantasies"), Map.of("album__name__icontains", "fan"))) {
      assertThat(Soon.get(tracks.filter(lookup).all()))
          .hasSize(3)
          .allSatisfy(each -> assertThat(each.album.name).isEqualTo("Fantasies"));
    }
    assertThat(Soon.get(tracks.filter("album", malibu).selectRelated("album").all()))
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.album.name).isEqualTo("Malibu"));
  }

  @Test
  void relatedObjects_areChangedAndDeletedByTheirOwner() {
    Album malibu = album("Malibu", "The Bird");
    Album wall = album("The Wall", "Hey You", "Breathe");

    assertThat(Soon.get(tracks.filter("album", malibu).update(Map.of("album", wall))))
        .isEqualTo(1);
    assertThat(Soon.get(tracks.filter("album", malibu).count())).isZero();
    assertThat(Soon.get(tracks.filter("album", wall).count())).isEqualTo(3);
    assertThat(Soon.get(tracks.filter("album", malibu).delete())).isZero();
    Soon.get(models.delete(wall));
    assertThat(Soon.get(tracks.count()))
        .as("the database deletes what hangs on it")
        .isZero();
  }

  @Test
  @Parity("ORM-ENC-34")
  void bulkCreate_isAllOrNothing_inFullBatches(TestDatabase database) {
    List<Map<String, Object>> many = new java.util.ArrayList<>();
    for (int number = 0; number < 2_000; number++) {
      many.add(Map.of("name", "n" + number, "rating", 1 + number % 5));
    }
    database.recorder().clear();
    List<Product> made = Soon.get(products.bulkCreate(many));
    assertThat(database.recorder().statements()).as("full batches").hasSizeLessThanOrEqualTo(20);
    assertThat(made).extracting(each -> each.id).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(made.get(1_999).name).isEqualTo("n1999");
    Product read = Soon.get(products.get("pk", made.get(1_234).id));
    assertThat(same(read, made.get(1_234))).isTrue();
    assertThat(Soon.get(products.bulkCreate(List.of()))).isEmpty();

    database.recorder().clear();
    assertThat(Failing.validation(products.bulkCreate(List.of(
            Map.of("name", "fine"), Map.of("name", "bad", "rating", 6), Map.of("nothing", 1)))))
        .containsExactly("[1].rating:Max", "[2].nothing:unknown", "[2].name:required");
    assertThat(database.recorder().statements()).isEmpty();
    List<Map<String, Object>> twice = List.of(
        Map.of("pk", 90_000, "name", "x"),
        Map.of("pk", 90_001, "name", "y"),
        Map.of("pk", 90_000, "name", "z"));
    assertThatExceptionOfType(java.util.concurrent.CompletionException.class)
        .isThrownBy(() -> Soon.get(products.bulkCreate(twice)));
    Failing.with(
        IntegrityException.class,
        products.bulkCreate(List.of(
            Map.of("pk", 90_005, "name", "y"),
            Map.of("pk", Objects.requireNonNull(made.get(0).id), "name", "z"))));
    assertThat(Soon.get(products.count())).isEqualTo(2_000);
  }
}
