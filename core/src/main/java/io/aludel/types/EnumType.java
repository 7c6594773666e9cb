package io.aludel.types;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of several values, stored as text: the constants of an enum, by name unless {@link #storedAs} says
 * otherwise, or text itself. Kept as text of the length of the longest, on request with a CHECK
 * constraint or as an enum of the database.
 *
 * @param <T> the Java type of the values
 */
public final class EnumType<T> implements SqlType<T>, SchemaType {
  private final Class<T> javaType;
  private final List<T> constants;
  private final List<String> texts;
  private final Options options;

  /** All that was said besides the values. */
  private record Options(
      @Nullable String name,
      @Nullable String schema,
      Storage storage,
      int length,
      boolean validated) {}

  /** How a database keeps the values. */
  private enum Storage {
    TEXT,
    CHECKED,
    NATIVE
  }

  private EnumType(Class<T> javaType, List<T> constants, List<String> texts, Options options) {
    this.javaType = javaType;
    this.constants = constants;
    this.texts = texts;
    this.options = options;
  }

  /**
   * The constants of an enum.
   *
   * @param type the enum class
   * @param <E> the enum
   * @return the type
   * @throws ArgumentException if {@code type} is null or has no constants
   */
  public static <E extends Enum<E>> EnumType<E> of(Class<E> type) {
    E[] constants =
        ArgumentException.requireNonNull(type, "the class of an enum").getEnumConstants();
    List<String> names = Arrays.stream(constants).map(Enum::name).toList();
    requireSome(names);
    return new EnumType<>(type, List.of(constants), names, plain(names));
  }

  /**
   * Text of which only some values are meant.
   *
   * @param values the values
   * @return the type
   * @throws ArgumentException if there are none, or one twice
   */
  public static EnumType<String> of(String... values) {
    List<String> texts = List.of(values);
    requireSome(texts);
    return new EnumType<>(String.class, texts, texts, plain(texts));
  }

  private static Options plain(List<String> texts) {
    return new Options(null, null, Storage.TEXT, longest(texts), false);
  }

  private static void requireSome(List<String> texts) {
    if (texts.isEmpty() || new HashSet<>(texts).size() < texts.size()) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make an enum of " + texts + ": it takes one value or more, each once.");
    }
  }

  private static int longest(List<String> texts) {
    return Math.max(1, texts.stream().mapToInt(String::length).max().orElse(1));
  }

  /**
   * The same values, stored as other text.
   *
   * @param text the text of a constant, another one for each
   * @return the type
   * @throws ArgumentException if two constants have the same text
   */
  public EnumType<T> storedAs(Function<? super T, String> text) {
    ArgumentException.requireNonNull(text, "the text of constants");
    List<String> others = constants.stream().map(text).toList();
    requireSome(others);
    int length = Math.max(longest(others), isLengthStated() ? options.length : 1);
    return new EnumType<>(
        javaType,
        constants,
        others,
        new Options(options.name, options.schema, options.storage, length, options.validated));
  }

  private boolean isLengthStated() {
    return options.length != longest(texts);
  }

  private EnumType<T> with(Options changed) {
    return new EnumType<>(javaType, constants, texts, changed);
  }

  /**
   * The same type with a name, for the CHECK constraint or for the enum of the database.
   *
   * @param name the name
   * @return the type
   */
  public EnumType<T> named(String name) {
    String given = ArgumentException.requireText(name, "the name of an enum");
    return with(
        new Options(given, options.schema, options.storage, options.length, options.validated));
  }

  /**
   * The same type in another schema, where it is an enum of the database.
   *
   * @param schema the schema, or null for the default schema of the connection
   * @return the type
   */
  public EnumType<T> inSchema(@Nullable String schema) {
    String given =
        schema == null ? null : ArgumentException.requireText(schema, "the schema of an enum");
    return with(
        new Options(options.name, given, options.storage, options.length, options.validated));
  }

  /**
   * The same type, with a CHECK constraint that permits the values and no others.
   *
   * @return the type
   */
  public EnumType<T> checked() {
    return with(new Options(
        options.name, options.schema, Storage.CHECKED, options.length, options.validated));
  }

  /**
   * The same type as an enum of the database where there is such a thing, and text elsewhere. On
   * PostgreSQL it is a type of its own, named like the class unless stated, created and dropped with the
   * tables that use it.
   *
   * @return the type
   */
  public EnumType<T> asNative() {
    return with(new Options(
        options.name, options.schema, Storage.NATIVE, options.length, options.validated));
  }

  /**
   * The same type in columns of another length, for values to come.
   *
   * @param length the most characters
   * @return the type
   * @throws ArgumentException if a value is longer
   */
  public EnumType<T> length(int length) {
    return with(new Options(
        options.name,
        options.schema,
        options.storage,
        SqlTypes.atLeast(longest(texts), length, "length"),
        options.validated));
  }

  /**
   * The same type, refusing text that is none of the values when it is bound. Constants need no such
   * check.
   *
   * @return the type
   */
  public EnumType<T> validated() {
    return with(new Options(options.name, options.schema, options.storage, options.length, true));
  }

  @Override
  public Class<T> javaType() {
    return javaType;
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public @Nullable T fit(Object value) {
    T own = SqlType.super.fit(value);
    boolean refused = own instanceof String && options.validated && !constants.contains(own);
    return refused ? null : own;
  }

  /**
   * The values.
   *
   * @return the values in their order
   */
  public List<T> constants() {
    return constants;
  }

  /**
   * The text each value is stored as.
   *
   * @return the texts, in the order of the values
   */
  public List<String> constantNames() {
    return texts;
  }

  /**
   * The text a value is stored as.
   *
   * @param value the value
   * @return its text
   */
  public String text(T value) {
    return value instanceof Enum<?> constant ? texts.get(constant.ordinal()) : value.toString();
  }

  /**
   * The length of the column.
   *
   * @return the number of characters
   */
  public int length() {
    return options.length;
  }

  /**
   * Whether it is to be an enum of the database.
   *
   * @return true after {@link #asNative()}
   */
  public boolean isNative() {
    return options.storage == Storage.NATIVE;
  }

  /**
   * Whether a CHECK constraint permits the values only.
   *
   * @return true after {@link #checked()}
   */
  public boolean isChecked() {
    return options.storage == Storage.CHECKED;
  }

  /**
   * The name as given.
   *
   * @return the name, or null
   */
  public @Nullable String name() {
    return options.name;
  }

  /**
   * Whether nothing says what the type would be called in the database.
   *
   * @return true for texts without a name
   */
  public boolean isAnonymous() {
    return options.name == null && javaType == (Class<?>) String.class;
  }

  @Override
  public String typeName() {
    String given = options.name;
    if (given != null) {
      return given;
    }
    if (isAnonymous()) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "The enum of " + texts + " has no name, which a type of the database must have."
              + " Give it one with named(…).");
    }
    return javaType.getSimpleName().toLowerCase(Locale.ROOT);
  }

  @Override
  public @Nullable String typeSchema() {
    return options.schema;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EnumType<?> that
        && javaType == that.javaType
        && texts.equals(that.texts)
        && options.equals(that.options);
  }

  @Override
  public int hashCode() {
    return 31 * javaType.hashCode() + texts.hashCode();
  }

  @Override
  public String toString() {
    return "EnumType[" + javaType.getSimpleName() + texts + "]";
  }
}
