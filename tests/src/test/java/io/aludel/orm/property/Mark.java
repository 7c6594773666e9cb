package io.aludel.orm.property;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leads to a word. */
@Entity(table = "p_mark")
class Mark {
  @Id
  @Nullable Integer id;

  @Nullable String word;

  @Nullable String name;

  @Relationship(backPopulates = "marks")
  @JoinColumn("reader_id")
  @Nullable Reader reader;

  @Relationship(backPopulates = "byName")
  @JoinColumn("keyed_id")
  @Nullable Reader keyed;

  @Relationship(backPopulates = "card")
  List<Reader> owners = new ArrayList<>();

  Mark() {}

  Mark(@Nullable String word) {
    this.word = word;
  }
}
