package io.aludel.orm.event;

import io.aludel.orm.annotation.AfterInsert;
import io.aludel.orm.annotation.BeforeInsert;
import io.aludel.orm.annotation.BeforeUpdate;
import io.aludel.orm.annotation.Discriminator;
import io.aludel.orm.annotation.DiscriminatorValue;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Inheritance;
import io.aludel.orm.annotation.InheritanceStrategy;
import io.aludel.orm.annotation.Transient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has methods that flushes call. */
@Entity(table = "ev_task")
@Inheritance(InheritanceStrategy.SINGLE_TABLE)
@Discriminator(column = "kind", value = "task")
class Task {
  @Id
  @Nullable Integer id;

  int effort;

  @Transient
  final List<String> told = new ArrayList<>();

  @BeforeInsert
  void before() {
    told.add("task before");
  }

  @AfterInsert
  void after() {
    told.add("task after");
  }

  @BeforeUpdate
  private void changed() {
    told.add("task changed");
  }

  /** Overrides them: one is marked again, the other is not, and the private one is another method. */
  @Entity
  @DiscriminatorValue("job")
  static class Job extends Task {
    @Override
    @BeforeInsert
    void before() {
      told.add("job before");
    }

    @Override
    void after() {
      told.add("job after");
    }

    @BeforeUpdate
    private void changed() {
      told.add("job changed");
    }
  }

  /** Overrides once more, for another moment. */
  @Entity
  @DiscriminatorValue("rush")
  static class Rush extends Job {
    @Override
    @BeforeInsert
    @BeforeUpdate
    void before() {
      told.add("rush before");
      super.before();
    }
  }
}
