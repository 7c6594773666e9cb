package io.aludel.orm.hybrid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Samples made by chance from few values, so that equal ones and special ones are frequent. */
final class RandomSamples {
  private static final List<String> TEXTS = List.of(
      "",
      "a",
      "ab",
      "Ab",
      "AB",
      "aB",
      "abab",
      " ab",
      "ab ",
      "\tab\n",
      "  ",
      "%ab",
      "a_b",
      "b",
      "null",
      "xAb",
      "\u00e9t\u00e9");

  private final Random random;
  private final List<String> texts;

  /** Letters beyond ASCII are left out where the database cannot tell their case. */
  RandomSamples(long seed, boolean ascii) {
    texts = ascii ? TEXTS.subList(0, TEXTS.size() - 1) : TEXTS;
    random = new Random(seed);
  }

  List<Sample> make(int count) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      samples.add(sample(i));
    }
    return samples;
  }

  private Sample sample(int id) {
    Sample sample = new Sample(id);
    sample.text = one(texts);
    sample.nick = orNull(one(texts));
    sample.count = random.nextInt(15) - 7;
    sample.bound = orNull(random.nextInt(7) - 2);
    sample.total = random.nextInt(21) - 10L;
    sample.ratio = (random.nextInt(9) + 1) / 4.0;
    sample.price = decimal();
    sample.discount = orNull(decimal());
    sample.active = random.nextBoolean();
    sample.confirmed = orNull(random.nextBoolean());
    sample.born = date();
    sample.died = orNull(random.nextInt(4) == 0 ? sample.born : date());
    sample.made = moment();
    sample.opens = moment().toLocalTime();
    sample.status = one(List.of(Sample.Status.values()));
    sample.before = orNull(one(List.of(Sample.Status.values())));
    return sample;
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> @Nullable T orNull(T value) {
    return random.nextInt(3) == 0 ? null : value;
  }

  /** Quarters, which databases without decimals keep exactly too. */
  private BigDecimal decimal() {
    return new BigDecimal(random.nextInt(41) - 20).multiply(new BigDecimal("0.25"));
  }

  private LocalDate date() {
    return LocalDate.of(1995 + random.nextInt(12), 1 + random.nextInt(12), 1)
        .plusMonths(1)
        .minusDays(1 + random.nextInt(4));
  }

  private LocalDateTime moment() {
    return LocalDateTime.of(
        date(),
        LocalTime.of(random.nextInt(24), random.nextInt(60), random.nextInt(60))
            .withNano(random.nextInt(3) * 999_999_000 / 2 / 1000 * 1000));
  }

  static String show(Sample sample) {
    return "text '" + sample.text + "', nick '" + sample.nick + "', count " + sample.count
        + ", bound "
        + sample.bound + ", total " + sample.total + ", ratio " + sample.ratio + ", price "
        + sample.price + ", discount " + sample.discount + ", active " + sample.active
        + ", confirmed " + sample.confirmed + ", born " + sample.born + ", died " + sample.died
        + ", made " + sample.made + ", opens " + sample.opens + ", status " + sample.status
        + ", before " + sample.before;
  }
}
