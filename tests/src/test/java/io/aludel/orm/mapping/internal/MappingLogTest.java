package io.aludel.orm.mapping.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.fixture.world.World;
import io.aludel.orm.Country;
import io.aludel.orm.Seat;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.Parity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** What is logged of the configuration of mappers. */
@Parity("ORM-INS-22")
class MappingLogTest {
  private final Lines lines = new Lines();

  private void configured(Registry registry) {
    MappingLog log = new MappingLog(lines);
    for (Mapper<?> mapper : registry.mappers()) {
      log.configured(mapper);
    }
  }

  @Test
  void entities_areWrittenWithTableKeyAndAttributes() {
    configured(Registry.of(Country.class, Seat.class));

    assertThat(lines.written)
        .hasSize(2)
        .first()
        .asString()
        .startsWith("DEBUG Country is mapped to countries by key (code): (code, ");
    assertThat(lines.written.get(1)).contains("Seat is mapped to seats by key (line, place): (");
  }

  @Test
  void relationships_areWrittenWithWhatTheyJoinBy() {
    configured(World.registry());

    assertThat(lines.written)
        .contains(
            "DEBUG Post.author leads to User as MANY_TO_ONE by [w_post.user_id -> w_user.id]");
  }

  @Test
  void whenNobodyListens_nothingIsWritten() {
    lines.least = Level.INFO;
    configured(Registry.of(Country.class));
    assertThat(lines.written).isEmpty();
  }

  /** Keeps what is logged. */
  private static final class Lines extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    final transient List<String> written = new ArrayList<>();
    Level least = Level.TRACE;

    @Override
    public boolean isTraceEnabled() {
      return isOn(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
      return isOn(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
      return isOn(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
      return isOn(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
      return isOn(Level.ERROR);
    }

    private boolean isOn(Level level) {
      return level.toInt() >= least.toInt();
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
      return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level,
        @Nullable Marker marker,
        String message,
        Object @Nullable [] arguments,
        @Nullable Throwable throwable) {
      written.add(level + " " + MessageFormatter.basicArrayFormat(message, arguments));
    }
  }
}
