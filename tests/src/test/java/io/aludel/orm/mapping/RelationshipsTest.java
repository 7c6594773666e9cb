package io.aludel.orm.mapping;

import static io.aludel.schema.Schema.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.world.Document;
import io.aludel.fixture.world.Employee;
import io.aludel.fixture.world.Event;
import io.aludel.fixture.world.Node;
import io.aludel.fixture.world.Person;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Profile;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.World;
import io.aludel.orm.annotation.Cascade;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import org.junit.jupiter.api.Test;

/** What a registry makes of relationships. */
class RelationshipsTest {
  private final Registry world = World.registry();

  @ForEachDatabase
  void metadata_everyKindOfRelationship_canBeCreatedAndDropped(TestDatabase database) {
    world.metadata().createAll(database.engine());
    world.metadata().dropAll(database.engine());

    assertThat(world.metadata().findTable("w_post_tag")).isNotNull();
  }

  private RelationshipProperty of(Class<?> entity, String name) {
    return world.mapper(entity).relationship(name);
  }

  @Test
  void relationship_foreignKeyAtTheTarget_isOneToMany() {
    RelationshipProperty posts = of(User.class, "posts");

    assertThat(posts.direction()).isEqualTo(Direction.ONE_TO_MANY);
    assertThat(posts.isCollection()).isTrue();
    assertThat(posts.reverse()).isSameAs(of(Post.class, "author"));
    assertThat(posts.join().pairs()).hasToString("[w_user.id -> w_post.user_id]");
    assertThat(posts.join().copied()).hasToString("[w_user.id -> w_post.user_id]");
    assertThat(posts.cascades(Cascade.DELETE_ORPHAN)).isTrue();
    assertThat(posts.cascades(Cascade.EXPUNGE)).isTrue();
    assertThat(of(User.class, "edited").join().pairs())
        .hasToString("[w_user.id -> w_post.editor_id]");
  }

  @Test
  void relationship_foreignKeyAtTheOwner_isManyToOne() {
    RelationshipProperty author = of(Post.class, "author");

    assertThat(author.direction()).isEqualTo(Direction.MANY_TO_ONE);
    assertThat(author.join().pairs()).hasToString("[w_post.user_id -> w_user.id]");
    assertThat(author.join().copied()).hasToString("[w_user.id -> w_post.user_id]");
    assertThat(author.join().isKeyLookup()).isTrue();
    assertThat(of(User.class, "profile").direction()).isEqualTo(Direction.ONE_TO_MANY);
    assertThat(of(User.class, "profile").isCollection()).isFalse();
  }

  @Test
  void relationship_linkTable_isDeclaredWithAKeyOfBothEnds() {
    RelationshipProperty tags = of(Post.class, "tags");

    assertThat(tags.direction()).isEqualTo(Direction.MANY_TO_MANY);
    assertThat(tags.secondary()).isSameAs(of(Tag.class, "posts").secondary());
    assertThat(tags.join().copied()).hasToString("[w_post.id -> w_post_tag.post_id]");
    assertThat(tags.join().copiedFromTarget()).hasToString("[w_tag.id -> w_post_tag.tag_id]");
    assertThat(of(Tag.class, "posts").join().copied())
        .hasToString("[w_tag.id -> w_post_tag.tag_id]");
    assertThat(world.metadata().table("w_post_tag").primaryKey().columnNames())
        .containsExactly("post_id", "tag_id");
  }

  @Test
  void relationship_entityToItself_followsTheKindOfField() {
    assertThat(of(Employee.class, "manager").direction()).isEqualTo(Direction.MANY_TO_ONE);
    assertThat(of(Employee.class, "subordinates").direction()).isEqualTo(Direction.ONE_TO_MANY);
    assertThat(of(Node.class, "children").direction()).isEqualTo(Direction.ONE_TO_MANY);
    assertThat(of(Person.class, "following").join().copied())
        .hasToString("[w_person.id -> w_following.follower_id]");
    assertThat(of(Person.class, "followers").join().copied())
        .hasToString("[w_person.id -> w_following.followed_id]");
  }

  @Test
  void joinColumn_withoutAttribute_isAHiddenColumn() {
    Mapper<Event> events = world.mapper(Event.class);

    assertThat(events.columnProperties())
        .extracting(ColumnProperty::name)
        .containsExactly("id", "name", "hall_building", "hall_number");
    assertThat(events.property("hall_number").isHidden()).isTrue();
    assertThat(events.property("hall_number").index()).isEqualTo(events.shape().size() + 1);
    assertThat(events.property("hall_number").type()).isEqualTo(SqlTypes.INTEGER);
    assertThat(events.relationship("hall").join().isKeyLookup()).isTrue();
    assertThat(world.mapper(Document.class).relationship("pages").mapKey()).isEqualTo("title");
  }

  @Test
  void relationships_classMissing_failsTheSameWayEachTime() {
    Registry registry = Registry.of(Employee.class, Post.class);
    for (int time = 0; time < 2; time++) {
      assertThatThrownBy(() -> registry.mapper(Employee.class).relationships())
          .isInstanceOf(MappingException.class)
          .hasMessage(
              "Post.author leads to io.aludel.fixture.world.User, which the registry does not"
                  + " map; it maps Employee, Post. Give that class to the same registry. [MAP-213]");
    }
  }

  @Test
  @Parity("ORM-MAP-13")
  void registry_anyOrder_namesAreLookedUpWhenNeeded() {
    MetaData metadata = new MetaData();
    Registry registry = Registry.over(metadata, Tag.class, Profile.class, Post.class, User.class);
    Table links = Table.of(
        "w_post_tag",
        metadata,
        column("post", ForeignKey.to("w_post.id")),
        column("tag", ForeignKey.to("w_tag.id")));

    assertThat(registry.mapper(Tag.class).relationship("posts").secondary()).isSameAs(links);
    assertThat(registry.mapper(Tag.class).relationship("posts").join().pairs())
        .hasToString("[w_tag.id -> w_post_tag.tag]");
    assertThat(registry.mapper(User.class).relationship("posts").target())
        .isSameAs(registry.mapper(Post.class));
  }

  @Test
  void reverse_bothSides_leadToEachOther() {
    for (Mapper<?> mapper : world.mappers()) {
      for (RelationshipProperty each : mapper.relationships()) {
        RelationshipProperty back = each.reverse();
        assertThat(back == null || back.reverse() == each).as("%s", each).isTrue();
      }
    }
  }
}
