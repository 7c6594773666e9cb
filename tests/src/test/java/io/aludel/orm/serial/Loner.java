package io.aludel.orm.serial;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.mapping.EntityMapping;
import io.aludel.types.Json;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Mapped by hand, each time in another way. */
@Entity(table = "unused_loner")
class Loner implements Serializable {
  private static final long serialVersionUID = 1L;

  @Id
  @Nullable Integer id;

  @Nullable String nick;

  @Nullable String town;

  Loner() {}

  @Mapping
  static void mapping(EntityMapping<Loner> m) {
    m.table();
  }

  /** A plain sub class that nobody maps. */
  static class Plain extends Loner {
    private static final long serialVersionUID = 1L;

    int extra = 3;
  }

  /** Says by itself all that is written. */
  @Entity(table = "f_hermit")
  static class Hermit implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Nullable Integer id;

    @Nullable String cave;

    Hermit() {}

    private void writeObject(ObjectOutputStream out) throws IOException {
      out.putFields().put("cave", "own " + cave);
      out.writeFields();
    }
  }

  /** Lists what is written. */
  @Entity(table = "f_monk")
  static class Monk implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final ObjectStreamField[] serialPersistentFields = {
      new ObjectStreamField("cell", String.class)
    };

    @Id
    @Nullable Integer id;

    @Nullable String cell;

    Monk() {}
  }

  /** Holds a value that Java cannot write. */
  @Entity(table = "f_scribe")
  static class Scribe implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Nullable Integer id;

    @SuppressWarnings("serial") // that is the case
    @Nullable Json text;

    Scribe() {}
  }
}
