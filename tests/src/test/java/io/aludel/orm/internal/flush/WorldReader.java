package io.aludel.orm.internal.flush;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.fixture.world.Course;
import io.aludel.fixture.world.Document;
import io.aludel.fixture.world.Employee;
import io.aludel.fixture.world.Event;
import io.aludel.fixture.world.Hall;
import io.aludel.fixture.world.LineItem;
import io.aludel.fixture.world.Node;
import io.aludel.fixture.world.Page;
import io.aludel.fixture.world.Person;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Product;
import io.aludel.fixture.world.Profile;
import io.aludel.fixture.world.PurchaseOrder;
import io.aludel.fixture.world.Student;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.User;
import io.aludel.orm.Orm;
import io.aludel.sql.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The world as the database has it, and as its objects have it: the lines that a plain model writes. */
final class WorldReader {
  private static final List<List<String>> QUERIES = List.of(
      List.of("user", "SELECT name FROM w_user"),
      List.of("post", "SELECT title FROM w_post"),
      List.of("author", "SELECT p.title, u.name FROM w_post p JOIN w_user u ON u.id = p.user_id"),
      List.of("editor", "SELECT p.title, u.name FROM w_post p JOIN w_user u ON u.id = p.editor_id"),
      List.of("tag", "SELECT name FROM w_tag"),
      List.of("tagged", """
          SELECT p.title, t.name FROM w_post_tag x
          JOIN w_post p ON p.id = x.post_id JOIN w_tag t ON t.id = x.tag_id"""),
      List.of("profile", "SELECT bio FROM w_profile"),
      List.of(
          "profiled", "SELECT p.bio, u.name FROM w_profile p JOIN w_user u ON u.id = p.user_id"),
      List.of("student", "SELECT name FROM w_student"),
      List.of("course", "SELECT name FROM w_course"),
      List.of("takes", """
          SELECT s.name, c.name FROM w_student_course x
          JOIN w_student s ON s.id = x.student_id JOIN w_course c ON c.id = x.course_id"""),
      List.of("employee", "SELECT name FROM w_employee"),
      List.of("manager", """
          SELECT e.name, m.name FROM w_employee e JOIN w_employee m ON m.id = e.manager_id"""),
      List.of("node", "SELECT name FROM w_node"),
      List.of("parent", "SELECT n.name, p.name FROM w_node n JOIN w_node p ON p.id = n.parent_id"),
      List.of("person", "SELECT name FROM w_person"),
      List.of("following", """
          SELECT a.name, b.name FROM w_following x
          JOIN w_person a ON a.id = x.follower_id JOIN w_person b ON b.id = x.followed_id"""),
      List.of("order", "SELECT customer FROM w_order"),
      List.of("product", "SELECT name FROM w_product"),
      List.of("line", """
          SELECT o.customer, p.name, l.quantity FROM w_line_item l
          JOIN w_order o ON o.id = l.order_id JOIN w_product p ON p.id = l.product_id"""),
      List.of("hall", "SELECT building, number FROM w_hall"),
      List.of("event", "SELECT name FROM w_event"),
      List.of(
          "takesPlace",
          "SELECT name, concat(hall_building, ' ', hall_number) FROM w_event"
              + " WHERE hall_number IS NOT NULL"),
      List.of("document", "SELECT name FROM w_document"),
      List.of("page", "SELECT title FROM w_page"),
      List.of("pageOf", """
          SELECT p.title, d.name FROM w_page p JOIN w_document d ON d.id = p.document_id"""),
      List.of("cover", """
          SELECT d.name, p.title FROM w_document d JOIN w_page p ON p.id = d.cover_id"""),
      List.of("locker", "SELECT owner, number FROM w_locker"));

  private static final Set<String> RELATIONS = Set.of(
      "author",
      "editor",
      "tagged",
      "profiled",
      "takes",
      "manager",
      "parent",
      "following",
      "takesPlace",
      "pageOf",
      "cover");

  private WorldReader() {}

  /** What the database holds. */
  static Collection<String> stored(Engine engine) {
    Set<String> lines = new TreeSet<>();
    try (Connection connection = engine.connect()) {
      for (List<String> query : allQueries()) {
        String glue = isRelation(query.get(0)) ? " -> " : " ";
        for (Row row : connection.execute(Orm.text(query.get(1))).all()) {
          StringBuilder line = new StringBuilder(query.get(0)).append(' ').append(row.get(0));
          for (int i = 1; i < row.size(); i++) {
            line.append(glue).append(row.get(i));
          }
          lines.add(line.toString());
        }
      }
    }
    return lines;
  }

  private static List<List<String>> allQueries() {
    List<List<String>> all = new ArrayList<>(QUERIES);
    all.addAll(HierarchyReader.QUERIES);
    return all;
  }

  private static boolean isRelation(String kind) {
    return RELATIONS.contains(kind) || HierarchyReader.RELATIONS.contains(kind);
  }

  /** Makes all tables empty. */
  static void clear(Engine engine) {
    try (Connection connection = engine.connect()) {
      connection.execute(Orm.text("UPDATE w_node SET parent_id = NULL"));
      connection.execute(Orm.text("UPDATE w_employee SET manager_id = NULL"));
      connection.execute(Orm.text("UPDATE w_document SET cover_id = NULL"));
      connection.execute(Orm.text("UPDATE h_engineer SET lead_id = NULL"));
      for (String table :
          List.of("engineer", "boss", "manager", "employee", "vehicle", "company")) {
        connection.execute(Orm.text("DELETE FROM h_" + table));
      }
      for (String table : List.of(
          "post_tag",
          "following",
          "profile",
          "post",
          "tag",
          "user",
          "person",
          "node",
          "page",
          "document",
          "employee",
          "student_course",
          "student",
          "course",
          "line_item",
          "order",
          "product",
          "event",
          "hall",
          "locker")) {
        connection.execute(Orm.text("DELETE FROM w_" + table));
      }
      connection.commit();
    }
  }

  /** What some objects say, each relationship from both of its sides; loads what is not loaded. */
  static Collection<String> live(Collection<Object> objects) {
    Set<String> lines = new TreeSet<>();
    objects.forEach(object -> read(object, lines));
    return lines;
  }

  private static void read(Object object, Set<String> lines) {
    if (object instanceof User user) {
      lines.add("user " + user.name);
      user.posts.forEach(post -> lines.add(arrow("author", post.title, user.name)));
      user.edited.forEach(post -> lines.add(arrow("editor", post.title, user.name)));
      if (user.profile != null) {
        lines.add(arrow("profiled", user.profile.bio, user.name));
      }
    } else if (object instanceof Post post) {
      lines.add("post " + post.title);
      if (post.author != null) {
        lines.add(arrow("author", post.title, post.author.name));
      }
      if (post.editor != null) {
        lines.add(arrow("editor", post.title, post.editor.name));
      }
      post.tags.forEach(tag -> lines.add(arrow("tagged", post.title, tag.name)));
    } else if (object instanceof Tag tag) {
      lines.add("tag " + tag.name);
      tag.posts.forEach(post -> lines.add(arrow("tagged", post.title, tag.name)));
    } else if (object instanceof Profile profile) {
      lines.add("profile " + profile.bio);
      if (profile.user != null) {
        lines.add(arrow("profiled", profile.bio, profile.user.name));
      }
    } else if (object instanceof Student student) {
      lines.add("student " + student.name);
      student.courses.forEach(course -> lines.add(arrow("takes", student.name, course.name)));
    } else if (object instanceof Course course) {
      lines.add("course " + course.name);
      course.students.forEach(student -> lines.add(arrow("takes", student.name, course.name)));
    } else {
      readMore(object, lines);
    }
  }

  private static void readMore(Object object, Set<String> lines) {
    if (object instanceof Employee employee) {
      lines.add("employee " + employee.name);
      if (employee.manager != null) {
        lines.add(arrow("manager", employee.name, employee.manager.name));
      }
      employee.subordinates.forEach(
          other -> lines.add(arrow("manager", other.name, employee.name)));
    } else if (object instanceof Node node) {
      lines.add("node " + node.name);
      if (node.parent != null) {
        lines.add(arrow("parent", node.name, node.parent.name));
      }
      node.children.forEach(child -> lines.add(arrow("parent", child.name, node.name)));
    } else if (object instanceof Person person) {
      lines.add("person " + person.name);
      person.following.forEach(other -> lines.add(arrow("following", person.name, other.name)));
      person.followers.forEach(other -> lines.add(arrow("following", other.name, person.name)));
    } else if (object instanceof PurchaseOrder order) {
      lines.add("order " + order.customer);
      order.lines.forEach(line -> lines.add(line(line)));
    } else if (object instanceof Product product) {
      lines.add("product " + product.name);
      product.lines.forEach(line -> lines.add(line(line)));
    } else if (object instanceof LineItem line) {
      lines.add(line(line));
    } else if (object instanceof Locker locker) {
      lines.add("locker " + locker.owner + " " + locker.number);
    } else {
      readLast(object, lines);
    }
  }

  private static void readLast(Object object, Set<String> lines) {
    if (object instanceof Hall hall) {
      lines.add("hall " + hall.building + " " + hall.number);
      hall.events.forEach(
          event -> lines.add(arrow("takesPlace", event.name, hall.building + " " + hall.number)));
    } else if (object instanceof Event event) {
      lines.add("event " + event.name);
      if (event.hall != null) {
        lines.add(arrow("takesPlace", event.name, event.hall.building + " " + event.hall.number));
      }
    } else if (object instanceof Document document) {
      lines.add("document " + document.name);
      document.pages.forEach((title, page) -> lines.add(arrow("pageOf", title, document.name)));
      if (document.cover != null) {
        lines.add(arrow("cover", document.name, document.cover.title));
      }
    } else if (object instanceof Page page) {
      lines.add("page " + page.title);
      if (page.document != null) {
        lines.add(arrow("pageOf", page.title, page.document.name));
      }
    } else {
      HierarchyReader.read(object, lines);
    }
  }

  private static String line(LineItem line) {
    return "line " + line.order.customer + " " + line.product.name + " " + line.quantity;
  }

  static String arrow(String relation, String from, String to) {
    return relation + " " + from + " -> " + to;
  }
}
