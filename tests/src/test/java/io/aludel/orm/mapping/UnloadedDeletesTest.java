package io.aludel.orm.mapping;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Secondary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that cannot be deleted unseen. */
class UnloadedDeletesTest {
  @Entity(table = "unseen_ship")
  static class Ship {
    @Id
    @Nullable Integer id;

    @Relationship(passiveDeletes = PassiveDeletes.BY_STATEMENT, cascade = Cascade.ALL)
    List<Deck> decks = new ArrayList<>();
  }

  @Entity(table = "unseen_deck")
  static class Deck {
    @Id
    @Nullable Integer id;

    @ForeignKey("unseen_ship.id")
    @Nullable Integer shipId;

    @Relationship
    List<Cabin> cabins = new ArrayList<>();
  }

  @Entity(table = "unseen_cabin")
  static class Cabin {
    @Id
    @Nullable Integer id;

    @ForeignKey("unseen_deck.id")
    @Nullable Integer deckId;
  }

  @Entity(table = "unseen_port")
  static class Port {
    @Id
    @Nullable Integer id;

    @Relationship(passiveDeletes = PassiveDeletes.BY_STATEMENT)
    List<Berth> berths = new ArrayList<>();
  }

  @Entity(table = "unseen_berth")
  static class Berth {
    @Id
    @Nullable Integer id;

    @ForeignKey("unseen_port.id")
    @Nullable Integer portId;
  }

  @Entity(table = "unseen_folder")
  static class Folder {
    @Id
    @Nullable Integer id;

    @ForeignKey("unseen_folder.id")
    @Nullable Integer parentId;

    @Relationship(passiveDeletes = PassiveDeletes.BY_STATEMENT, cascade = Cascade.ALL)
    List<Folder> folders = new ArrayList<>();
  }

  @Entity(table = "unseen_list")
  static class Playlist {
    @Id
    @Nullable Integer id;

    @Relationship(passiveDeletes = PassiveDeletes.BY_STATEMENT, cascade = Cascade.ALL)
    @Secondary(table = "unseen_list_song")
    List<Song> songs = new ArrayList<>();
  }

  @Entity(table = "unseen_song")
  static class Song {
    @Id
    @Nullable Integer id;
  }

  private static void assertRefused(String message, Class<?>... entities) {
    assertThatThrownBy(() -> Registry.of(entities).configure())
        .isInstanceOf(MappingException.class)
        .hasMessage(message + ". Use LOAD, or TRUST if the database deletes them. [MAP-269]");
  }

  @Test
  void byStatement_wherePartsHaveParts_isRefused() {
    assertRefused(
        "Ship.decks has rows deleted by a statement with passiveDeletes BY_STATEMENT, but Deck.cabins would"
            + " have to be seen to row by row",
        Ship.class,
        Deck.class,
        Cabin.class);
  }

  @Test
  void byStatement_withoutCascade_isRefused() {
    assertRefused(
        "Port.berths has rows deleted by a statement with passiveDeletes BY_STATEMENT, but it does not"
            + " cascade DELETE",
        Port.class,
        Berth.class);
  }

  @Test
  void byStatement_ofATree_isRefused() {
    assertRefused(
        "Folder.folders has rows deleted by a statement with passiveDeletes BY_STATEMENT, but rows of Folder"
            + " refer to each other",
        Folder.class);
  }

  @Test
  void byStatement_ofObjectsBehindALinkTable_isRefused() {
    assertRefused(
        "Playlist.songs has rows deleted by a statement with passiveDeletes BY_STATEMENT, but it cascades"
            + " DELETE to Song, which a link table tells nothing of",
        Playlist.class,
        Song.class);
  }
}
