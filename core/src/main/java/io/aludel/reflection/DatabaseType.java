package io.aludel.reflection;

import io.aludel.ArgumentException;
import io.aludel.types.Codec;
import io.aludel.types.ExternalType;
import io.aludel.types.ValueBinder;
import io.aludel.types.ValueReader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A type that only its database knows, such as {@code tsvector}: it is spelled as it was found, and its
 * values are what the driver makes of them.
 *
 * @param spelled the type as the database spells it
 */
public record DatabaseType(String spelled) implements ExternalType<Object> {
  /** Creates the type. */
  public DatabaseType {
    ArgumentException.requireText(spelled, "the spelling of a type");
  }

  @Override
  public Class<Object> javaType() {
    return Object.class;
  }

  @Override
  public String spell(String dialect) {
    return spelled;
  }

  @Override
  public Codec<Object> codec(String dialect) {
    return new Codec<>(new AnyBinder(), new AnyReader());
  }

  /** Leaves the value to the driver. */
  private static final class AnyBinder implements ValueBinder<Object> {
    @Override
    public void bind(PreparedStatement statement, int index, @Nullable Object value)
        throws SQLException {
      statement.setObject(index, value);
    }
  }

  /** Takes what the driver gives. */
  private static final class AnyReader implements ValueReader<Object> {
    @Override
    public @Nullable Object read(ResultSet rows, int index) throws SQLException {
      return rows.getObject(index);
    }
  }

  @Override
  public String toString() {
    return spelled;
  }
}
