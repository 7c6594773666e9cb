package io.aludel.dialect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

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
    return found().filter(dialect -> dialect.accepts(url)).findFirst();
  }

  /**
   * All dialects, those of applications first.
   *
   * @return the dialects
   */
  public static List<Dialect> all() {
    return found().toList();
  }

  /** Makes each when the stream comes to it: a program has the compilers of its own database only. */
  private static Stream<Dialect> found() {
    return ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader()).stream()
        .sorted(Comparator.comparing(Dialects::isOurs))
        .map(ServiceLoader.Provider::get);
  }

  private static boolean isOurs(ServiceLoader.Provider<Dialect> provider) {
    return OURS.contains(provider.type().getPackageName());
  }
}
