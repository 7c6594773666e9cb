package io.aludel.testing.compliance;

import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.select;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileOptions;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.Result;
import io.aludel.sql.Row;
import io.aludel.sql.Select;
import io.aludel.sql.tree.KeyedValues;
import io.aludel.testing.Requires;
import io.aludel.testing.TestDatabase;
import java.lang.management.ManagementFactory;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** What a dialect says of its driver is so. */
public abstract class DriverCompliance {
  private static final int ATTEMPTS = 10;

  /** For the classes of authors. */
  protected DriverCompliance() {}

  @Test
  @Requires(Capability.BATCH_GENERATED_KEYS)
  void keys_ofABatch_areAllGivenBack(Engine engine) throws SQLException {
    Notes notes = Notes.in(engine);
    List<Integer> keys = new ArrayList<>();
    try (Connection connection = engine.connect();
        PreparedStatement statement = connection
            .jdbc()
            .prepareStatement(
                "INSERT INTO notes (note) VALUES (?)", new String[] {notes.id.name()})) {
      for (int i = 0; i < 5; i++) {
        statement.setString(1, "note " + i);
        statement.addBatch();
      }
      statement.executeBatch();
      try (ResultSet generated = statement.getGeneratedKeys()) {
        while (generated.next()) {
          keys.add(generated.getInt(1));
        }
      }
    }
    assertEquals(List.of(1, 2, 3, 4, 5), keys);
  }

  /** Whoever fetches all rows before the first makes objects of them all. */
  @Test
  @Requires(Capability.SERVER_CURSORS)
  void rows_ofALargeResult_comeInPortions(Engine engine) {
    People people = People.in(engine);
    int length = 1_000;
    Select<String> large =
        select(literal("x".repeat(length)).concat(people.name)).from(people.times(7));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int rows = 1;
    try (Connection connection = engine.connect()) {
      long before = threads.getCurrentThreadAllocatedBytes();
      Result<Row> result = connection.execute(large, Map.of(), ExecutionOptions.NONE.yieldPer(10));
      Iterator<Row> each = result.iterator();
      assertEquals(length + 3, String.valueOf(each.next().get(0)).length());
      long taken = threads.getCurrentThreadAllocatedBytes() - before;
      while (each.hasNext()) {
        each.next();
        rows++;
      }
      long all = (long) rows * length;
      assertTrue(taken < all / 4, taken + " bytes before the first of " + all + " was read");
    }
    assertEquals(1 << 14, rows);
  }

  @Test
  @Requires(Capability.NATIVE_CALLS)
  void calls_ofTheDatabase_areNativeCodeOfTheCallersThread(Engine engine) throws Exception {
    People people = People.in(engine);
    Select<Long> slow = select(func.count()).from(people.times(9));
    boolean seen = false;
    for (int i = 0; i < ATTEMPTS && !seen; i++) {
      FutureTask<List<Long>> work = new FutureTask<>(() -> People.all(engine, slow));
      Thread caller = new Thread(work);
      caller.start();
      while (!work.isDone()) {
        seen |= isInNativeCode(caller.getStackTrace());
      }
      assertEquals(List.of(1L << 18), work.get());
    }
    assertTrue(seen, "the thread that waits was never in native code of the driver");
  }

  /** Code of the driver's own: what waits for a server is native, too, but of the JDK. */
  private static boolean isInNativeCode(StackTraceElement[] stack) {
    String module = stack.length == 0 ? null : stack[0].getModuleName();
    boolean ofTheJdk = module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    return stack.length > 0 && stack[0].isNativeMethod() && !ofTheJdk;
  }

  @Test
  @Tries(Capability.ARRAY_BINDS)
  void lists_behindIn_areBoundAsDeclared(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.in(engine);
    List<Integer> wanted = List.of(4, 1, 9, 8);
    var statement = select(people.id).where(people.id.in(wanted)).statementNode();
    KeyedValues keyed = statement.keyed();
    String sql = engine.dialect().compile(statement, CompileOptions.NONE).sql(keyed.values());
    long marks = sql.chars().filter(mark -> mark == '?').count();
    assertEquals(database.has(Capability.ARRAY_BINDS) ? 1 : wanted.size(), marks, sql);
    assertEquals(List.of(1, 4), people.where(engine, people.id.in(wanted)));
  }
}
