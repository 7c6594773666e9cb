package io.aludel.orm.property;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.MapKey;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.association.AssociationProxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows what its links lead to. */
@Entity(table = "p_reader")
class Reader {
  private static final AssociationProxy<Mark, String> WORDS =
      AssociationProxy.of(mark -> mark.word, Mark::new);
  private static final AssociationProxy<Mark, String> WRITTEN =
      WORDS.writing((mark, word) -> mark.word = word);
  private static final AssociationProxy<String, Integer> LENGTHS =
      AssociationProxy.of(String::length, "x"::repeat);

  @Id
  @Nullable Integer id;

  @Relationship(
      backPopulates = "reader",
      orderBy = "id",
      cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
  List<Mark> marks = new ArrayList<>();

  @Relationship(backPopulates = "keyed", orderBy = "id")
  @MapKey("name")
  Map<String, Mark> byName = new LinkedHashMap<>();

  @Relationship(backPopulates = "owners")
  @io.aludel.orm.annotation.JoinColumn("card_id")
  @Nullable Mark card;

  List<String> words() {
    return WORDS.list(marks);
  }

  List<String> writtenWords() {
    return WRITTEN.list(marks);
  }

  Set<String> wordSet() {
    return WORDS.set(marks);
  }

  List<Integer> lengths() {
    return LENGTHS.list(words());
  }

  void replaceWords(List<String> words) {
    WORDS.replace(marks, words);
  }

  Map<String, String> named() {
    return WRITTEN.map(byName, (name, word) -> {
      Mark mark = new Mark(word);
      mark.name = name;
      return mark;
    });
  }

  @Nullable String cardWord() {
    return WRITTEN.get(card);
  }

  void setCardWord(@Nullable String word) {
    WRITTEN.set(card, word, mark -> card = mark);
  }

  void setClearing(@Nullable String word) {
    WRITTEN.clearingTarget().set(card, word, mark -> card = mark);
  }

  void setCreating(@Nullable String word) {
    WRITTEN.creatingForNull().set(card, word, mark -> card = mark);
  }
}
