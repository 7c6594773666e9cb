package io.aludel.orm.internal.flush;

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
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random histories against a plain model: after each commit the database equals the model, after each
 * rollback the objects equal the database, and no foreign key ever objects. The seeds are the same each
 * time; {@code -Daludel.test.seed} sets the first one, {@code -Daludel.test.histories} how many follow. What
 * fails is made as short as it can be before it is shown.
 */
@ForEachDatabase
class RandomHistoriesTest {
  private static final Registry MODELS = Registry.of(
      User.class,
      Post.class,
      Tag.class,
      Profile.class,
      Student.class,
      Course.class,
      Employee.class,
      Node.class,
      Person.class,
      PurchaseOrder.class,
      Product.class,
      LineItem.class,
      Hall.class,
      Event.class,
      Document.class,
      Page.class,
      Locker.class);
  private static final long FIRST_SEED = Long.getLong("aludel.test.seed", 1);
  private static final int HISTORIES = Integer.getInteger("aludel.test.histories", 8);
  private static final int STEPS = 400;

  @Test
  void histories_atRandom_keepDatabaseModelAndObjectsEqual(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
      List<Long> steps = new ArrayList<>();
      new Random(seed).longs(STEPS).forEach(steps::add);
      Throwable failure = failureOf(database, steps);
      if (failure != null) {
        throw shortened(database, seed, steps, failure);
      }
    }
    database.recorder().clear();
  }

  /** Runs a history; the steps choose among what is there, so that any part of a history is one too. */
  private static @Nullable Throwable failureOf(TestDatabase database, List<Long> steps) {
    try (RandomHistory history = new RandomHistory(database.engine(), MODELS)) {
      history.run(steps);
      return null;
    } catch (RuntimeException | AssertionError failure) {
      return failure;
    } finally {
      database.recorder().clear();
    }
  }

  /** Leaves out steps, many at a time and then fewer, as long as what is left still fails. */
  private static AssertionError shortened(
      TestDatabase database, long seed, List<Long> steps, Throwable first) {
    List<Long> shortest = steps;
    Throwable failure = first;
    for (int size = steps.size() / 2; size > 0; size /= 2) {
      for (int from = 0; from < shortest.size(); ) {
        List<Long> fewer = new ArrayList<>(shortest);
        fewer.subList(from, Math.min(from + size, fewer.size())).clear();
        Throwable found = failureOf(database, fewer);
        if (found == null) {
          from += size;
        } else {
          shortest = fewer;
          failure = found;
        }
      }
    }
    return new AssertionError("seed " + seed + ", " + shortest.size() + " steps", failure);
  }
}
