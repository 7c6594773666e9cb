package io.aludel.orm.loading;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a tree, with leaves; mapped by hand, each time in another way. */
@Entity(table = "unused_twig")
class Twig {
  @Id
  @Nullable Integer id;

  String name = "";

  @Relationship
  @Nullable Twig parent;

  @Relationship
  List<Twig> children = new ArrayList<>();

  @Relationship
  List<Leaf> leaves = new ArrayList<>();

  @Relationship
  List<Colour> colours = new ArrayList<>();

  protected Twig() {}

  Twig(String name, Twig... children) {
    this.name = name;
    this.children.addAll(List.of(children));
  }

  @Mapping
  static void mapping(EntityMapping<Twig> m) {
    m.table();
  }

  /** Hangs on a twig. */
  @Entity(table = "unused_leaf")
  static class Leaf {
    @Id
    @Nullable Integer id;

    @Relationship
    @Nullable Twig twig;

    @Mapping
    static void mapping(EntityMapping<Leaf> m) {
      m.table();
    }
  }

  /** Is shared by twigs. */
  @Entity(table = "unused_colour")
  static class Colour {
    @Id
    @Nullable Integer id;

    @Mapping
    static void mapping(EntityMapping<Colour> m) {
      m.table();
    }
  }
}
