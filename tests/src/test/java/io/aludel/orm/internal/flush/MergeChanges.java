package io.aludel.orm.internal.flush;

import io.aludel.fixture.world.Course;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Student;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.User;
import java.util.List;

/** What comes in by merging. */
final class MergeChanges {
  private final RandomChanges all;

  MergeChanges(RandomChanges all) {
    this.all = all;
  }

  List<Runnable> steps() {
    return List.of(this::mergeUser, this::mergePost, this::mergeGraph, this::mergeExpunged);
  }

  private PlainModel model() {
    return all.model();
  }

  /** Values come from a new object with the key of a stored one. */
  private void mergeUser() {
    String user = all.pick("user");
    if (user != null) {
      all.session().flush();
      String text = all.newName("name");
      all.say("flush, and merge a copy of " + user + " named " + text);
      User copy = new User(text);
      copy.id = all.<User>get(user).id;
      all.session().merge(copy);
      model().text(user, text);
    }
  }

  /** A collection of copies takes the place of the present one. */
  private void mergePost() {
    String post = all.pick("post");
    if (post == null || model().names("tag").isEmpty()) {
      return;
    }
    all.session().flush();
    all.say("flush, and merge a copy of " + post + " with other tags");
    Post own = all.get(post);
    Post copy = new Post(own.title);
    copy.id = own.id;
    for (String tag : model().names("tag")) {
      model().part("tagged", post, tag);
      if (copy.tags.isEmpty() || all.oneOf(3)) {
        Tag other = new Tag(model().text(tag));
        other.id = all.<Tag>get(tag).id;
        copy.tags.add(other);
        model().pair("tagged", post, tag);
      }
    }
    all.session().merge(copy);
  }

  private void mergeGraph() {
    String student = all.newName("student");
    String course = all.newName("course");
    Student given = new Student(student);
    given.courses.add(new Course(course));
    all.say("merge a new student and course");
    Student own = all.session().merge(given);
    all.add("student", student, own);
    all.add("course", course, own.courses.iterator().next());
    model().pair("takes", student, course);
  }

  private void mergeExpunged() {
    String tag = all.pick("tag");
    if (tag == null) {
      return;
    }
    all.session().flush();
    String text = all.newName("name");
    all.say("flush, expunge " + tag + ", and merge it as " + text);
    Tag expunged = all.get(tag);
    expunged.name.length(); // loads it
    all.session().expunge(expunged);
    expunged.name = text;
    all.put(tag, all.session().merge(expunged));
    model().text(tag, text);
    all.session().flush();
    all.session().expireAll();
  }
}
