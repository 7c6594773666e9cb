package io.aludel.engine.internal;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineBuilder;
import io.aludel.engine.IsolationLevel;
import io.aludel.engine.pool.PoolSettings.Kind;
import io.aludel.engine.pool.PoolSettings.Reset;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Reads the settings of an engine from text. */
public final class Configuration {
  private static final String PROPERTY = "property.";
  private static final Map<String, Setting<?>> SETTINGS = new TreeMap<>(Map.ofEntries(
      Map.entry("user", text(EngineBuilder::user)),
      Map.entry("password", text(EngineBuilder::password)),
      Map.entry("loggingName", text(EngineBuilder::loggingName)),
      Map.entry("poolLoggingName", text(EngineBuilder::poolLoggingName)),
      Map.entry("plugin", text(EngineBuilder::plugin)),
      Map.entry("echo", flag(EngineBuilder::echo)),
      Map.entry("echoPool", flag(EngineBuilder::echoPool)),
      Map.entry("hideParameters", flag(EngineBuilder::hideParameters)),
      Map.entry("enableFromLinting", flag(EngineBuilder::enableFromLinting)),
      Map.entry("labelLength", number(EngineBuilder::labelLength)),
      Map.entry("maxIdentifierLength", number(EngineBuilder::maxIdentifierLength)),
      Map.entry("compiledCacheSize", number(EngineBuilder::compiledCacheSize)),
      Map.entry("keptStatements", number(EngineBuilder::keptStatements)),
      Map.entry("isolation", choice(IsolationLevel.class, EngineBuilder::isolation)),
      Map.entry("pool.kind", choice(Kind.class, (b, v) -> b.pool(p -> p.kind(v)))),
      Map.entry(
          "pool.resetOnReturn", choice(Reset.class, (b, v) -> b.pool(p -> p.resetOnReturn(v)))),
      Map.entry("pool.size", number((b, v) -> b.pool(p -> p.size(v)))),
      Map.entry("pool.overflow", number((b, v) -> b.pool(p -> p.overflow(v)))),
      Map.entry("pool.minimumIdle", number((b, v) -> b.pool(p -> p.minimumIdle(v)))),
      Map.entry("pool.prePing", flag((b, v) -> b.pool(p -> p.prePing(v)))),
      Map.entry("pool.timeout", time((b, v) -> b.pool(p -> p.timeout(v)))),
      Map.entry("pool.idleTimeout", time((b, v) -> b.pool(p -> p.idleTimeout(v)))),
      Map.entry("pool.recycle", time((b, v) -> b.pool(p -> p.recycle(v))))));

  /** How one setting is read, and what is done with it. */
  private record Setting<T>(
      String wanted, Function<String, T> reader, BiConsumer<EngineBuilder, T> taker) {
    void apply(EngineBuilder builder, String value) {
      taker.accept(builder, reader.apply(value));
    }
  }

  private Configuration() {}

  /** Begins an engine as the entries whose keys begin with {@code prefix} say. */
  public static EngineBuilder read(Map<String, String> entries, String prefix) {
    String url = entries.get(prefix + "url");
    if (url == null) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "No engine can be made of a configuration without '" + prefix
              + "url'. Add it, with a JDBC URL.");
    }
    EngineBuilder builder = Engine.builder(url);
    new TreeMap<>(entries).forEach((key, value) -> {
      if (key.startsWith(prefix) && !key.equals(prefix + "url")) {
        set(builder, key.substring(prefix.length()), key, value);
      }
    });
    return builder;
  }

  private static void set(EngineBuilder builder, String name, String key, String value) {
    if (name.startsWith(PROPERTY)) {
      builder.property(name.substring(PROPERTY.length()), value);
      return;
    }
    Setting<?> setting = SETTINGS.get(name);
    if (setting == null) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "The configuration of an engine has no setting '" + key
              + "'. After the prefix it knows url, "
              + String.join(", ", new TreeSet<>(SETTINGS.keySet())) + ", and " + PROPERTY
              + "NAME for properties of the driver.");
    }
    try {
      setting.apply(builder, value.strip());
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Setting '" + key + "' of an engine cannot be '" + value + "'. Give " + setting.wanted()
              + ".");
    }
  }

  private static Setting<String> text(BiConsumer<EngineBuilder, String> taker) {
    return new Setting<>("a text", value -> value, taker);
  }

  private static Setting<Integer> number(BiConsumer<EngineBuilder, Integer> taker) {
    return new Setting<>("a whole number", Integer::valueOf, taker);
  }

  private static Setting<Boolean> flag(BiConsumer<EngineBuilder, Boolean> taker) {
    return new Setting<>("true or false", Configuration::isOn, taker);
  }

  private static Setting<Duration> time(BiConsumer<EngineBuilder, Duration> taker) {
    return new Setting<>("seconds, or a duration such as PT5S", Configuration::duration, taker);
  }

  private static <E extends Enum<E>> Setting<E> choice(
      Class<E> type, BiConsumer<EngineBuilder, E> taker) {
    String all = String.join(
        ", ", java.util.Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    return new Setting<>("one of " + all, value -> constant(type, value), taker);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String value) {
    return Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_'));
  }

  private static boolean isOn(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0" -> false;
      default -> throw new IllegalArgumentException(value);
    };
  }

  private static Duration duration(String value) {
    boolean plain = value.chars().allMatch(Character::isDigit) && !value.isEmpty();
    return plain ? Duration.ofSeconds(Long.parseLong(value)) : Duration.parse(value);
  }
}
