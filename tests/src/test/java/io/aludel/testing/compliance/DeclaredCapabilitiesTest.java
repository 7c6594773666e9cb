package io.aludel.testing.compliance;

import static io.aludel.dialect.Capability.FETCH_WITH_TIES;
import static io.aludel.dialect.Capability.LIMITED_WRITES;
import static io.aludel.dialect.Capability.MATERIALIZED_VIEWS;
import static io.aludel.dialect.Capability.SERVER_CURSORS;
import static io.aludel.dialect.Capability.TUPLE_LISTS;
import static io.aludel.dialect.Capability.WRITING_COMMON_TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Dialect;
import io.aludel.dialect.StandardDialect;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineBuilder;
import io.aludel.schema.MetaData;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Requires;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import io.aludel.testing.spi.DatabaseAddress;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The suite tries every capability, and does not believe a dialect that declares what is not so. */
class DeclaredCapabilitiesTest {
  /**
   * What a database does, at least in the version tried, though its dialect does not say so: SQLite reads
   * row by row unasked.
   */
  private static final Map<String, Set<Capability>> MODEST = Map.of(
      "sqlite", Set.of(SERVER_CURSORS, TUPLE_LISTS, LIMITED_WRITES),
      "mariadb", Set.of(FETCH_WITH_TIES),
      "h2", Set.of(MATERIALIZED_VIEWS, WRITING_COMMON_TABLES, LIMITED_WRITES));

  @Test
  void suite_everyCapability_isTried() {
    Set<Capability> tried = EnumSet.noneOf(Capability.class);
    Check.all().forEach(check -> tried.addAll(check.tried()));

    assertThat(tried)
        .as("name what a check tries by @Tries or @Requires")
        .isEqualTo(EnumSet.allOf(Capability.class));
  }

  @ForEachDatabase
  void suite_capabilityDeclaredFalsely_failsACheck(TestDatabase database) throws Exception {
    Set<Capability> believed = EnumSet.noneOf(Capability.class);
    for (Capability claimed : Capability.values()) {
      List<Check> checks = Check.of(claimed, database);
      if (!database.has(claimed) && !checks.isEmpty() && areAllPassed(checks, claimed, database)) {
        believed.add(claimed);
      }
    }
    assertThat(believed).isEqualTo(MODEST.getOrDefault(database.name(), Set.of()));
  }

  private static boolean areAllPassed(List<Check> checks, Capability claimed, TestDatabase database)
      throws Exception {
    Dialect boaster = boaster(database.engine().dialect(), claimed);
    for (Check check : checks) {
      MetaData left = new MetaData();
      try (Engine engine = engine(database.address(), boaster)) {
        check.run(new Boast(database, engine));
      } catch (InvocationTargetException failed) {
        return false;
      } finally {
        left.reflect(database.engine());
        left.dropAll(database.engine());
      }
    }
    return true;
  }

  private static Engine engine(DatabaseAddress address, Dialect dialect) {
    EngineBuilder builder = Engine.builder(address.url()).dialect(dialect);
    if (address.user() != null) {
      builder = builder.user(address.user());
    }
    if (address.password() != null) {
      builder = builder.password(address.password());
    }
    return builder.create();
  }

  /** Another dialect of the same kind, which says that it can do one thing more. */
  @SuppressWarnings("unchecked") // the field holds capabilities
  private static Dialect boaster(Dialect honest, Capability claimed) throws Exception {
    Dialect made = honest.getClass().getConstructor().newInstance();
    Field capabilities = StandardDialect.class.getDeclaredField("capabilities");
    capabilities.setAccessible(true);
    ((Set<Capability>) capabilities.get(made)).add(claimed);
    assertThat(made.supports(claimed)).isTrue();
    return made;
  }

  /** A database with the engine of a boaster. */
  private record Boast(TestDatabase real, Engine engine) implements TestDatabase {
    @Override
    public String name() {
      return real.name();
    }

    @Override
    public DatabaseAddress address() {
      return real.address();
    }

    @Override
    public StatementRecorder recorder() {
      return real.recorder();
    }

    @Override
    public boolean has(Capability capability) {
      return engine.dialect().supports(capability);
    }
  }

  /** One test of the suite. */
  private record Check(Class<?> part, Method method) {
    static List<Check> all() {
      List<Check> all = new ArrayList<>();
      for (Class<?> part : DialectCompliance.class.getDeclaredClasses()) {
        for (Method method : part.getSuperclass().getDeclaredMethods()) {
          if (method.isAnnotationPresent(Test.class)) {
            all.add(new Check(part, method));
          }
        }
      }
      return all;
    }

    /** The checks that try a capability and lack nothing else. */
    static List<Check> of(Capability claimed, TestDatabase database) {
      return all().stream()
          .filter(check -> check.tried().contains(claimed)
              && check.required().stream()
                  .allMatch(needed -> needed == claimed || database.has(needed)))
          .toList();
    }

    Set<Capability> required() {
      Requires requires = method.getAnnotation(Requires.class);
      return requires == null ? Set.of() : Set.of(requires.value());
    }

    Set<Capability> tried() {
      Set<Capability> tried = EnumSet.noneOf(Capability.class);
      tried.addAll(required());
      Tries tries = method.getAnnotation(Tries.class);
      if (tries != null) {
        tried.addAll(List.of(tries.value()));
      }
      return tried;
    }

    void run(TestDatabase database) throws ReflectiveOperationException {
      Constructor<?> maker = part.getDeclaredConstructor(DialectCompliance.class);
      maker.setAccessible(true);
      method.setAccessible(true);
      Object given = method.getParameterTypes()[0] == Engine.class ? database.engine() : database;
      method.invoke(maker.newInstance(new DialectCompliance() {}), given);
    }
  }
}
