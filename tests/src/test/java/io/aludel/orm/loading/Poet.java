package io.aludel.orm.loading;

import static io.aludel.orm.Orm.foreign;
import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.partitionBy;
import static io.aludel.orm.Orm.remote;
import static io.aludel.orm.Orm.select;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.EntityMapping;
import io.aludel.sql.Alias;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows some of what it wrote or paid for, each by a query. */
@Entity(table = "v_poet")
class Poet {
  @Id
  @Nullable Integer id;

  @Column(length = 20)
  String name = "";

  int fame;

  @Relationship
  List<Poem> poems = new ArrayList<>();

  @Relationship
  List<Poem> newest = new ArrayList<>();

  @Relationship
  @Nullable Poem last;

  @Relationship
  List<Poem> rewarded = new ArrayList<>();

  @Relationship
  List<Poet> lessFamous = new ArrayList<>();

  protected Poet() {}

  Poet(String name, int fame) {
    this.name = name;
    this.fame = fame;
  }

  @Mapping
  static void mapping(EntityMapping<Poet> m) {
    Alias ranked = select(
            Poet_Poem_.id,
            Poet_Poem_.title,
            Poet_Poem_.year,
            Poet_Poem_.poetId,
            func.rowNumber()
                .over(partitionBy(Poet_Poem_.poetId).orderBy(Poet_Poem_.year.desc()))
                .as("place"))
        .subquery();
    var poem = Poet_Poem_.from(ranked);
    m.relationship(Poet_.newest)
        .target(
            Poet_Poem_.from(select(poem).where(ranked.<Integer>c("place").le(2)).subquery()))
        .orderBy(Poet_Poem_.year)
        .viewOnly();
    m.relationship(Poet_.last)
        .target(
            Poet_Poem_.from(select(poem).where(ranked.<Integer>c("place").eq(1)).subquery()))
        .primaryJoin(Poet_Poem_.poetId.eq(Poet_.id))
        .viewOnly();
    m.relationship(Poet_.rewarded)
        .target(Poet_Poem_.from(select(Poet_Poem_.entity, Poet_Prize_.sponsorId)
            .join(Poet_Prize_.entity, Poet_Prize_.poemId.eq(Poet_Poem_.id))
            .subquery()))
        .primaryJoin(foreign(remote(Poet_Prize_.sponsorId)).eq(Poet_.id))
        .orderBy(Poet_Poem_.id)
        .viewOnly();
    m.relationship(Poet_.lessFamous)
        .primaryJoin(remote(foreign(Poet_.fame)).lt(Poet_.fame))
        .orderBy(Poet_.id)
        .viewOnly();
  }

  /** Written by a poet. */
  @Entity(table = "v_poem")
  static class Poem {
    @Id
    @Nullable Integer id;

    @Column(length = 20)
    String title = "";

    @Column(name = "written")
    int year;

    @ForeignKey("v_poet.id")
    @Nullable Integer poetId;

    protected Poem() {}

    Poem(String title, int year) {
      this.title = title;
      this.year = year;
    }
  }

  /** Given to a poem. */
  @Entity(table = "v_prize")
  static class Prize {
    @Id
    @Nullable Integer id;

    @ForeignKey("v_poem.id")
    @Nullable Integer poemId;

    @ForeignKey("v_poet.id")
    @Nullable Integer sponsorId;

    protected Prize() {}

    Prize(@Nullable Integer poemId, @Nullable Integer sponsorId) {
      this.poemId = poemId;
      this.sponsorId = sponsorId;
    }
  }
}
