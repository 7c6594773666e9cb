package io.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.world.Document;
import io.aludel.fixture.world.Employee;
import io.aludel.fixture.world.Node;
import io.aludel.fixture.world.Page;
import io.aludel.fixture.world.World;
import io.aludel.orm.CircularDependencyException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of one class that refer to each other, and classes that refer to each other. */
@ForEachDatabase
class CircularRowsTest {
  private static final Registry MODELS = World.registry();

  private StatementRecorder recorder;
  private Session session;

  @BeforeEach
  void createTables(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    recorder = database.recorder();
    recorder.clear();
    session = SessionFactory.of(database.engine(), MODELS).open();
  }

  @AfterEach
  void close() {
    session.close();
    recorder.clear();
  }

  private List<String> flush() {
    recorder.clear();
    session.flush();
    return Writes.take(recorder);
  }

  private static Node node(String name, Node... children) {
    Node node = new Node(name);
    node.children.addAll(List.of(children));
    return node;
  }

  @Test
  @Parity("ORM-SES-36")
  void flush_tree_insertsOneBatchAGeneration() {
    Node root = node("root", node("a", node("a1"), node("a2")), node("b", node("b1")), node("c"));
    session.add(root);

    // pages of one INSERT are put together by Writes, so the order is told by the values
    assertThat(flush())
        .containsExactly("INSERT w_node(name,parent_id) [root, null] [a, 1] [b, 1] [c, 1] [a1, 2]"
            + " [a2, 2] [b1, 3]");
  }

  @Test
  @Parity({"ORM-SES-36", "ORM-REL-07"})
  void delete_tree_deletesFromTheLeaves() {
    Node root = node("root", node("a", node("a1")), node("b"));
    session.add(root);
    session.flush();
    session.delete(root);

    assertThat(flush())
        .containsExactly(
            "DELETE FROM w_node WHERE w_node.id = ? [3] [4]".replace("[3] [4]", ids(root, 2)),
            "DELETE FROM w_node WHERE w_node.id = ? " + ids(root, 1),
            "DELETE FROM w_node WHERE w_node.id = ? [1]");
  }

  /** Leaves first: {@code b} is a leaf, so it goes with {@code a1}. */
  private static String ids(Node root, int level) {
    Node a = root.children.get(0);
    Node b = root.children.get(1);
    return level == 1
        ? List.of(a.id).toString()
        : java.util.stream.Stream.of(a.children.get(0).id, b.id)
            .sorted()
            .map(id -> "[" + id + "]")
            .collect(java.util.stream.Collectors.joining(" "));
  }

  @Test
  @Parity("ORM-SES-36")
  void flush_branchMovedBelowItsFormerChildsSibling_updatesOnlyIt() {
    Node root = node("root", node("a"), node("b"));
    session.add(root);
    session.flush();
    Node a = root.children.get(0);
    Node b = root.children.get(1);
    b.children.add(a);

    assertThat(root.children).containsExactly(b);
    assertThat(flush())
        .containsExactly(
            "UPDATE w_node SET parent_id = ? WHERE w_node.id = ? [" + b.id + ", " + a.id + "]");
  }

  @Test
  @Parity("ORM-SES-36")
  void flush_newParentAboveStoredNode_insertsBeforeTheUpdate() {
    Node leaf = node("leaf");
    session.add(leaf);
    session.flush();
    session.add(node("root", leaf));

    assertThat(flush())
        .containsExactly(
            "INSERT w_node(name,parent_id) [root, null]",
            "UPDATE w_node SET parent_id = ? WHERE w_node.id = ? [2, 1]");
  }

  @Test
  @Parity("ORM-SES-36")
  void flush_foreignKeysByHand_areOrderedByTheirValues() {
    Employee boss = new Employee("boss");
    boss.id = 7;
    Employee worker = new Employee("worker");
    worker.id = 3;
    worker.managerId = 7;
    session.addAll(List.of(worker, boss));

    assertThat(flush())
        .containsExactly("INSERT w_employee(id,name,manager_id) [7, boss, null] [3, worker, 7]");
    session.delete(boss);
    session.delete(worker);
    assertThat(flush())
        .containsExactly(
            "DELETE FROM w_employee WHERE w_employee.id = ? [3]",
            "DELETE FROM w_employee WHERE w_employee.id = ? [7]");
  }

  @Test
  @Parity({"ORM-SES-36", "ORM-ERR-11"})
  void flush_rowsThatReferToEachOther_listsTheCircleAndTheCure() {
    Employee ann = new Employee("Ann");
    Employee bob = new Employee("Bob");
    ann.manager = bob;
    bob.manager = ann;
    session.addAll(List.of(ann, bob));

    assertThatThrownBy(session::flush)
        .isInstanceOf(CircularDependencyException.class)
        .hasMessageContaining("insert Employee[new] (Employee.")
        .hasMessageContaining("Set postUpdate on Employee.")
        .hasMessageEndingWith("[ORM-403]");
    session.rollback();
  }

  @Test
  @Parity("ORM-SES-36")
  void flush_newRowThatRefersToItself_isACircleOfOne() {
    Employee ann = new Employee("Ann");
    ann.manager = ann;
    session.add(ann);

    assertThatThrownBy(session::flush).isInstanceOf(CircularDependencyException.class);
    session.rollback();
  }

  @Test
  @Parity("ORM-REL-24")
  void flush_postUpdate_writesTheReferenceAfterBothRows() {
    Document document = new Document("atlas");
    Page first = new Page("first");
    Page second = new Page("second");
    document.pages.put("first", first);
    document.pages.put("second", second);
    document.cover = second;
    session.add(document);

    assertThat(flush())
        .containsExactly(
            "INSERT w_document(name,cover_id) [atlas, null]",
            "INSERT w_page(title,document_id) [first, 1] [second, 1]",
            "UPDATE w_document SET cover_id = ? WHERE w_document.id = ? [2, 1]");
    document.cover = first;
    assertThat(flush())
        .containsExactly("UPDATE w_document SET cover_id = ? WHERE w_document.id = ? [1, 1]");
  }

  @Test
  @Parity("ORM-REL-24")
  void delete_postUpdate_clearsTheReferenceBeforeBothRows() {
    Document document = new Document("atlas");
    Page page = new Page("first");
    document.pages.put("first", page);
    document.cover = page;
    session.add(document);
    session.flush();
    session.delete(document);

    assertThat(flush())
        .containsExactly(
            "UPDATE w_document SET cover_id = ? WHERE w_document.id = ? [null, 1]",
            "DELETE FROM w_page WHERE w_page.id = ? [1]",
            "DELETE FROM w_document WHERE w_document.id = ? [1]");
  }
}
