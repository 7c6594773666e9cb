package io.aludel.dialect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** Finds dialects: those of applications, declared as services, then those that come with Aludel. */
public final class Dialects {
  private static final Set<String> OURS = Set.of(
      "io.aludel.dialect.sqlite",
      "io.aludel.dialect.h2",
      "io.aludel.dialect.postgresql",
      "io.aludel.dialect.mysql");

  private Dialects() {}

  /**
   * The dialect that serves a JDBC URL.
   *
   * @param url the URL
   * @return the dialect, if there is one
   */
  public static Optional<Dialect> forUrl(String url) {
    return all().stream().filter(dialect -> dialect.accepts(url)).findFirst();
  }

  /**
   * All dialects, those of applications first.
   *
   * @return the dialects
   */
  public static List<Dialect> all() {
    return ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Dialects::isOurs))
        .toList();
  }

  private static boolean isOurs(Dialect dialect) {
    return OURS.contains(dialect.getClass().getPackageName());
  }
}
