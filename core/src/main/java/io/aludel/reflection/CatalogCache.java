package io.aludel.reflection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** Answers of a catalogue, kept until they are forgotten. */
final class CatalogCache {
  private final Inspectable target;
  private final Map<Question, Object> answers = new ConcurrentHashMap<>();

  CatalogCache(Inspectable target) {
    this.target = target;
  }

  /** What was asked, and of which tables. */
  private record Question(String subject, Scope scope) {}

  @SuppressWarnings("unchecked") // a subject always has answers of one type
  <R> R ask(String subject, Scope scope, BiFunction<Catalog, CatalogQuery, R> work) {
    Question question = new Question(subject, scope);
    Object known = answers.get(question);
    if (known == null) {
      known = target.withCatalog(work);
      answers.put(question, known);
    }
    return (R) known;
  }

  void forget() {
    answers.clear();
  }
}
