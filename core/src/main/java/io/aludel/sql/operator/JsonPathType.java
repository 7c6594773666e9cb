package io.aludel.sql.operator;

import io.aludel.types.Codec;
import io.aludel.types.ExternalType;
import io.aludel.types.Wrapping;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Paths as each database takes them. */
record JsonPathType() implements ExternalType<JsonPath> {
  static final JsonPathType INSTANCE = new JsonPathType();

  @Override
  public Class<JsonPath> javaType() {
    return JsonPath.class;
  }

  @Override
  public String spell(String dialect) {
    return "VARCHAR";
  }

  @Override
  public @Nullable Wrapping boundIn(String dialect) {
    return dialect.equals("postgresql") ? Wrapping.cast("TEXT[]") : null;
  }

  @Override
  public Codec<JsonPath> codec(String dialect) {
    Function<JsonPath, String> text = switch (dialect) {
      case "postgresql" -> JsonPath::asArray;
      case "sqlite" -> path -> path.standard(index -> "#" + index);
      default -> path -> path.standard(index -> index == -1 ? "last" : "last" + (index + 1));
    };
    return new Codec<>(
        (statement, index, path) ->
            statement.setString(index, path == null ? null : text.apply(path)),
        (rows, column) -> null);
  }
}
