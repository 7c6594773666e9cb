package io.aludel.testing.internal.database;

import io.aludel.testing.spi.DatabaseAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which databases the tests run on, and where. JUnit's configuration parameters, which are system
 * properties too, win over the environment.
 */
public final class DatabaseConfiguration {
  private static final String DEFAULT_DATABASES = "sqlite,h2,postgresql";

  private final Function<String, @Nullable String> parameters;
  private final Function<String, @Nullable String> environment;

  DatabaseConfiguration(
      Function<String, @Nullable String> parameters,
      Function<String, @Nullable String> environment) {
    this.parameters = parameters;
    this.environment = environment;
  }

  /** The configuration of a test run in this JVM. */
  public static DatabaseConfiguration of(Function<String, @Nullable String> parameters) {
    return new DatabaseConfiguration(parameters, System::getenv);
  }

  /** The configured names, in order, each once. */
  public List<String> names() {
    String list = setting("aludel.test.databases").orElse(DEFAULT_DATABASES);
    return Arrays.stream(list.split(","))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /** The server that replaces the embedded one. */
  public Optional<DatabaseAddress> server(String name) {
    String prefix = "aludel.test." + name + ".";
    return setting(prefix + "url")
        .map(url -> new DatabaseAddress(
            url,
            setting(prefix + "user").orElse(null),
            setting(prefix + "password").orElse(null)));
  }

  private Optional<String> setting(String property) {
    String variable = property.replace('.', '_').toUpperCase(Locale.ROOT);
    return Optional.ofNullable(parameters.apply(property))
        .or(() -> Optional.ofNullable(environment.apply(variable)))
        .filter(value -> !value.isBlank());
  }
}
