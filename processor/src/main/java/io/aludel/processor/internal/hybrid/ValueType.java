package io.aludel.processor.internal.hybrid;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The type of a value in a body.
 *
 * @param kind what can be done with it
 * @param boxed its class, boxed and without type arguments
 * @param primitive whether it is primitive, and so never null
 */
public record ValueType(Kind kind, TypeName boxed, boolean primitive) {
  /** A truth value of an operator. */
  public static final ValueType TRUTH = primitive(Kind.TRUTH, Boolean.class);

  /** An int. */
  public static final ValueType INT = primitive(Kind.INT, Integer.class);

  /** A long. */
  public static final ValueType LONG = primitive(Kind.LONG, Long.class);

  /** A double. */
  public static final ValueType DOUBLE = primitive(Kind.DOUBLE, Double.class);

  /** A BigDecimal. */
  public static final ValueType DECIMAL = reference(Kind.DECIMAL, BigDecimal.class);

  /** A String. */
  public static final ValueType TEXT = reference(Kind.TEXT, String.class);

  /** A LocalDate. */
  public static final ValueType DATE = reference(Kind.DATE, LocalDate.class);

  /** A LocalDateTime. */
  public static final ValueType DATE_TIME = reference(Kind.DATE_TIME, LocalDateTime.class);

  /** The null of Java. */
  public static final ValueType NOTHING = reference(Kind.NOTHING, Object.class);

  /** The outcome of compareTo. */
  public static final ValueType ORDER = primitive(Kind.ORDER, Integer.class);

  private static final Map<String, Kind> KINDS = Map.ofEntries(
      Map.entry(Boolean.class.getName(), Kind.TRUTH),
      Map.entry(Byte.class.getName(), Kind.INT),
      Map.entry(Short.class.getName(), Kind.INT),
      Map.entry(Integer.class.getName(), Kind.INT),
      Map.entry(Long.class.getName(), Kind.LONG),
      Map.entry(Double.class.getName(), Kind.DOUBLE),
      Map.entry(BigDecimal.class.getName(), Kind.DECIMAL),
      Map.entry(String.class.getName(), Kind.TEXT),
      Map.entry(LocalDate.class.getName(), Kind.DATE),
      Map.entry(LocalDateTime.class.getName(), Kind.DATE_TIME),
      Map.entry(LocalTime.class.getName(), Kind.TIME),
      Map.entry(Instant.class.getName(), Kind.INSTANT));

  private static ValueType primitive(Kind kind, Class<?> boxed) {
    return new ValueType(kind, ClassName.get(boxed), true);
  }

  private static ValueType reference(Kind kind, Class<?> type) {
    return new ValueType(kind, ClassName.get(type), false);
  }

  /**
   * The type of a declaration.
   *
   * @param type what is declared
   * @return its type as bodies see it
   */
  public static ValueType of(TypeMirror type) {
    TypeName name = TypeName.get(type).withoutAnnotations();
    if (type.getKind().isPrimitive()) {
      Kind kind = KINDS.getOrDefault(name.box().toString(), Kind.OTHER);
      return new ValueType(kind, name.box(), true);
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return new ValueType(Kind.OTHER, ClassName.get(Object.class), false);
    }
    TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
    boolean constant = element.getKind() == ElementKind.ENUM;
    String qualified = element.getQualifiedName().toString();
    Kind kind = constant ? Kind.ENUM : KINDS.getOrDefault(qualified, Kind.OTHER);
    return new ValueType(kind, ClassName.get(element), false);
  }

  /**
   * The type as messages write it.
   *
   * @return the simple name
   */
  public String name() {
    String text = boxed.toString();
    return kind == Kind.NOTHING ? "null" : text.substring(text.lastIndexOf('.') + 1);
  }
}
