package io.aludel.orm;

import static io.aludel.orm.Orm.exists;
import static io.aludel.orm.Orm.insert;
import static io.aludel.orm.Orm.literalColumn;
import static io.aludel.orm.Orm.row;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.withParent;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.InvalidRequestException;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.fixture.world.Employee_;
import io.aludel.fixture.world.Event_;
import io.aludel.fixture.world.Hall;
import io.aludel.fixture.world.Person_;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.Profile;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.Tag_;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.attribute.CollectionAttribute;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.Condition;
import io.aludel.sql.FromClause;
import io.aludel.sql.Select;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The SQL of joins along relationships and of tests of them. */
class RelationshipCriteriaTest {
  private static final Registry MODELS = World.registry();

  private static void assertSql(Select<?> select, String sql) {
    assertThat(select).hasToString(sql);
  }

  private static void assertWhere(FromClause from, Condition condition, String where) {
    Select<Integer> select = select(literalColumn("1", SqlTypes.INTEGER)).from(from);
    assertSql(select.where(condition), select + " WHERE " + where);
  }

  @Nested
  @Parity("ORM-QRY-06")
  class Joins {
    private final Post_.As p = Post_.as("p");
    private final Employee_.As boss = Employee_.as("boss");

    @Test
    void join_relationship_suppliesTargetAndCondition() {
      assertSql(
          select(User_.id).join(User_.posts),
          "SELECT w_user.id FROM w_user JOIN w_post ON w_user.id = w_post.user_id");
      assertSql(
          select(Post_.id).leftJoin(Post_.author),
          "SELECT w_post.id FROM w_post LEFT OUTER JOIN w_user ON w_user.id = w_post.user_id");
      assertSql(
          select(User_.id).join(User_.posts, p),
          "SELECT w_user.id FROM w_user JOIN w_post AS p ON w_user.id = p.user_id");
      assertSql(
          select(Event_.id).join(Event_.hall),
          "SELECT w_event.id FROM w_event JOIN w_hall ON w_hall.building = w_event.hall_building"
              + " AND w_hall.number = w_event.hall_number");
    }

    @Test
    void join_manyToMany_goesThroughAnAliasOfTheLinkTable() {
      assertSql(
          select(Post_.id).join(Post_.tags),
          "SELECT w_post.id FROM w_post JOIN w_post_tag AS w_post_tag_1 ON w_post.id ="
              + " w_post_tag_1.post_id JOIN w_tag ON w_tag.id = w_post_tag_1.tag_id");
      assertSql(
          select(Post_.id).leftJoin(Post_.tags),
          "SELECT w_post.id FROM w_post LEFT OUTER JOIN (w_post_tag AS w_post_tag_1 JOIN w_tag ON"
              + " w_tag.id = w_post_tag_1.tag_id) ON w_post.id = w_post_tag_1.post_id");
    }

    @Test
    void join_criteria_areAddedToTheCondition() {
      assertSql(
          select(Post_.id).leftJoin(Post_.tags.and(Tag_.name.eq("x"))),
          "SELECT w_post.id FROM w_post LEFT OUTER JOIN (w_post_tag AS w_post_tag_1 JOIN w_tag ON"
              + " w_tag.id = w_post_tag_1.tag_id AND w_tag.name = ?) ON w_post.id ="
              + " w_post_tag_1.post_id");
      String aliased = "SELECT w_user.id FROM w_user JOIN w_post AS p ON w_user.id = p.user_id AND"
          + " p.title = ?";
      assertSql(select(User_.id).join(User_.posts.and(Post_.title.eq("x")), p), aliased);
      assertSql(select(User_.id).join(User_.posts.ofType(p).and(Post_.title.eq("x"))), aliased);
      assertSql(select(User_.id).join(User_.posts.ofType(p), p.title.eq("x")), aliased);
    }

    @Test
    void join_severalLevels_goOnFromWhereTheyAre() {
      assertSql(
          select(User_.id).join(User_.posts).join(Post_.tags),
          "SELECT w_user.id FROM w_user JOIN w_post ON w_user.id = w_post.user_id JOIN w_post_tag"
              + " AS w_post_tag_1 ON w_post.id = w_post_tag_1.post_id JOIN w_tag ON w_tag.id ="
              + " w_post_tag_1.tag_id");
      assertSql(
          select(Tag_.id).from(Post_.entity).join(Post_.tags),
          "SELECT w_tag.id FROM w_post JOIN w_post_tag AS w_post_tag_1 ON w_post.id ="
              + " w_post_tag_1.post_id JOIN w_tag ON w_tag.id = w_post_tag_1.tag_id");
    }

    @Test
    void join_entityWithItself_needsAnAlias() {
      assertSql(
          select(Employee_.id).join(Employee_.manager, boss),
          "SELECT w_employee.id FROM w_employee JOIN w_employee AS boss ON boss.id ="
              + " w_employee.manager_id");
      assertSql(
          select(boss.id).join(boss.manager),
          "SELECT boss.id FROM w_employee AS boss JOIN w_employee ON w_employee.id ="
              + " boss.manager_id");
      assertSql(
          select(Employee_.id).join(Employee_.subordinates, Employee_.as()),
          "SELECT w_employee.id FROM w_employee JOIN w_employee AS w_employee_1 ON w_employee.id ="
              + " w_employee_1.manager_id");
    }

    @ForEachDatabase
    void join_entityWithItselfWithoutAlias_saysSo(TestDatabase database) {
      assertThatThrownBy(() -> database.engine().inTransaction(connection -> {
            connection.execute(select(Employee_.id).join(Employee_.manager));
          }))
          .hasMessage("Cannot join along Employee.manager: it leads from Employee to the same rows."
              + " Join an alias: join(Employee.manager, Employee_.as(\"…\")). [MAP-301]");
    }

    @Test
    void join_ofEntities_isOneThingToSelectFrom() {
      assertSql(
          select(Tag_.id).from(Post_.entity.leftJoin(Post_.tags)),
          "SELECT w_tag.id FROM w_post LEFT OUTER JOIN (w_post_tag AS w_post_tag_1 JOIN w_tag ON"
              + " w_tag.id = w_post_tag_1.tag_id) ON w_post.id = w_post_tag_1.post_id");
      assertSql(
          select(Post_.id).from(boss.join(boss.manager), Post_.entity),
          "SELECT w_post.id FROM w_employee AS boss JOIN w_employee ON w_employee.id ="
              + " boss.manager_id, w_post");
      assertThatThrownBy(() -> boss.join(Employee_.manager))
          .hasMessageContaining("Cannot join Employee as boss along Employee.manager: that is a"
              + " relationship of another occurrence");
    }

    @Test
    void join_aliasOfAnotherEntity_isRefusedAtOnce() {
      assertThatThrownBy(() -> select(User_.id).join(User_.posts, Tag_.as("t")))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("Cannot join User.posts to Tag as t: it leads to Post");
    }

    @Test
    void join_entityWithCondition_isAPlainJoin() {
      assertSql(
          select(User_.id).join(Tag_.entity, Tag_.id.eq(User_.id)),
          "SELECT w_user.id FROM w_user JOIN w_tag ON w_tag.id = w_user.id");
    }
  }

  @Nested
  @Parity("ORM-REL-29")
  class Tests {
    private final User user = new User("ann");
    private final Employee_.As boss = Employee_.as("boss");

    @Test
    void reference_comparedWithAnObject_comparesKeys() {
      assertWhere(Post_.entity, Post_.author.eq(user), "w_post.user_id = ?");
      assertWhere(
          Post_.entity, Post_.author.ne(user), "w_post.user_id != ? OR w_post.user_id IS NULL");
      Hall hall = new Hall("a", 2);
      String same = "w_event.hall_building = ? AND w_event.hall_number = ?";
      assertWhere(Event_.entity, Event_.hall.eq(hall), same);
      assertWhere(
          Event_.entity, Event_.hall.eq(hall).or(Event_.id.eq(3)), same + " OR w_event.id = ?");
      assertWhere(
          Event_.entity,
          Event_.hall.ne(hall),
          "w_event.hall_building != ? OR w_event.hall_building IS NULL OR w_event.hall_number != ?"
              + " OR w_event.hall_number IS NULL");
    }

    @Test
    void reference_comparedWithNull_testsTheForeignKey() {
      assertWhere(Post_.entity, Post_.author.eq(null), "w_post.user_id IS NULL");
      assertWhere(Post_.entity, Post_.author.ne(null), "w_post.user_id IS NOT NULL");
      assertWhere(
          Event_.entity,
          Event_.hall.isNull(),
          "w_event.hall_building IS NULL AND w_event.hall_number IS NULL");
    }

    @Test
    void reference_foreignKeyAtTheOtherEnd_asksForItsRow() {
      Profile profile = new Profile("x");
      assertWhere(User_.entity, User_.profile.eq(profile), "w_user.id = ?");
      assertWhere(
          User_.entity,
          User_.profile.ne(profile),
          "NOT (EXISTS (SELECT 1 FROM w_profile WHERE w_user.id = w_profile.user_id AND"
              + " w_profile.id = ?))");
      assertWhere(
          User_.entity,
          User_.profile.isNull(),
          "NOT (EXISTS (SELECT 1 FROM w_profile WHERE w_user.id = w_profile.user_id))");
    }

    @Test
    void contains_object_comparesKeysOrAsksTheLinkTable() {
      assertWhere(User_.entity, User_.posts.contains(new Post("x")), "w_user.id = ?");
      assertWhere(
          Post_.entity,
          Post_.tags.contains(new Tag("x")),
          "EXISTS (SELECT 1 FROM w_post_tag WHERE w_post.id = w_post_tag.post_id AND"
              + " w_post_tag.tag_id = ?)");
    }

    @Test
    void anyAndHas_becomeSubqueries() {
      String titled = "EXISTS (SELECT 1 FROM w_post WHERE w_user.id = w_post.user_id AND"
          + " w_post.title = ?)";
      assertWhere(User_.entity, User_.posts.any(post -> post.title.eq("x")), titled);
      assertWhere(User_.entity, User_.posts.any(Post_.title.eq("x")), titled);
      assertWhere(User_.entity, User_.posts.and(Post_.title.eq("x")).any(), titled);
      assertWhere(
          User_.entity,
          User_.posts.isEmpty(),
          "NOT (EXISTS (SELECT 1 FROM w_post WHERE w_user.id = w_post.user_id))");
      assertWhere(
          Post_.entity,
          Post_.author.has(author -> author.name.eq("x")),
          "EXISTS (SELECT 1 FROM w_user WHERE w_user.id = w_post.user_id AND w_user.name = ?)");
      assertWhere(
          User_.entity,
          User_.posts.any(post -> post.tags.any(tag -> tag.name.eq("x"))),
          "EXISTS (SELECT 1 FROM w_post WHERE w_user.id = w_post.user_id AND (EXISTS (SELECT 1 FROM"
              + " w_tag, w_post_tag WHERE w_post.id = w_post_tag.post_id AND w_tag.id ="
              + " w_post_tag.tag_id AND w_tag.name = ?)))");
    }

    @Test
    void anyAndHas_entityRelatedToItself_tellBothApart() {
      String named = "EXISTS (SELECT 1 FROM w_employee AS w_employee_1 WHERE w_employee.id ="
          + " w_employee_1.manager_id AND w_employee_1.name = ?)";
      assertWhere(Employee_.entity, Employee_.subordinates.any(e -> e.name.eq("x")), named);
      assertWhere(Employee_.entity, Employee_.subordinates.any(Employee_.name.eq("x")), named);
      assertWhere(
          Employee_.entity,
          Employee_.manager.has(e -> e.name.ne(Employee_.name)),
          "EXISTS (SELECT 1 FROM w_employee AS w_employee_1 WHERE w_employee_1.id ="
              + " w_employee.manager_id AND w_employee_1.name != w_employee.name)");
      assertWhere(
          boss,
          boss.subordinates.any(e -> e.name.eq("x")),
          "EXISTS (SELECT 1 FROM w_employee WHERE boss.id = w_employee.manager_id AND"
              + " w_employee.name = ?)");
      assertWhere(
          Person_.entity,
          Person_.following.any(e -> e.name.eq("x")),
          "EXISTS (SELECT 1 FROM w_person AS w_person_1, w_following WHERE w_person.id ="
              + " w_following.follower_id AND w_person_1.id = w_following.followed_id AND"
              + " w_person_1.name = ?)");
    }

    @Test
    void ofType_alias_isTheOneInTheSubquery() {
      var p = Post_.as("p");
      assertWhere(
          User_.entity,
          User_.posts.ofType(p).any(p.title.eq("x")),
          "EXISTS (SELECT 1 FROM w_post AS p WHERE w_user.id = p.user_id AND p.title = ?)");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void contains_objectOfAnotherClass_isRefusedAtOnce() {
      assertThatThrownBy(() -> ((CollectionAttribute) User_.posts).contains(user))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("Cannot compare User.posts with an object of "
              + User.class.getName() + ": it leads to Post");
      assertThatThrownBy(() -> User_.posts.contains(null)).isInstanceOf(ArgumentException.class);
    }
  }

  @Nested
  class Parents {
    @Test
    void withParent_object_isBoundInPlaceOfItsRow() {
      var p = Post_.as("p");
      User user = new User("ann");
      assertWhere(Post_.entity, withParent(user, User_.posts), "w_post.user_id = ?");
      assertWhere(p, withParent(user, User_.posts.ofType(p)), "p.user_id = ?");
      assertWhere(User_.entity, withParent(new Post("x"), Post_.author), "w_user.id = ?");
      assertWhere(
          Tag_.entity,
          withParent(new Post("x"), Post_.tags),
          "EXISTS (SELECT 1 FROM w_post_tag WHERE w_post_tag.post_id = ? AND w_tag.id ="
              + " w_post_tag.tag_id)");
    }

    @Test
    void subquery_ofEntities_isCorrelated() {
      assertSql(
          select(User_.id).where(exists(select(Post_.id).where(Post_.userId.eq(User_.id)))),
          "SELECT w_user.id FROM w_user WHERE EXISTS (SELECT w_post.id FROM w_post WHERE"
              + " w_post.user_id = w_user.id)");
    }
  }

  @Nested
  class Running {
    private Engine engine;
    private SessionFactory sessions;

    @BeforeEach
    void fill(TestDatabase database) {
      engine = database.engine();
      sessions = SessionFactory.of(engine, MODELS);
      MODELS.metadata().createAll(engine);
      engine.inTransaction(connection -> {
        connection.execute(insert(MODELS.metadata().table("w_user"))
            .values(row("id", 1, "name", "ann"), row("id", 2, "name", "bob")));
        connection.execute(insert(MODELS.metadata().table("w_post"))
            .values(
                row("id", 1, "title", "a", "user_id", 1),
                row("id", 2, "title", "b", "user_id", 2),
                row("id", 3, "title", "c", "user_id", null)));
        connection.execute(
            insert(MODELS.metadata().table("w_tag")).values(row("id", 1, "name", "x")));
        connection.execute(
            insert(MODELS.metadata().table("w_post_tag")).values(row("post_id", 2, "tag_id", 1)));
      });
    }

    private <T> List<T> all(Select<T> select) {
      try (Connection connection = engine.connect()) {
        return connection.scalars(select).all();
      }
    }

    private List<Integer> posts(Condition condition) {
      return all(select(Post_.id).where(condition).orderBy(Post_.id));
    }

    @ForEachDatabase
    @Parity("ORM-REL-29")
    void tests_onRows_findThoseMeant() {
      User ann = new User("ann");
      ann.id = 1;
      Tag tag = new Tag("x");
      tag.id = 1;

      assertThat(posts(Post_.author.eq(ann))).containsExactly(1);
      assertThat(posts(Post_.author.ne(ann))).containsExactly(2, 3);
      assertThat(posts(Post_.author.isNull())).containsExactly(3);
      assertThat(posts(Post_.tags.contains(tag))).containsExactly(2);
      assertThat(posts(Post_.tags.contains(tag).not())).containsExactly(1, 3);
      assertThat(posts(Post_.author.has(u -> u.name.eq("bob")))).containsExactly(2);
      assertThat(posts(withParent(ann, User_.posts))).containsExactly(1);
      assertThat(posts(withParent(tag, Tag_.posts))).containsExactly(2);
    }

    @ForEachDatabase
    @Parity("ORM-REL-29")
    void eq_sameStatementTwice_takesTheKeyOfTheMoment() {
      User user = new User("ann");
      Select<Integer> select = select(Post_.id).where(Post_.author.eq(user));

      assertThatThrownBy(() -> all(select))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessage(
              "Cannot use Post.author with this User: User.id has no value yet. Add the object"
                  + " to a session and flush, or give it its key. [MAP-302]");
      user.id = 1;
      assertThat(all(select)).containsExactly(1);
      user.id = 2;
      assertThat(all(select)).containsExactly(2);
    }

    @ForEachDatabase
    @Parity("ORM-REL-29")
    void eq_expiredObject_isKnownByItsIdentity(TestDatabase database) {
      try (Session session = sessions.open()) {
        User ann = session.get(User.class, 1);
        session.expireAll();
        database.recorder().clear();

        assertThat(
                session.scalars(select(Post_.title).where(Post_.author.eq(ann))).all())
            .containsExactly("a");
        database
            .recorder()
            .assertStatements(sql("SELECT w_post.title FROM w_post WHERE w_post.user_id = ?", 1));
      }
    }

    @ForEachDatabase
    void update_whereRelated_changesRowsAndObjects() {
      try (Session session = sessions.open()) {
        User ann = session.get(User.class, 1);
        Post post = session.get(Post.class, 1);
        session.execute(
            Orm.update(Post.class).where(Post_.author.eq(ann)).set(Post_.title, "changed"));

        assertThat(post.title).isEqualTo("changed");
        assertThat(session
                .scalars(select(Post_.id).where(Post_.title.eq("changed")))
                .all())
            .containsExactly(1);
      }
    }

    @ForEachDatabase
    @Parity("ORM-QRY-06")
    void join_onRows_givesPairs() {
      assertThat(all(select(User_.name).join(User_.posts).join(Post_.tags))).containsExactly("bob");
      assertThat(all(select(Post_.id).leftJoin(Post_.tags).orderBy(Post_.id)))
          .containsExactly(1, 2, 3);
    }
  }
}
