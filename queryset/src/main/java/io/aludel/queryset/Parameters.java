package io.aludel.queryset;

import static io.aludel.ArgumentException.requireNonNull;
import static io.aludel.ArgumentException.requireText;

import io.aludel.queryset.FieldRule.Refusal;
import io.aludel.queryset.ValidationException.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a request may ask of a query set: the look-ups and sort keys that an application
 * lists, and nothing else. Immutable, safe to share.
 *
 * <pre>{@code
 * static final Parameters ALLOWED = Parameters
 *     .lookups("text__icontains", "completed", "album__name", "id__in")
 *     .sorting("order", "id", "text");
 *
 * notes.asked(ALLOWED, Map.of("text__icontains", "milk", "order", "-id")).page(0, 20);
 * }</pre>
 */
public final class Parameters {
  private final Set<String> lookups;
  private final @Nullable String order;
  private final Set<String> keys;

  private Parameters(Set<String> lookups, @Nullable String order, Set<String> keys) {
    this.lookups = lookups;
    this.order = order;
    this.keys = keys;
  }

  /**
   * Parameters that are look-ups, under the same names. What ends in {@code __in} takes values between
   * commas.
   *
   * @param names the look-ups
   * @return what may be asked
   */
  public static Parameters lookups(String... names) {
    return new Parameters(texts(names, "look-ups"), null, Set.of());
  }

  /**
   * The same with a parameter for the order of the result: sort keys between commas.
   *
   * @param parameter the name of the parameter, which goes before a look-up of that name
   * @param sortKeys the keys, without a minus, which callers may put before them
   * @return what may be asked
   */
  public Parameters sorting(String parameter, String... sortKeys) {
    return new Parameters(
        lookups, requireText(parameter, "a parameter for the order"), texts(sortKeys, "sort keys"));
  }

  private static Set<String> texts(String[] names, String what) {
    return Arrays.stream(requireNonNull(names, what))
        .map(each -> requireText(each, "one of the " + what))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The query set that the parameters ask for; all that is wrong with them in one exception. */
  <T> QuerySet<T> ask(QuerySet<T> all, Lookups known, Map<String, String> given) {
    lookups.forEach(known::check);
    keys.forEach(known::order);
    List<Failure> failures = new ArrayList<>();
    QuerySet<T> asked = all;
    for (Map.Entry<String, String> each : given.entrySet()) {
      String name = requireNonNull(each.getKey(), "the name of a parameter");
      String value = requireNonNull(each.getValue(), "the value of a parameter");
      try {
        asked = name.equals(order) ? ordered(asked, value) : narrowed(asked, name, value);
      } catch (LookupException refused) {
        failures.add(new Failure(name, "type", value, refused.reason()));
      } catch (Refused refused) {
        Refusal why = refused.refusal;
        failures.add(new Failure(Names.printable(name, 80), why.code(), value, why.text()));
      }
    }
    if (!failures.isEmpty()) {
      throw ValidationException.asked(known.entityName(), failures);
    }
    return asked;
  }

  private <T> QuerySet<T> narrowed(QuerySet<T> some, String name, String value) throws Refused {
    if (!lookups.contains(name)) {
      Stream<String> all = order == null ? Stream.of() : Stream.of(order);
      throw new Refused("is no parameter here; use "
          + Names.list(Stream.concat(lookups.stream().sorted(), all).toList()));
    }
    return name.endsWith(Lookups.SEPARATOR + Lookup.IN.word())
        ? some.filter(name, value.isEmpty() ? List.of() : Arrays.asList(value.split(",", -1)))
        : some.filter(name, value);
  }

  private <T> QuerySet<T> ordered(QuerySet<T> some, String value) throws Refused {
    String[] wanted = value.split(",", -1);
    for (String key : wanted) {
      if (!keys.contains(key.startsWith("-") ? key.substring(1) : key)) {
        throw new Refused("is no order here; use "
            + Names.list(keys.stream().sorted().toList()) + ", behind a minus to descend");
      }
    }
    return some.orderBy(wanted);
  }

  /** A parameter that may not be asked. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    Refused(String text) {
      super(text, null, false, false);
      this.refusal = new Refusal(Refusal.UNKNOWN.code(), text);
    }
  }
}
