package io.aludel.testing.internal.database;

import io.aludel.testing.spi.DatabaseAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which databases the tests run on, and where; a system property wins over the environment. */
public final class DatabaseConfiguration {
    private static final String DEFAULT_DATABASES = "sqlite,h2,postgresql";

    private final Function<String, @Nullable String> properties;
    private final Function<String, @Nullable String> environment;

    DatabaseConfiguration(
            Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** The configuration of this JVM. */
    public static DatabaseConfiguration system() {
        return new DatabaseConfiguration(System::getProperty, System::getenv);
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
        return Optional.ofNullable(properties.apply(property))
                .or(() -> Optional.ofNullable(environment.apply(variable)))
                .filter(value -> !value.isBlank());
    }
}
