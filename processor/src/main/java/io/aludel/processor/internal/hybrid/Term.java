package io.aludel.processor.internal.hybrid;

import com.palantir.javapoet.CodeBlock;
import io.aludel.orm.attribute.HybridWords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of a body, as what it means in SQL. */
public sealed interface Term {
  /**
   * Its type in Java.
   *
   * @return the type
   */
  ValueType type();

  /**
   * Whether it may be null where Java does not throw.
   *
   * @return false if it never is
   */
  boolean nullable();

  /**
   * The Java code that makes its SQL.
   *
   * @return an expression
   */
  CodeBlock code();

  /**
   * The value of a constant.
   *
   * @return the value; null for anything else
   */
  default @Nullable Object constant() {
    return null;
  }

  /**
   * What can be done with it.
   *
   * @return the kind of its type
   */
  default Kind kind() {
    return type().kind();
  }

  /**
   * An attribute, a parameter, or a constant.
   *
   * @param type its type
   * @param nullable whether it may be null
   * @param code makes its SQL
   * @param constant the value of a constant that is known, or null
   */
  record Leaf(
      ValueType type,
      boolean nullable,
      CodeBlock code,
      @Nullable Object constant) implements Term {}

  /**
   * A word applied to operands.
   *
   * @param type the type of the result
   * @param nullable whether the result may be null
   * @param word a method of {@link HybridWords}
   * @param settings what the method takes before the operands
   * @param operands the operands
   */
  record Applied(
      ValueType type, boolean nullable, String word, List<CodeBlock> settings, List<Term> operands)
      implements Term {
    /** Copies the lists. */
    public Applied {
      settings = List.copyOf(settings);
      operands = List.copyOf(operands);
    }

    @Override
    public CodeBlock code() {
      List<CodeBlock> arguments = new ArrayList<>(settings);
      operands.forEach(operand -> arguments.add(operand.code()));
      return CodeBlock.of("$T.$L($L)", HybridWords.class, word, CodeBlock.join(arguments, ", "));
    }
  }

  /**
   * A compareTo, to be compared with 0.
   *
   * @param left what is compared
   * @param right with what
   */
  record Comparison(Term left, Term right) implements Term {
    @Override
    public ValueType type() {
      return ValueType.ORDER;
    }

    @Override
    public boolean nullable() {
      return false;
    }

    @Override
    public CodeBlock code() {
      throw new IllegalStateException("compareTo outside of a comparison");
    }
  }
}
