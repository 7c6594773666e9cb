package io.aludel.orm.hybrid;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Hybrid;
import io.aludel.orm.annotation.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entity with a hybrid for each thing that the body of one may say. */
@Entity(table = "sample")
class Sample {
  static final String PREFIX = "ab";
  static final BigDecimal RATE = new BigDecimal("0.25");
  private static final int LIMIT = 3;

  /** What something may be. */
  enum Status {
    NEW,
    OLD,
    GONE
  }

  @Id
  Integer id;

  String text;

  @Nullable String nick;

  int count;

  @Nullable Integer bound;

  long total;
  double ratio;

  @Column(precision = 12, scale = 2)
  BigDecimal price;

  @Column(precision = 12, scale = 2)
  @Nullable BigDecimal discount;

  boolean active;

  @Nullable Boolean confirmed;

  LocalDate born;

  @Nullable LocalDate died;

  LocalDateTime made;
  LocalTime opens;
  Status status;

  @Nullable Status before;

  Sample(int id) {
    this.id = id;
  }

  // text

  @Hybrid
  String joined() {
    return text + " " + nick + "/" + count + active + bound + confirmed + 1L;
  }

  @Hybrid
  String joinedStrictly() {
    return text.concat(nick);
  }

  @Hybrid
  String trimmed() {
    return text.trim();
  }

  @Hybrid
  String stripped() {
    return text.strip() + "|" + text.stripLeading() + "|" + text.stripTrailing();
  }

  @Hybrid
  int length() {
    return text.length();
  }

  @Hybrid
  boolean isEmpty() {
    return text.isEmpty();
  }

  @Hybrid
  boolean isBlank() {
    return text.isBlank();
  }

  @Hybrid
  String loud() {
    return text.toUpperCase(Locale.ROOT) + text.toLowerCase(Locale.ROOT);
  }

  @Hybrid
  String piece() {
    return text.length() < 2 ? "" : text.substring(1, 2);
  }

  @Hybrid
  String tail() {
    return text.substring(1);
  }

  @Hybrid
  String head() {
    return text.substring(0, count % 2);
  }

  @Hybrid
  boolean starts() {
    return text.startsWith(PREFIX) || text.startsWith("%");
  }

  @Hybrid
  boolean startsWithNick() {
    return text.startsWith(nick);
  }

  @Hybrid
  boolean ends() {
    return text.endsWith("b") && !text.endsWith("Ab");
  }

  @Hybrid
  boolean endsWithNick() {
    return text.endsWith(nick);
  }

  @Hybrid
  boolean holds() {
    return text.contains("A") || text.contains("_");
  }

  @Hybrid
  int where() {
    return text.indexOf("b");
  }

  @Hybrid
  int whereNick() {
    return text.indexOf(nick);
  }

  @Hybrid
  String replaced() {
    return text.replace("a", "<a>").replace("b", "");
  }

  @Hybrid
  boolean same() {
    return text.equals(nick);
  }

  @Hybrid
  boolean nickSame() {
    return nick.equals(text);
  }

  @Hybrid
  boolean notSame() {
    return !text.equals(nick);
  }

  @Hybrid
  boolean bothSame() {
    return Objects.equals(nick, text) || Objects.equals(nick, null);
  }

  @Hybrid
  boolean isAb() {
    return "ab".equals(nick);
  }

  @Hybrid
  boolean isNotAb() {
    return !"ab".equals(nick);
  }

  @Hybrid
  boolean sameInAnyCase() {
    return text.equalsIgnoreCase(nick);
  }

  @Hybrid
  boolean ordered() {
    return text.compareTo("aB") < 0;
  }

  @Hybrid
  boolean orderedByNick() {
    return 0 <= text.compareTo(nick);
  }

  @Hybrid
  boolean guarded() {
    return nick != null && nick.length() > 1;
  }

  @Hybrid
  boolean unguarded() {
    return nick == null || nick.equals("ab");
  }

  @Hybrid
  boolean negated() {
    return !(nick != null && nick.equals("ab"));
  }

  @Hybrid
  @Nullable String orNull() {
    return nick == null ? null : nick.trim();
  }

  @Hybrid
  String orElse() {
    return Objects.requireNonNullElse(nick, "none") + String.valueOf(bound);
  }

  // numbers

  @Hybrid
  int sum() {
    return count + LIMIT * 2 - -1;
  }

  @Hybrid
  int quotient() {
    return count / 2;
  }

  @Hybrid
  int quotientOfNegative() {
    return -count / 3;
  }

  @Hybrid
  int byBound() {
    return count / bound;
  }

  @Hybrid
  boolean safelyByBound() {
    return bound != null && bound != 0 && count / bound >= 1;
  }

  @Hybrid
  int remainder() {
    return count % 3 + -count % 4;
  }

  @Hybrid
  long widened() {
    return (long) count * total + 1L;
  }

  @Hybrid
  double half() {
    return count / 2.0;
  }

  @Hybrid
  double product() {
    return ratio * 2 + total / ratio;
  }

  @Hybrid
  boolean mixed() {
    return count < ratio || total >= count;
  }

  @Hybrid
  int extremes() {
    return Math.max(count, 2) + Math.min(count, -2) + Math.abs(count);
  }

  @Hybrid
  boolean boundEqual() {
    return Integer.valueOf(2).equals(bound);
  }

  @Hybrid
  boolean boundSame() {
    return count == bound;
  }

  @Hybrid
  boolean different() {
    return count != 2 && total != count;
  }

  // decimals

  @Hybrid
  BigDecimal gross() {
    return price.add(price.multiply(RATE)).subtract(BigDecimal.ONE);
  }

  @Hybrid
  BigDecimal net() {
    return discount == null ? price : price.subtract(discount).max(BigDecimal.ZERO);
  }

  @Hybrid
  boolean cheap() {
    return price.compareTo(new BigDecimal("2.50")) <= 0 && price.signum() >= 0;
  }

  @Hybrid
  BigDecimal opposite() {
    return price.negate().abs().min(BigDecimal.valueOf(3));
  }

  // dates and times

  @Hybrid
  boolean younger() {
    return born.isAfter(LocalDate.of(1999, 12, 31)) && !born.isBefore(died);
  }

  @Hybrid
  boolean alive() {
    return died == null;
  }

  @Hybrid
  int yearOfBirth() {
    return born.getYear() * 100 + born.getMonthValue() + born.getDayOfMonth() + born.getDayOfYear();
  }

  @Hybrid
  LocalDate later() {
    return born.plusDays(count).minusWeeks(1).plusDays(40);
  }

  @Hybrid
  LocalDate nextMonth() {
    return born.plusMonths(1);
  }

  @Hybrid
  LocalDate adult() {
    return born.plusYears(18).minusMonths(count);
  }

  @Hybrid
  long age() {
    return ChronoUnit.DAYS.between(born, died);
  }

  @Hybrid
  int clock() {
    return made.getHour() * 10_000 + made.getMinute() * 100 + made.getSecond() + opens.getHour();
  }

  @Hybrid
  LocalDate day() {
    return made.toLocalDate();
  }

  @Hybrid
  LocalDateTime deadline() {
    return made.plusHours(36).plusMinutes(count).minusSeconds(1).plusDays(1);
  }

  @Hybrid
  LocalDateTime renewal() {
    return made.plusMonths(1).minusYears(1);
  }

  @Hybrid
  boolean early() {
    return opens.isBefore(LocalTime.of(9, 30)) || born.equals(died) || born.compareTo(died) > 0;
  }

  // choices and logic

  @Hybrid
  String grade() {
    if (count > 4) {
      return "high";
    } else if (count > 0) {
      return "some";
    }
    return "low";
  }

  @Hybrid
  int stepwise() {
    int twice = count * 2;
    final int more = twice + 1;
    if (active) {
      int third = more + 1;
      return third;
    }
    if (confirmed == null) {
      return -1;
    }
    return more;
  }

  @Hybrid
  boolean decided() {
    if (confirmed != null) {
      return confirmed;
    }
    return active;
  }

  @Hybrid
  boolean logic() {
    return active && (count > 1 || total < 0) ^ !active || Boolean.TRUE.equals(confirmed);
  }

  @Hybrid
  boolean isNew() {
    return status == Status.NEW;
  }

  @Hybrid
  boolean wasNew() {
    return before == Status.NEW;
  }

  @Hybrid
  boolean wasNotNew() {
    return before != Status.NEW;
  }

  @Hybrid
  boolean changed() {
    return status != before && !Status.GONE.equals(before);
  }

  @Hybrid
  int rank() {
    return switch (status) {
      case NEW -> 1;
      case OLD, GONE -> 2;
    };
  }

  @Hybrid
  String word() {
    return switch (count) {
      case 0 -> "none";
      case 1, 2 -> "few";
      default -> "many";
    };
  }

  // each other

  @Hybrid(name = "summary")
  String sumUp() {
    return grade() + ": " + getCount() + (this.isNew() ? "!" : "");
  }

  int getCount() {
    return count;
  }

  @Hybrid
  boolean more(int than) {
    return count > than;
  }

  @Hybrid
  boolean between(int low, @Nullable Integer high) {
    return more(low) && high != null && count < high;
  }

  @Hybrid
  String greeting(@Nullable String word) {
    return word + ", " + text;
  }

  @Hybrid
  boolean bornOn(LocalDate day) {
    return born.equals(day);
  }
}
