package app;

import io.aludel.ArgumentException;
import io.aludel.orm.attribute.EntityReference;
import io.aludel.orm.attribute.NumericAttribute;
import io.aludel.orm.attribute.TextAttribute;
import io.aludel.sql.FromClause;
import java.lang.Class;
import java.lang.Integer;
import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@Generated("io.aludel.processor")
@NullMarked
@SuppressWarnings({
    "all",
    "deprecation",
    "rawtypes",
    "this-escape"
})
public final class User_ {
  /**
   * The entity itself, without an alias.
   */
  public static final As entity = new As((String) null);

  public static final NumericAttribute<User, Integer> id = entity.id;

  public static final TextAttribute<User> name = entity.name;

  private User_() {
  }

  /**
   * A second occurrence of {@link User} under a name.
   */
  public static As as(String alias) {
    return new As(ArgumentException.requireText(alias, "the alias of User"));
  }

  /**
   * A second occurrence of {@link User} under a name made when a statement is compiled.
   */
  public static As as() {
    return new As("");
  }

  /**
   * {@link User} read from a subquery, a common table expression or an alias.
   */
  public static As from(FromClause rows) {
    return new As(EntityReference.over(User.class, rows));
  }

  /**
   * The attributes of {@link User}.
   */
  public abstract static class Fields<E extends User> extends EntityReference<E> {
    public final NumericAttribute<E, Integer> id = numeric("id", Integer.class);

    public final TextAttribute<E> name = text("name");

    protected Fields(Class<E> type, @Nullable String alias) {
      super(type, alias, 1);
    }

    protected Fields(Class<E> type, EntityReference<? extends E> occurrence) {
      super(type, occurrence);
    }
  }

  /**
   * One occurrence of {@link User} in a statement.
   */
  public static final class As extends Fields<User> {
    private As(@Nullable String alias) {
      super(User.class, alias);
    }

    private As(EntityReference<? extends User> occurrence) {
      super(User.class, occurrence);
    }
  }
}
