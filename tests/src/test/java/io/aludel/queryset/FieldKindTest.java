package io.aludel.queryset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aludel.dialect.Capability;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import io.aludel.types.Json;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each kind of attribute: what it takes, what it refuses, and what comes back. */
@ForEachDatabase
@ExtendWith(NoThreadsLeft.class)
class FieldKindTest {
  private ModelRegistry models;
  private StatementRecorder recorder;
  private QuerySet<Gauge> gauges;
  private QuerySet<Host> hosts;
  private QuerySet<Stamp> stamps;

  @BeforeEach
  void createTables(TestDatabase database) {
    models = ModelRegistry.of(database.engine(), Gauge.class, Host.class, Stamp.class);
    Soon.get(models.createAll());
    gauges = models.objects(Gauge.class);
    hosts = models.objects(Host.class);
    stamps = models.objects(Stamp.class);
    recorder = database.recorder();
    recorder.clear();
  }

  @AfterEach
  void close() {
    models.close();
    recorder.clear();
  }

  private <T> List<String> refused(QuerySet<T> some, String field, @Nullable Object value) {
    List<String> found = Failing.validation(some.create(with(field, value)));
    assertThat(recorder.statements()).isEmpty();
    return found;
  }

  private static Map<String, @Nullable Object> with(String field, @Nullable Object value) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put(field, value);
    return values;
  }

  private <T> T taken(QuerySet<T> some, String field, @Nullable Object value) {
    T made = Soon.get(some.create(with(field, value)));
    T read = Soon.get(some.get());
    assertThat(models.equal(made, read)).isTrue();
    Soon.get(models.delete(made));
    recorder.clear();
    return read;
  }

  @Test
  @Parity("ORM-ENC-10")
  void numbers_haveBoundsAndSteps() {
    for (Object bad : List.of(11, -11, "11")) {
      assertThat(refused(gauges, "level", bad)).hasSize(1).first().asString().startsWith("level:M");
    }
    for (Object bad :
        List.of(true, false, "1.5", 1.5, "x", "", Double.NaN, "1e400", 4_000_000_000L)) {
      assertThat(refused(gauges, "level", bad)).containsExactly("level:type");
    }
    assertThat(taken(gauges, "level", " -10 ").level).isEqualTo(-10);
    assertThat(taken(gauges, "level", new BigDecimal("3.00")).level).isEqualTo(3);
    assertThat(refused(gauges, "huge", 0)).containsExactly("huge:DecimalMin");
    assertThat(refused(gauges, "huge", 1_000_000_000_000L)).containsExactly("huge:Max");
    assertThat(refused(gauges, "huge", "99999999999999999999")).containsExactly("huge:type");
    ValidationException bounds =
        Failing.with(ValidationException.class, gauges.create(Map.of("huge", 0, "ratio", 3)));
    assertThat(bounds.failures())
        .extracting(each -> each.text())
        .containsExactlyInAnyOrder("must be greater than 0", "must be less than 2.5");
    assertThat(taken(gauges, "huge", "999999999999").huge).isEqualTo(999_999_999_999L);
    assertThat(refused(gauges, "ratio", "Infinity")).containsExactly("ratio:type");
    assertThat(refused(gauges, "ratio", "0.494")).containsExactly("ratio:DecimalMin");
    assertThat(refused(gauges, "ratio", 2.499)).containsExactly("ratio:DecimalMax");
    assertThat(taken(gauges, "ratio", "0.495").ratio).isEqualTo(0.5);
    assertThat(taken(gauges, "ratio", 1.005).ratio).isEqualTo(1.01);
    assertThat(refused(gauges, "price", "0.12")).containsExactly("price:multiple_of");
    assertThat(taken(gauges, "price", "0.15").price).isEqualByComparingTo("0.15");
    assertThat(refused(gauges, "triple", 4)).containsExactly("triple:multiple_of");
    assertThat(taken(gauges, "triple", -3).triple).isEqualTo(-3);
  }

  @Test
  @Parity("ORM-ENC-10")
  void numbers_ofUpdatesAndOfOwnObjects_areCheckedToo() {
    Gauge own = new Gauge();
    own.ratio = 1.004;
    Gauge gauge = Soon.get(gauges.create(own));

    assertThat(gauge.ratio).isEqualTo(1.0);
    assertThat(Failing.validation(models.update(gauge, Map.of("ratio", 9, "triple", 5))))
        .containsExactlyInAnyOrder("ratio:DecimalMax", "triple:multiple_of");
    assertThat(Soon.get(models.update(gauge, Map.of("ratio", "1.239"))).ratio).isEqualTo(1.24);
    own = new Gauge();
    own.level = 50;
    assertThat(Failing.validation(gauges.create(own))).containsExactly("level:Max");
    recorder.clear();
  }

  /** Its step is no number. */
  @Entity(table = "q_no_step")
  static class NoStep {
    @Id
    @Nullable Integer id;

    @MultipleOf("zero")
    int size;
  }

  /** A text is not rounded. */
  @Entity(table = "q_round_text")
  static class RoundText {
    @Id
    @Nullable Integer id;

    @Rounded(scale = 1)
    @Nullable String size;
  }

  @Test
  void numberRules_thatMakeNoSense_areRefusedAtOnce(TestDatabase database) {
    for (Class<?> bad : List.of(NoStep.class, RoundText.class)) {
      assertThatExceptionOfType(QuerySetException.class)
          .isThrownBy(() -> ModelRegistry.of(database.engine(), bad))
          .withMessageContaining(bad.getSimpleName() + ".size")
          .withMessageEndingWith("[QRY-107]");
    }
  }

  @Test
  @Parity("ORM-ENC-08")
  void fields_tellWhatIsKnownOfThem() {
    Map<String, Field> fields = new HashMap<>();
    models.objects(Gauge.class).fields().forEach(each -> fields.put(each.name(), each));
    Field id = Objects.requireNonNull(fields.get("id"));
    Field level = Objects.requireNonNull(fields.get("level"));
    Field code = Objects.requireNonNull(fields.get("code"));
    Field label = Objects.requireNonNull(fields.get("label"));

    assertThat(id.isKey()).isTrue();
    assertThat(id.isReadOnly()).isTrue();
    assertThat(id.isUnique()).isTrue();
    assertThat(level.isUnique()).isFalse();
    assertThat(level.isIndexed()).isFalse();
    assertThat(id.isRequired()).isFalse();
    assertThat(id.column().isNullable()).isFalse();
    assertThat(level.type()).isEqualTo(Integer.class);
    assertThat(level.constraints()).containsExactly("Max", "Min");
    assertThat(level.column().isNullable()).isFalse();
    assertThat(level.check("7")).isEmpty();
    assertThat(level.check("70")).extracting(each -> each.code()).containsExactly("Max");
    assertThat(code.isReadOnly()).isTrue();
    assertThat(code.isIndexed()).isTrue();
    assertThat(label.isUnique()).isTrue();
    assertThat(label.column().isNullable()).isTrue();
    assertThat(label.isRequired()).isFalse();
    assertThat(label).hasToString("Gauge.label: String");
    assertThat(fields.keySet()).doesNotContain("pk");
  }

  @Test
  @Parity("ORM-ENC-08")
  void defaults_areMadeForEachObject_andReadOnlyValuesAreRefused() {
    assertThat(refused(gauges, "code", "mine")).containsExactly("code:read_only");
    Gauge gauge = Soon.get(gauges.create(Map.of("label", "a")));
    assertThat(gauge.code).isEqualTo("fresh");
    assertThat(Failing.validation(models.update(gauge, Map.of("code", "b"))))
        .containsExactly("code:read_only");
    assertThat(Failing.validation(gauges.updateAll(Map.of("id", 7))))
        .containsExactly("id:read_only");
    Failing.with(io.aludel.engine.IntegrityException.class, gauges.create(Map.of("label", "a")));
    assertThat(Soon.get(gauges.count())).isEqualTo(1);
    Host one = Soon.get(hosts.create(Map.of()));
    Host two = Soon.get(hosts.create(Map.of()));
    assertThat(one.id).isNotNull().isNotEqualTo(two.id);
    assertThat(one.data).isEqualTo(Json.of(Map.of()));
    recorder.clear();
  }

  @Test
  @Parity("ORM-ENC-13")
  void datesAndTimes_areReadFromText() {
    LocalDateTime moment = LocalDateTime.of(2026, 11, 21, 13, 5);

    assertThat(taken(stamps, "day", " 2026-11-21 ").day).isEqualTo(moment.toLocalDate());
    assertThat(taken(stamps, "time", "13:05:00").time).isEqualTo(LocalTime.of(13, 5));
    assertThat(taken(stamps, "moment", "2026-11-21 13:05:00").moment).isEqualTo(moment);
    assertThat(taken(stamps, "moment", "2026-11-21T13:05").moment).isEqualTo(moment);
    assertThat(taken(stamps, "instant", "2026-11-21T14:05+01:00").instant)
        .isEqualTo(Instant.parse("2026-11-21T13:05:00Z"));
    assertThat(taken(stamps, "day", null).day).isNull();
    for (Object bad : List.of("", "today", "2026-02-30", "20261121", 20261121, true, moment)) {
      assertThat(refused(stamps, "day", bad)).containsExactly("day:type");
    }
    for (Object bad : List.of("2026-11-21", "2026-11-21T25:00", "2026-11-21T13:05Z", 5)) {
      assertThat(refused(stamps, "moment", bad)).containsExactly("moment:type");
    }
    assertThat(refused(stamps, "time", "24:00:01")).containsExactly("time:type");
    assertThat(refused(stamps, "instant", "2026-11-21T13:05")).containsExactly("instant:type");
  }

  @Test
  @Parity("ORM-ENC-13")
  void moments_areFilledInWhenCreatedAndWhenChanged() throws InterruptedException {
    LocalDateTime before = LocalDateTime.now().truncatedTo(ChronoUnit.MICROS);
    Stamp stamp = Soon.get(stamps.create(
        Map.of("added", "1999-01-01T00:00", "addedDay", "1999-01-01", "changed", "nonsense")));

    assertThat(stamp.added).isAfterOrEqualTo(before);
    assertThat(stamp.addedDay).isAfterOrEqualTo(before.toLocalDate());
    assertThat(stamp.addedTime).isNotNull();
    assertThat(stamp.changed).isAfterOrEqualTo(before);
    assertThat(stamp.changedDay).isAfterOrEqualTo(before.toLocalDate());
    assertThat(stamp.changedAt).isNotNull();
    assertThat(stamp.changedThere).isNotNull();
    LocalDateTime added = stamp.added;
    LocalDateTime changed = stamp.changed;
    Thread.sleep(2);
    Soon.get(models.update(stamp, Map.of("count", 1)));
    assertThat(stamp.changed).isAfter(changed);
    assertThat(stamp.added).isEqualTo(added);
    LocalDateTime again = stamp.changed;
    Thread.sleep(2);
    assertThat(Soon.get(stamps.filter("count", 1).update(Map.of("count", 2)))).isEqualTo(1);
    Stamp read = Soon.get(stamps.get());
    assertThat(read.changed).isAfter(again);
    assertThat(read.changedAt).isAfter(Objects.requireNonNull(stamp.changedAt));
    assertThat(read.added).isEqualTo(added);
    for (String field : List.of("changed", "changedDay", "added", "addedDay", "addedTime")) {
      assertThat(Failing.validation(models.update(stamp, with(field, LocalDate.now()))))
          .containsExactly(field + ":read_only");
    }
    Stamp own = new Stamp();
    own.added = LocalDateTime.of(1999, 1, 1, 0, 0);
    assertThat(Soon.get(stamps.create(own)).added).isAfterOrEqualTo(before);
    recorder.clear();
  }

  @Test
  @Parity("ORM-ENC-14")
  void json_ofEveryShape_comesBack() {
    List<Object> shapes = List.of(
        Map.of("foo", 123, "list", List.of(1, Map.of("deep", true))),
        List.of(),
        "text",
        12.5,
        false,
        Json.parse("{\"a\":null}"));
    for (Object shape : shapes) {
      assertThat(taken(hosts, "data", shape).data).isEqualTo(Json.of(shape));
    }
    assertThat(taken(hosts, "extra", null).extra).isNull();
    assertThat(refused(hosts, "data", null)).containsExactly("data:required");
    assertThat(refused(hosts, "data", new Object())).containsExactly("data:type");
    assertThat(refused(hosts, "data", Map.of("a", new Thread()))).containsExactly("data:type");
    List<Object> deep = new ArrayList<>();
    deep.add(deep);
    assertThat(refused(hosts, "data", deep)).containsExactly("data:type");
    Host host = Soon.get(hosts.create(Map.of()));
    assertThat(host.data).isEqualTo(Json.of(Map.of()));
    Soon.get(models.update(host, Map.of("data", Map.of("foo", 1234))));
    assertThat(Soon.get(hosts.get()).data.get("foo").as(Integer.class)).isEqualTo(1234);
    assertThat(Soon.get(hosts.filter("extra", null).count())).isEqualTo(1);
    assertThatExceptionOfType(LookupException.class)
        .isThrownBy(() -> hosts.filter("data", Map.of()))
        .withMessageContaining("JSON");
    assertThatExceptionOfType(LookupException.class)
        .isThrownBy(() -> hosts.orderBy("-data"))
        .withMessageContaining("JSON");
    recorder.clear();
  }

  @Test
  @Parity("ORM-ENC-16")
  void uuidsAndAddresses_comeBackAndAreFound(TestDatabase database) throws UnknownHostException {
    UUID id = UUID.randomUUID();
    InetAddress four = InetAddress.getByName("192.168.1.1");
    InetAddress six = InetAddress.getByName("2001:db8::1");

    assertThat(taken(hosts, "id", id.toString().toUpperCase(java.util.Locale.ROOT)).id)
        .isEqualTo(id);
    assertThat(taken(hosts, "address", " 192.168.1.1 ").address).isEqualTo(four);
    assertThat(taken(hosts, "address", "2001:DB8:0:0::1").address).isEqualTo(six);
    assertThat(taken(hosts, "address", four).address).isEqualTo(four);
    assertThat(taken(hosts, "address", null).address).isNull();
    for (Object bad : List.of(
        "",
        "localhost",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "01.2.3.4",
        "face",
        "1234",
        ":::",
        "fe80::1%1",
        "10.0.0.0/8",
        5,
        "1.2.3.4'")) {
      assertThat(refused(hosts, "address", bad)).containsExactly("address:type");
    }
    assertThat(refused(hosts, "id", "1-1-1-1-1")).containsExactly("id:type");
    Soon.get(hosts.bulkCreate(List.of(Map.of("address", four), Map.of("address", six))));
    assertThat(Soon.get(hosts.filter("address", "2001:db8:0::1").count())).isEqualTo(1);
    assertThat(
            Soon.get(hosts.filter("address__in", List.of(four, "2001:db8::1")).count()))
        .isEqualTo(2);
    assertThatExceptionOfType(LookupException.class)
        .isThrownBy(() -> hosts.filter("address", "localhost"))
        .withMessageContaining("address of a host");
    Host host = Soon.get(hosts.get("address", four));
    assertThat(Soon.get(hosts.get("pk", host.id)).address).isEqualTo(four);
    assertThat(models.table(Host.class).c("address").type().javaType())
        .isEqualTo(InetAddress.class);
    assertThat(database
            .engine()
            .dialect()
            .types()
            .spell(models.table(Host.class).c("id").type()))
        .isEqualTo(database.has(Capability.NATIVE_UUID) ? "UUID" : "CHAR(32)");
    recorder.clear();
  }

  @Test
  @Parity("ORM-ENC-17")
  void mailAndWebAddresses_haveAForm() {
    assertThat(taken(hosts, "mail", " chris@example.org ").mail).isEqualTo("chris@example.org");
    assertThat(taken(hosts, "site", " https://example.org/a?b=c#d ").site)
        .isEqualTo("https://example.org/a?b=c#d");
    assertThat(taken(hosts, "site", "").site).isNull();
    for (String bad : List.of("nobody", "a@", "@b", "a b@c", "a@b@c", "a@b c")) {
      assertThat(refused(hosts, "mail", bad)).containsExactly("mail:Email");
    }
    for (String bad : List.of("example", "http:", "http://", "//example.org", "https:/x", "a b")) {
      assertThat(refused(hosts, "site", bad)).containsExactly("site:URL");
    }
    assertThat(refused(hosts, "mail", "a".repeat(20) + "@example.org"))
        .containsExactly("mail:max_length");
    assertThat(refused(hosts, "site", "https://example.org/" + "x".repeat(21)))
        .containsExactly("site:max_length");
    assertThat(refused(hosts, "site", 5)).containsExactly("site:type");
    Host host = Soon.get(hosts.create(Map.of()));
    assertThat(Failing.validation(models.update(host, Map.of("mail", "x", "site", "y"))))
        .containsExactlyInAnyOrder("mail:Email", "site:URL");
    assertThat(Soon.get(models.update(host, Map.of("site", "https://encode.io"))).site)
        .isEqualTo("https://encode.io");
    recorder.clear();
  }
}
