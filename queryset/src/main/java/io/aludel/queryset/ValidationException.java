package io.aludel.queryset;

import io.aludel.ArgumentException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says that values must not be saved, and lists everything that is wrong with them. Thrown before any
 * SQL; nothing was written.
 */
public final class ValidationException extends ArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Failure> failures;

  ValidationException(String entity, List<Failure> failures) {
    super(
        QuerySetError.INVALID,
        "Cannot save "
            + entity
            + ", nothing was written: "
            + failures.stream().map(Failure::toString).collect(Collectors.joining("; "))
            + ". Correct "
            + (failures.size() == 1 ? "it" : "them")
            + " and try again.");
    this.failures = List.copyOf(failures);
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
   *     {@code type}, {@code max_length}, {@code max_digits}, or the name of the constraint, such as
   *     {@code Email}
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
