package io.aludel.examples.notes;

import io.aludel.engine.Engine;
import io.aludel.examples.notes.http.HttpService;
import io.aludel.examples.notes.http.Problem;
import io.aludel.examples.notes.http.ProblemException;
import io.aludel.examples.notes.http.Resource;
import io.aludel.examples.notes.model.Album;
import io.aludel.examples.notes.model.Note;
import io.aludel.examples.notes.model.Track;
import io.aludel.queryset.ModelRegistry;
import io.aludel.queryset.Parameters;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Albums, tracks and notes over HTTP. */
public final class NotesService implements AutoCloseable {
  private final ModelRegistry models;
  private final HttpService http;

  private NotesService(ModelRegistry models, HttpService http) {
    this.models = models;
    this.http = http;
  }

  /**
   * Makes the tables that are missing, and starts to serve.
   *
   * @param address where; port 0 takes a free one
   * @param engine the database; stays open
   * @param log for failures that nobody expected
   * @return the service, to be closed
   * @throws IOException if the address cannot be taken
   */
  public static NotesService start(InetSocketAddress address, Engine engine, PrintStream log)
      throws IOException {
    ModelRegistry models = ModelRegistry.of(engine, Album.class, Track.class, Note.class);
    try {
      models.createAll().join();
      return new NotesService(
          models, HttpService.start(address, resources(models), Problems::of, log));
    } catch (IOException | RuntimeException failed) {
      models.close();
      throw failed;
    }
  }

  // @start region="resources"
  private static Map<String, Resource> resources(ModelRegistry models) {
    Map<String, Resource> resources = new LinkedHashMap<>();
    resources.put(
        "albums",
        new ModelResource<>(
            models.objects(Album.class),
            Parameters.lookups("name", "name__icontains", "tracks__title__icontains")
                .sorting("order", "id", "name"),
            values -> makeAlbum(models, values),
            NotesService::view));
    resources.put(
        "tracks",
        new ModelResource<>(
            models.objects(Track.class),
            Parameters.lookups("title__icontains", "album", "album__name", "position__lte")
                .sorting("order", "id", "title", "position", "album__name"),
            models.objects(Track.class)::create,
            NotesService::view));
    resources.put(
        "notes",
        new ModelResource<>(
            models.objects(Note.class),
            Parameters.lookups("text__icontains", "completed", "id__in", "created__gte")
                .sorting("order", "id", "text", "created"),
            models.objects(Note.class)::create,
            NotesService::view));
    return resources;
  }
  // @end

  // @start region="album"
  /** An album with its tracks: all of them, or nothing. */
  private static CompletableFuture<Album> makeAlbum(
      ModelRegistry models, Map<String, @Nullable Object> values) {
    Map<String, @Nullable Object> own = new HashMap<>(values);
    Object tracks = own.remove("tracks");
    if (tracks == null) {
      return models.objects(Album.class).create(own);
    }
    List<Map<String, @Nullable Object>> all = objects(tracks);
    return models.transaction(one -> one.objects(Album.class).create(own).thenCompose(album -> {
      all.forEach(track -> track.put("album", album.id));
      return one.objects(Track.class).bulkCreate(all).thenApply(made -> album);
    }));
  }
  // @end

  private static List<Map<String, @Nullable Object>> objects(Object given) {
    List<Map<String, @Nullable Object>> objects = new ArrayList<>();
    if (given instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> values) {
          Map<String, @Nullable Object> copy = new HashMap<>();
          values.forEach((name, value) -> copy.put((String) name, value));
          objects.add(copy);
        }
      }
      if (objects.size() == list.size()) {
        return objects;
      }
    }
    throw new ProblemException(
        Problems.unsavable(List.of(new Problem.Error("tracks", "type", "is a list of objects"))));
  }

  private static Map<String, Object> view(Album album) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", album.id);
    view.put("name", album.name);
    return view;
  }

  private static Map<String, Object> view(Track track) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", track.id);
    view.put("title", track.title);
    view.put("position", track.position);
    view.put("album", track.album.id);
    return view;
  }

  private static Map<String, Object> view(Note note) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", note.id);
    view.put("text", note.text);
    view.put("completed", note.completed);
    view.put("created", String.valueOf(note.created));
    return view;
  }

  /**
   * Where it serves.
   *
   * @return the port
   */
  public int port() {
    return http.port();
  }

  /** Ends what runs, and takes nothing new. */
  @Override
  public void close() {
    http.close();
    models.close();
  }
}
