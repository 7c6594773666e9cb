package io.aludel.queryset;

import io.aludel.ArgumentException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says that values must not be saved, or that parameters of a request ask for what they may not, and
 * lists everything that is wrong with them. Thrown before any SQL; nothing was written.
 */
public final class ValidationException extends ArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Failure> failures;

  ValidationException(String entity, List<Failure> failures) {
    this(failures, "Cannot save " + entity + ", nothing was written: ");
  }

  private ValidationException(List<Failure> failures, String what) {
    super(
        QuerySetError.INVALID,
        what
            + failures.stream().map(Failure::toString).collect(Collectors.joining("; "))
            + ". Correct "
            + (failures.size() == 1 ? "it" : "them")
            + " and try again.");
    this.failures = List.copyOf(failures);
  }

  /** Of what parameters of a request ask, and not of values to be saved. */
  static ValidationException asked(String entity, List<Failure> failures) {
    return new ValidationException(failures, "Cannot find what was asked of " + entity + ": ");
  }

  /**
   * Everything that is wrong, in the order of the fields.
   *
   * @return at least one failure
   */
  public List<Failure> failures() {
    return failures;
  }

  /**
   * What is wrong with one field.
   *
   * @param field the attribute; for one of several objects with its place before it, as in {@code
   *     [2].name}; empty for a rule over the whole object
   * @param code the kind of failure: {@code unknown}, {@code required}, {@code blank}, {@code read_only},
   *     {@code type}, {@code max_length}, {@code max_digits}, {@code multiple_of}, or the name of the
   *     constraint, such as {@code Email}
   * @param value what was given, or null if nothing was or it is a {@link Secret}
   * @param text what is wrong, for people
   */
  public record Failure(String field, String code, @Nullable Object value, String text) {
    @Override
    public String toString() {
      return (field.isEmpty() ? "" : field + " ") + text + " (" + code + ")";
    }

    Failure at(int place) {
      return new Failure("[" + place + "]." + field, code, value, text);
    }
  }
}
