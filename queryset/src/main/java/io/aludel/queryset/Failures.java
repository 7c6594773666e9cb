package io.aludel.queryset;

import io.aludel.queryset.FieldRule.Refusal;
import io.aludel.queryset.ValidationException.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with the values of a call, gathered. */
final class Failures {
  private final String entity;
  private final List<Failure> found = new ArrayList<>();

  Failures(String entity) {
    this.entity = entity;
  }

  void add(String field, Refusal refusal, @Nullable Object value) {
    found.add(new Failure(field, refusal.code(), value, refusal.text()));
  }

  boolean has(String field) {
    return found.stream().anyMatch(each -> each.field().equals(field));
  }

  List<Failure> all() {
    return List.copyOf(found);
  }

  void addAll(int place, Failures others) {
    others.found.forEach(each -> found.add(each.at(place)));
  }

  /** Throws if anything is wrong with what was named; the rest may not matter. */
  void checkOf(Set<String> named) {
    if (found.stream().anyMatch(each -> named.contains(each.field()))) {
      check();
    }
  }

  void check() {
    if (!found.isEmpty()) {
      throw new ValidationException(entity, found);
    }
  }
}
