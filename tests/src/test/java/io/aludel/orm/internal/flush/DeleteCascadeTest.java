package io.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.Session;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deletes that go on where the rows of what is taken along must stay until the last. */
@ForEachDatabase
@Parity("ORM-REL-17")
class DeleteCascadeTest {
  private static final Registry MODELS = Registry.of(Channel.class, Buoy.class);

  private FlushFixture fixture;
  private Session session;

  @BeforeEach
  void createTables(TestDatabase database) {
    fixture = new FlushFixture(database, MODELS);
    session = fixture.session();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Channel reread(Channel channel) {
    session.add(channel);
    session.commit();
    Integer id = channel.id;
    session.expungeAll();
    return session.getOne(Channel.class, id);
  }

  @Test
  void delete_unloadedReference_deletesItsRowAfterTheOwners() {
    Channel channel = new Channel();
    channel.entry = new Buoy();
    Channel found = reread(channel);
    session.delete(found);

    assertThat(session.deleted()).hasSize(2).contains(found);
    assertThat(fixture.flush())
        .containsExactly(
            "DELETE FROM w_channel WHERE w_channel.id = ? [1]",
            "DELETE FROM w_buoy WHERE w_buoy.id = ? [1]");
  }

  @Test
  void delete_unloadedMembersOfALinkTable_deletesLinksThenOwnerThenMembers() {
    Channel channel = new Channel();
    channel.marks.add(new Buoy());
    Channel found = reread(channel);
    session.delete(found);

    assertThat(session.deleted()).hasSize(2).contains(found);
    List<String> sent = fixture.flush();
    assertThat(sent)
        .containsExactlyInAnyOrder(
            "DELETE FROM w_channel_buoy WHERE w_channel_buoy.channel_id = ? AND"
                + " w_channel_buoy.buoy_id = ? [1, 1]",
            "DELETE FROM w_channel WHERE w_channel.id = ? [1]",
            "DELETE FROM w_buoy WHERE w_buoy.id = ? [1]");
    assertThat(sent.get(0)).startsWith("DELETE FROM w_channel_buoy ");
  }
}
