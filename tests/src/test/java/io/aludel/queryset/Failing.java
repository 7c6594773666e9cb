package io.aludel.queryset;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Futures that fail. */
final class Failing {
  private Failing() {}

  static <X extends Throwable> X with(Class<X> kind, CompletableFuture<?> future) {
    return kind.cast(assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> Soon.get(future))
        .withCauseInstanceOf(kind)
        .actual()
        .getCause());
  }

  static List<String> validation(CompletableFuture<?> future) {
    return with(ValidationException.class, future).failures().stream()
        .map(each -> each.field() + ":" + each.code())
        .toList();
  }
}
