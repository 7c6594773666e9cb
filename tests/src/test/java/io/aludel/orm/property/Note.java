package io.aludel.orm.property;

import static io.aludel.schema.Schema.column;
import static io.aludel.types.SqlTypes.JSON;

import io.aludel.orm.annotation.ActiveHistory;
import io.aludel.orm.annotation.Deferred;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Mutable;
import io.aludel.orm.mapping.EntityMapping;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has values that change inside, and one whose old value is always known. */
@Entity(table = "p_note")
class Note implements Serializable {
  private static final long serialVersionUID = 1L;

  @Id
  @Nullable Integer id;

  @Mutable
  @Nullable Map<String, Object> data;

  @Mutable
  List<String> tags = new ArrayList<>();

  @Nullable Map<String, Object> frozen;

  @Deferred
  @ActiveHistory
  @Nullable String watched;

  Note() {}

  @Mapping
  static void mapping(EntityMapping<Note> m) {
    m.column("data", column("data", JSON(Map.class).nullAsSqlNull()).nullable());
    m.column("tags", column("tags", JSON(List.class)).notNull());
    m.column("frozen", column("frozen", JSON(Map.class)).nullable());
  }
}
