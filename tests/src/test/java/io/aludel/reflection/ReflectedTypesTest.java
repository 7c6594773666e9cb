package io.aludel.reflection;

import static io.aludel.schema.Schema.column;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.Capability;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.types.ArrayType;
import io.aludel.types.EnumType;
import io.aludel.types.ExactTypes;
import io.aludel.types.JsonType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Types that a database has are found as themselves, and would be created again just so. */
@ForEachDatabase
@Parity({"ORM-DDL-24", "ORM-DDL-25"})
class ReflectedTypesTest {
  private final MetaData metadata = new MetaData();
  private Engine engine;

  private Column<?> found(Engine given, SqlType<?> type) {
    engine = given;
    Table table = Table.of("typed", metadata, column("val", type));
    metadata.createAll(engine);
    Table reflected = Inspector.of(engine).table("typed", new MetaData());
    assertThat(spelled(reflected.c("val"))).isEqualTo(spelled(table.c("val")));
    return reflected.c("val");
  }

  private String spelled(Column<?> column) {
    return engine.dialect().ddl().column(column);
  }

  @AfterEach
  void drop() {
    metadata.dropAll(engine);
  }

  @Test
  @Requires(Capability.NATIVE_ENUM)
  void enum_ofTheDatabase_isAnEnum(Engine given) {
    EnumType<String> type = SqlTypes.ENUM("sad", "it's", "so, so").named("mood").asNative();

    assertThat(found(given, type).type())
        .isInstanceOfSatisfying(
            EnumType.class,
            mood ->
                assertThat(mood.constantNames()).asList().containsExactly("sad", "it's", "so, so"));
  }

  @Test
  void text_ofAFixedLength_staysSo(Engine given) {
    assertThat(found(given, ExactTypes.CHAR(3)).type()).isEqualTo(ExactTypes.CHAR(3));
  }

  @Test
  void uuid_isFoundAsItIsKept(Engine given) {
    boolean own = given.dialect().supports(Capability.NATIVE_UUID);

    assertThat(found(given, SqlTypes.UUID).type())
        .isEqualTo(own ? SqlTypes.UUID : ExactTypes.CHAR(32));
  }

  @Test
  @Requires(Capability.JSON)
  void json_isFoundWhereItIsAType(Engine given) {
    engine = given;
    if (engine.dialect().name().equals("mariadb")) {
      metadata.clear();
      return; // keeps it as text
    }
    assertThat(found(given, SqlTypes.JSON).type()).isInstanceOf(JsonType.class);
  }

  @Test
  @Requires(Capability.ARRAYS)
  void arrays_keepTheTypeOfTheirElements(Engine given) {
    assertThat(found(given, SqlTypes.ARRAY(INTEGER)).type()).isEqualTo(new ArrayType<>(INTEGER));
  }
}
