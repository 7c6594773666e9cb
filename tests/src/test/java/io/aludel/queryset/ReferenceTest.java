package io.aludel.queryset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aludel.engine.IntegrityException;
import io.aludel.orm.DetachedInstanceException;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Objects that refer to others: given, found, loaded, and what becomes of them. */
@ForEachDatabase
@ExtendWith(NoThreadsLeft.class)
class ReferenceTest {
  private ModelRegistry models;
  private StatementRecorder recorder;
  private QuerySet<Company> companies;
  private QuerySet<Team> teams;
  private QuerySet<Member> members;
  private QuerySet<Profile> profiles;

  @BeforeEach
  void createTables(TestDatabase database) {
    models =
        ModelRegistry.of(database.engine(), Company.class, Team.class, Member.class, Profile.class);
    Soon.get(models.createAll());
    companies = models.objects(Company.class);
    teams = models.objects(Team.class);
    members = models.objects(Member.class);
    profiles = models.objects(Profile.class);
    recorder = database.recorder();
    recorder.clear();
  }

  @AfterEach
  void close() {
    models.close();
    recorder.clear();
  }

  private Team team(String company, String name) {
    Company owner =
        Soon.get(companies.getOrCreate(Map.of("ident", company), Map.of())).object();
    return Soon.get(teams.create(Map.of("name", name, "company", owner)));
  }

  private Member member(String email, @Nullable Object team) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("email", email);
    values.put("team", team);
    return Soon.get(members.create(values));
  }

  @Test
  @Parity("ORM-ENC-18")
  void reference_ofEachForm_holdsItsKey() {
    Team red = team("ACME", "Red");

    assertThat(member("a", red).team).isSameAs(red);
    assertThat(Objects.requireNonNull(member("b", red.id).team).id).isEqualTo(red.id);
    assertThat(Objects.requireNonNull(member("c", "" + red.id).team).id).isEqualTo(red.id);
    assertThat(member("d", null).team).isNull();
    List<Member> all = Soon.get(members.orderBy("email").all());
    assertThat(all.subList(0, 3))
        .allSatisfy(each -> assertThat(Objects.requireNonNull(each.team).id).isEqualTo(red.id));
    assertThat(all.get(0).team).as("one object for each row").isSameAs(all.get(1).team);
    assertThat(all.get(3).team).isNull();
    Member own = new Member();
    own.email = "own";
    own.team = red;
    assertThat(Soon.get(members.create(own)).team).isSameAs(red);
    assertThat(Failing.validation(members.create(Map.of("email", "x", "team", "red"))))
        .containsExactly("team:type");
    assertThat(Failing.validation(members.create(Map.of("email", "x", "team", new Company()))))
        .containsExactly("team:type");
    assertThat(Failing.validation(teams.create(Map.of("name", "x"))))
        .containsExactly("company:required");
    Failing.with(IntegrityException.class, members.create(Map.of("email", "x", "team", 4_711)));
    Member first = Soon.get(members.get("email", "a"));
    Map<String, @Nullable Object> none = new HashMap<>();
    none.put("team", null);
    assertThat(Soon.get(models.update(first, none)).team).isNull();
    assertThat(Soon.get(members.filter("team", null).count())).isEqualTo(2);
    recorder.clear();
  }

  @Test
  @Parity({"ORM-ENC-18", "ORM-ENC-34"})
  void bulkCreate_ofSeveralThatReferToTheSame_holdsItOnce() {
    Team red = team("ACME", "Red");
    List<Member> made = Soon.get(members.bulkCreate(List.of(
        Map.of("email", "a", "team", red.id),
        Map.of("email", "b", "team", "" + red.id),
        Map.of("email", "c", "team", red))));
    assertThat(made).extracting(each -> Objects.requireNonNull(each.team).id).containsOnly(red.id);
    assertThat(made.get(2).team).isSameAs(red);
    assertThat(Soon.get(members.filter("team", red).count())).isEqualTo(3);
    recorder.clear();
  }

  @Test
  @Parity("ORM-ENC-18")
  void sparseReference_readFurther_saysWhoLoadsIt() {
    Team red = team("ACME", "Red");
    member("a", red);
    Member member = Soon.get(members.get());
    Team sparse = Objects.requireNonNull(member.team);
    recorder.clear();

    assertThat(models.describe(sparse)).isEqualTo("Team(id=" + red.id + ")");
    assertThatExceptionOfType(DetachedInstanceException.class)
        .isThrownBy(() -> sparse.name.length())
        .withMessageContaining("Team.name")
        .withMessageContaining("ModelRegistry.load()");
    assertThatExceptionOfType(DetachedInstanceException.class)
        .isThrownBy(() -> sparse.members.size())
        .withMessageContaining("Team.members")
        .withMessageContaining("selectRelated()");
    assertThat(recorder.statements()).as("no access sends SQL").isEmpty();
    assertThat(Soon.get(models.load(sparse)).name).isEqualTo("Red");
    assertThat(sparse.company.id).isNotNull();
    assertThatExceptionOfType(DetachedInstanceException.class)
        .isThrownBy(() -> sparse.company.ident.length())
        .withMessageContaining("ModelRegistry.load()");
    assertThat(Soon.get(models.load(sparse.company)).ident).isEqualTo("ACME");
    assertThat(Soon.get(teams.selectRelated("members", "company").get()).members)
        .hasSize(1);
    Soon.get(models.update(sparse, Map.of("name", "Blue")));
    assertThat(Soon.get(teams.get()).name).isEqualTo("Blue");
    Soon.get(members.deleteAll());
    Soon.get(teams.deleteAll());
    Failing.with(NoMatchException.class, models.load(sparse));
    recorder.clear();
  }

  @Test
  @Parity("ORM-ENC-19")
  void oneToOne_takesEachOnce() {
    Profile profile = Soon.get(profiles.create(Map.of("website", "https://example.org")));
    Soon.get(members.create(Map.of("email", "a", "profile", profile)));

    Member read = Soon.get(members.get("email", "a"));
    assertThat(Objects.requireNonNull(read.profile).id).isEqualTo(profile.id);
    assertThatExceptionOfType(DetachedInstanceException.class)
        .isThrownBy(() -> Objects.requireNonNull(read.profile).website.length());
    assertThat(Soon.get(models.load(read.profile)).website).isEqualTo("https://example.org");
    Failing.with(
        IntegrityException.class, members.create(Map.of("email", "b", "profile", profile)));
    member("b", null);
    member("c", null);
    assertThat(Soon.get(members.count())).isEqualTo(3);
    Failing.with(
        IntegrityException.class,
        members.filter("profile", null).update(Map.of("profile", profile)));
    assertThat(Soon.get(members.filter("profile__website__icontains", "EXAMPLE").all()))
        .hasSize(1);
    Soon.get(models.delete(profile));
    assertThat(Soon.get(members.count())).as("the member goes with its profile").isEqualTo(2);
    recorder.clear();
  }

  @Test
  @Parity("ORM-ENC-20")
  void onDelete_isDoneByTheDatabase() {
    Team red = team("ACME", "Red");
    member("a", red);
    Profile profile = Soon.get(profiles.create(Map.of("website", "w")));
    Soon.get(members.create(Map.of("email", "b", "profile", profile)));
    Company company = Soon.get(companies.get());

    Failing.with(IntegrityException.class, models.delete(company));
    Failing.with(IntegrityException.class, companies.deleteAll());
    assertThat(Soon.get(companies.count())).isEqualTo(1);
    recorder.clear();
    Soon.get(models.delete(red));
    assertThat(recorder.statements())
        .as("one DELETE, the rest is the database's")
        .hasSize(1);
    assertThat(Soon.get(members.get("email", "a")).team).isNull();
    assertThat(Soon.get(profiles.filter("website", "w").delete())).isEqualTo(1);
    assertThat(Soon.get(members.filter("email", "b").exists())).isFalse();
    Soon.get(models.delete(company));
    assertThat(Soon.get(companies.count())).isZero();
    recorder.clear();
  }

  @Test
  void order_acrossReferences_keepsEachRowOnce() {
    member("c", team("B", "Zebra"));
    member("b", team("A", "Yak"));
    member("a", Soon.get(teams.get("name", "Zebra")));
    member("z", null);

    assertThat(emails(members.filter("team__id__gt", 0).orderBy("team__company__ident", "-email")))
        .containsExactly("b", "c", "a");
    assertThat(emails(members.exclude("team", null).orderBy("-team__name", "email")))
        .containsExactly("a", "c", "b");
    assertThat(emails(members.orderBy("team__name", "team__company__ident", "email")))
        .hasSize(4);
    assertThat(emails(members.exclude("team", null).orderBy("team", "email")))
        .containsExactly("a", "c", "b");
    assertThat(emails(members
            .selectRelated("team__company")
            .filter("team__company__ident", "B")
            .orderBy("-team__name", "email")
            .limit(1)))
        .containsExactly("a");
    assertThat(Soon.get(members.orderBy("team__name").limit(3).count())).isEqualTo(3);
    assertThat(Soon.get(members.exclude("team", null).orderBy("team__name").page(1, 2))
            .objects())
        .hasSize(1);
    for (String bad : List.of(
        "team__nothing",
        "email__x",
        "team__members",
        "nothing",
        "",
        "-",
        "__",
        "team__members__email",
        "email desc",
        "team__company__ident__ident")) {
      assertThatExceptionOfType(LookupException.class)
          .isThrownBy(() -> teams.orderBy("name").orderBy(bad.isEmpty() ? "-" : bad));
      assertThatExceptionOfType(LookupException.class)
          .isThrownBy(() -> members.orderBy(bad.isEmpty() ? "-" : bad));
    }
    recorder.clear();
  }

  private static List<String> emails(QuerySet<Member> some) {
    return Soon.get(some.all()).stream().map(each -> each.email).toList();
  }

  @Test
  @Parity("ORM-ENC-35")
  void changes_thatLookUpTheirOwnTable_areOneStatement() {
    Team red = team("ACME", "Red");
    Team blue = team("ACME", "Blue");
    member("a", red);
    member("b", red);
    member("c", blue);
    recorder.clear();

    assertThat(Soon.get(members.filter("team__members__email", "a").update(Map.of("email", "x"))))
        .isEqualTo(2);
    assertThat(recorder.statements()).hasSize(1);
    assertThat(Soon.get(members.exclude("team__members__email", "x").delete())).isEqualTo(1);
    assertThat(Soon.get(members.count())).isEqualTo(2);
    assertThat(Soon.get(members.filter(Map.of("team__members__email", "x")).delete()))
        .isEqualTo(2);
    recorder.clear();
  }
}
