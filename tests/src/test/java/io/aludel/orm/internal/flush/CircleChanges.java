package io.aludel.orm.internal.flush;

import io.aludel.fixture.world.Course;
import io.aludel.fixture.world.Employee;
import io.aludel.fixture.world.Node;
import io.aludel.fixture.world.Person;
import io.aludel.fixture.world.Student;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What happens to trees, and to things that are related to many of their own or another kind. */
final class CircleChanges {
  private final RandomChanges all;

  CircleChanges(RandomChanges all) {
    this.all = all;
  }

  List<Runnable> steps() {
    return List.of(
        this::addNode,
        this::addNode,
        this::addNode,
        this::moveNode,
        this::moveNode,
        this::partNode,
        this::deleteNode,
        this::addPerson,
        this::follow,
        this::follow,
        this::deletePerson,
        this::addEmployee,
        this::addEmployee,
        this::manage,
        this::manage,
        this::manageByKey,
        this::deleteEmployee,
        this::addStudentOrCourse,
        this::take,
        this::take,
        this::takeSome,
        this::deleteStudentOrCourse);
  }

  private PlainModel model() {
    return all.model();
  }

  // Nodes: children go with their parent

  private Node node(String name) {
    return all.get(name);
  }

  private void addNode() {
    String parent = all.oneOf(4) ? null : all.pick("node");
    String name = all.newName("node");
    Node node = all.add("node", name, new Node(name));
    all.say("  below " + parent);
    if (parent != null && all.oneOf(2)) {
      node(parent).children.add(node);
    } else if (parent != null) {
      node.parent = node(parent);
    }
    all.session().add(node);
    model().set("parent", name, parent);
  }

  private void moveNode() {
    String node = all.pick("node");
    String parent = all.pick("node");
    if (node == null || parent == null || model().isBelow("parent", parent, node)) {
      return;
    }
    all.say("move " + node + " below " + parent);
    Node moved = node(node);
    Node above = node(parent);
    if (all.oneOf(2)) {
      moved.parent = above;
    } else if (!above.children.contains(moved)) {
      above.children.add(moved);
    }
    model().set("parent", node, parent);
  }

  private void partNode() {
    String node = all.pick("node");
    String parent = node == null ? null : model().get("parent", node);
    if (parent != null) {
      all.session().flush();
      all.say("flush, and part " + node + " from " + parent);
      node(parent).children.remove(node(node));
      model().withAllBelow("parent", node).forEach(model()::remove);
    }
  }

  private void deleteNode() {
    String node = all.pick("node");
    if (node != null) {
      all.delete(node);
      model().withAllBelow("parent", node).forEach(model()::remove);
    }
  }

  // Persons: many-to-many with themselves

  private Person person(String name) {
    return all.get(name);
  }

  private void addPerson() {
    String name = all.newName("person");
    all.session().add(all.add("person", name, new Person(name)));
  }

  private void follow() {
    String one = all.pick("person");
    String other = all.pick("person");
    if (one == null || other == null) {
      return;
    }
    boolean ofFollower = all.oneOf(2);
    if (model().isPaired("following", one, other)) {
      all.say(one + " stops following " + other);
      if (ofFollower) {
        person(one).following.remove(person(other));
      } else {
        person(other).followers.remove(person(one));
      }
      model().part("following", one, other);
    } else {
      all.say(one + " follows " + other);
      if (ofFollower) {
        person(one).following.add(person(other));
      } else {
        person(other).followers.add(person(one));
      }
      model().pair("following", one, other);
    }
  }

  private void deletePerson() {
    String person = all.pick("person");
    if (person != null) {
      all.delete(person);
      model().remove(person);
    }
  }

  // Employees: a tree whose parts outlive their top

  private Employee employee(String name) {
    return all.get(name);
  }

  private void addEmployee() {
    String name = all.newName("employee");
    String manager = all.pick("employee");
    Employee employee = all.add("employee", name, new Employee(name));
    all.say("  below " + manager);
    if (manager != null) {
      employee.manager = employee(manager);
    }
    all.session().add(employee);
    model().set("manager", name, manager);
  }

  private void manage() {
    String employee = all.pick("employee");
    String manager = all.oneOf(3) ? null : all.pick("employee");
    if (employee == null || model().isBelow("manager", manager, employee)) {
      return;
    }
    all.say(manager + " manages " + employee);
    Employee managed = employee(employee);
    String former = model().get("manager", employee);
    if (manager != null && all.oneOf(2)) {
      Employee above = employee(manager);
      if (!above.subordinates.contains(managed)) {
        above.subordinates.add(managed);
      }
    } else if (manager == null && former != null && all.oneOf(2)) {
      employee(former).subordinates.remove(managed);
    } else {
      managed.manager = manager == null ? null : employee(manager);
    }
    model().set("manager", employee, manager);
  }

  /** The foreign key attribute is set by hand. */
  private void manageByKey() {
    String employee = all.pick("employee");
    String manager = all.oneOf(3) ? null : all.pick("employee");
    if (employee == null || model().isBelow("manager", manager, employee)) {
      return;
    }
    all.say(manager + " manages " + employee + " by key");
    all.session().flush();
    employee(employee).managerId = manager == null ? null : employee(manager).id;
    all.session().flush();
    all.session().expireAll();
    model().set("manager", employee, manager);
  }

  private void deleteEmployee() {
    String employee = all.pick("employee");
    if (employee != null) {
      all.delete(employee);
      model().remove(employee);
    }
  }

  // Students and courses

  private Student student(String name) {
    return all.get(name);
  }

  private Course course(String name) {
    return all.get(name);
  }

  private void addStudentOrCourse() {
    if (all.oneOf(2)) {
      String name = all.newName("student");
      all.session().add(all.add("student", name, new Student(name)));
    } else {
      String name = all.newName("course");
      all.session().add(all.add("course", name, new Course(name)));
    }
  }

  private void take() {
    String student = all.pick("student");
    String course = all.pick("course");
    if (student == null || course == null) {
      return;
    }
    boolean ofStudent = all.oneOf(2);
    boolean takes = model().isPaired("takes", student, course);
    all.say(student + (takes ? " drops " : " takes ") + course);
    if (takes && ofStudent) {
      student(student).courses.remove(course(course));
    } else if (takes) {
      course(course).students.remove(student(student));
    } else if (ofStudent) {
      student(student).courses.add(course(course));
    } else {
      course(course).students.add(student(student));
    }
    if (takes) {
      model().part("takes", student, course);
    } else {
      model().pair("takes", student, course);
    }
  }

  private void takeSome() {
    String course = all.pick("course");
    if (course != null) {
      all.say("replace the students of " + course);
      Set<Student> students = new LinkedHashSet<>();
      for (String student : model().names("student")) {
        model().part("takes", student, course);
        if (all.oneOf(2)) {
          students.add(student(student));
          model().pair("takes", student, course);
        }
      }
      course(course).students = students;
    }
  }

  private void deleteStudentOrCourse() {
    String name = all.pick(all.oneOf(2) ? "student" : "course");
    if (name != null) {
      all.delete(name);
      model().remove(name);
    }
  }
}
