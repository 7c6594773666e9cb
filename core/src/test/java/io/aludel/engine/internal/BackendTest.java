package io.aludel.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.internal.Backend.Reach;
import io.aludel.engine.url.DatabaseUrl;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackendTest {
  private static Reach reach(String text) {
    DatabaseUrl url = DatabaseUrl.parse(text);
    return Backend.of(url).reach(url);
  }

  @Test
  void reach_ofMemoryThatBelongsToOneConnection_isOne() {
    for (String url : List.of(
        "jdbc:sqlite::memory:",
        "jdbc:sqlite:",
        "jdbc:sqlite:file:x?mode=memory&cache=shared",
        "jdbc:h2:mem:",
        "jdbc:h2:mem:;MODE=MySQL")) {
      assertThat(reach(url)).as(url).isEqualTo(Reach.ONE_CONNECTION);
    }
  }

  @Test
  void reach_ofNamedMemoryOfH2_isAllWhileOneIsOpen() {
    assertThat(reach("jdbc:h2:mem:app")).isEqualTo(Reach.ALL_WHILE_ONE_IS_OPEN);
  }

  @Test
  void reach_ofFilesAndServers_isAll() {
    assertThat(reach("jdbc:sqlite:app.db")).isEqualTo(Reach.ALL);
    assertThat(reach("jdbc:h2:file:./app")).isEqualTo(Reach.ALL);
    assertThat(reach("jdbc:postgresql://h/app")).isEqualTo(Reach.ALL);
    assertThat(reach("jdbc:oracle:thin:@h")).isEqualTo(Reach.ALL);
  }
}
