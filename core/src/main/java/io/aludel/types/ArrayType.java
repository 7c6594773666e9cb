package io.aludel.types;

import io.aludel.ArgumentException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several values of one type in a column, NULL among them. Elements that are arrays themselves make it
 * one of several dimensions.
 *
 * @param element the type of the elements
 * @param <E> their Java type
 */
public record ArrayType<E>(SqlType<E> element) implements SqlType<List<@Nullable E>> {
  /** Checks the element type. */
  public ArrayType {
    ArgumentException.requireNonNull(element, "the element type of an array");
  }

  @Override
  @SuppressWarnings("unchecked") // the class of all lists
  public Class<List<@Nullable E>> javaType() {
    return (Class<List<@Nullable E>>) (Class<?>) List.class;
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public @Nullable List<@Nullable E> fit(Object value) {
    if (!(value instanceof List<?> list)) {
      return null;
    }
    List<@Nullable E> fitted = new ArrayList<>(list.size());
    for (Object member : list) {
      E own = member == null ? null : element.fit(member);
      if (member != null && own == null) {
        return null;
      }
      fitted.add(own);
    }
    return fitted;
  }

  @Override
  public boolean sameValue(List<@Nullable E> left, List<@Nullable E> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      E one = left.get(i);
      E other = right.get(i);
      boolean same = (one == null || other == null) ? one == other : element.sameValue(one, other);
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
