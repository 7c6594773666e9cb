package io.aludel.orm.collection;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Woven, and mapped by hand in ways that are wrong. */
@Entity(table = "unused_jukebox")
class Jukebox {
  @Id
  @Nullable Integer id;

  @Relationship
  Pile discs = new Pile(new ArrayList<>());

  @Mapping
  static void mapping(EntityMapping<Jukebox> m) {
    m.table();
  }

  /** Lies in a jukebox. */
  @Entity(table = "unused_disc")
  static class Disc {
    @Id
    @Nullable Integer id;

    @Mapping
    static void mapping(EntityMapping<Disc> m) {
      m.table();
    }
  }

  /** Discs one upon the other. */
  static class Pile implements MemberCollection<Disc, List<Disc>> {
    private final List<Disc> discs;

    Pile(List<Disc> discs) {
      this.discs = discs;
    }

    @Override
    public List<Disc> members() {
      return discs;
    }
  }

  /** Another class. */
  record Rack(Set<Disc> members) implements MemberCollection<Disc, Set<Disc>> {}
}
