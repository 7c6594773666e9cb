package io.aludel.orm;

import static io.aludel.orm.Orm.and;
import static io.aludel.orm.Orm.foreign;
import static io.aludel.orm.Orm.or;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.withParent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.world.Employee;
import io.aludel.fixture.world.Employee_;
import io.aludel.fixture.world.Event;
import io.aludel.fixture.world.Event_;
import io.aludel.fixture.world.Hall;
import io.aludel.fixture.world.Hall_;
import io.aludel.fixture.world.Person;
import io.aludel.fixture.world.Person_;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.Profile;
import io.aludel.fixture.world.Profile_;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.Tag_;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.sql.Select;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The SQL of joins along relationships and of tests of them. */
class RelationshipCriteriaTest {
  @BeforeAll
  static void map() {
    World.registry();
  }

  @Test
  void x() {
    var boss = Employee_.as("boss");
    var p = Post_.as("p");
    User u = new User("a"); Tag t = new Tag("t"); Post po = new Post("x");
    Select<?>[] all = {
      select(User_.id).join(User_.posts),
      select(User_.id).join(User_.posts, p),
      select(Post_.id).join(Post_.tags),
      select(Post_.id).leftJoin(Post_.tags),
      select(Post_.id).join(Post_.tags.and(Tag_.name.eq("x"))),
      select(Post_.id).leftJoin(Post_.tags.and(Tag_.name.eq("x"))),
      select(User_.id).join(User_.posts.and(Post_.title.eq("x")), p),
      select(User_.id).join(User_.posts.ofType(p).and(Post_.title.eq("x"))),
      select(Employee_.id).join(Employee_.manager, boss),
      select(Employee_.id).join(Employee_.subordinates, boss),
      select(User_.id).join(User_.posts).join(Post_.tags),
      select(boss.id).join(boss.manager),
      select(Tag_.id).from(Post_.entity).join(Post_.tags),
      select(Post_.id).where(Post_.author.eq(u)),
      select(Post_.id).where(Post_.author.ne(u)),
      select(Post_.id).where(Post_.author.eq(null)),
      select(Post_.id).where(Post_.author.ne(null)),
      select(Event_.id).where(Event_.hall.eq(new Hall("a", 2))),
      select(Event_.id).where(Event_.hall.ne(new Hall("a", 2))),
      select(Event_.id).where(Event_.hall.isNull()),
      select(Event_.id).where(Event_.hall.isNotNull()),
      select(User_.id).where(User_.posts.contains(po)),
      select(User_.id).where(User_.posts.contains(po).not()),
      select(Post_.id).where(Post_.tags.contains(t)),
      select(Post_.id).where(Post_.tags.contains(t).not()),
      select(User_.id).where(User_.posts.any(x -> x.title.eq("x"))),
      select(User_.id).where(User_.posts.any(Post_.title.eq("x"))),
      select(User_.id).where(User_.posts.any()),
      select(User_.id).where(User_.posts.isEmpty()),
      select(Post_.id).where(Post_.tags.any(x -> x.name.eq("x"))),
      select(Post_.id).where(Post_.author.has(x -> x.name.eq("x"))),
      select(Employee_.id).where(Employee_.subordinates.any(x -> x.name.eq("x"))),
      select(Employee_.id).where(Employee_.subordinates.any(Employee_.name.eq("x"))),
      select(Employee_.id).where(Employee_.manager.has(x -> x.name.ne(Employee_.name))),
      select(User_.id).where(User_.posts.ofType(p).any(p.title.eq("x"))),
      select(boss.id).where(boss.subordinates.any(x -> x.name.eq("x"))),
      select(boss.id).where(boss.manager.has(x -> x.name.eq("x"))),
      select(User_.id).where(User_.posts.any(x -> x.tags.any(y -> y.name.eq("x")))),
      select(Post_.id).where(withParent(u, User_.posts)),
      select(Tag_.id).where(withParent(po, Post_.tags)),
      select(User_.id).where(withParent(po, Post_.author)),
      select(p.id).where(withParent(u, User_.posts.ofType(p))),
      select(User_.id).where(User_.profile.eq(new Profile("x"))),
      select(User_.id).where(User_.profile.ne(new Profile("x"))),
      select(User_.id).where(User_.profile.isNull()),
      select(User_.id).where(User_.profile.isNotNull()),
      select(Person_.id).where(Person_.following.any(x -> x.name.eq("x"))),
      select(Event_.id).where(and(Event_.hall.eq(new Hall("a", 2)), Event_.id.eq(3))),
      select(Event_.id).where(or(Event_.hall.eq(new Hall("a", 2)), Event_.id.eq(3))),
      select(Event_.id).where(Event_.hall.ne(new Hall("a", 2)).and(Event_.id.eq(3))),
    };
    for (Select<?> each : all) System.out.println(each);
    System.out.println(select(Employee_.id).join(Employee_.manager));
  }
}
