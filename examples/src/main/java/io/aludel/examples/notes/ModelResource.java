package io.aludel.examples.notes;

import io.aludel.examples.notes.http.Problem;
import io.aludel.examples.notes.http.ProblemException;
import io.aludel.examples.notes.http.Resource;
import io.aludel.queryset.Page;
import io.aludel.queryset.Parameters;
import io.aludel.queryset.QuerySet;
import io.aludel.queryset.ValidationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Objects of one class as a resource: what may be asked is a list of look-ups, all else is the model's. */
final class ModelResource<E> implements Resource {
  private static final String PAGE = "page";
  private static final String SIZE = "size";
  private static final int LARGEST_PAGE = 200;

  private final QuerySet<E> all;
  private final Parameters allowed;
  private final Function<Map<String, @Nullable Object>, CompletableFuture<E>> maker;
  private final Function<E, Map<String, Object>> view;

  ModelResource(
      QuerySet<E> all,
      Parameters allowed,
      Function<Map<String, @Nullable Object>, CompletableFuture<E>> maker,
      Function<E, Map<String, Object>> view) {
    this.all = all;
    this.allowed = allowed;
    this.maker = maker;
    this.view = view;
  }

  @Override
  public CompletableFuture<Map<String, Object>> list(Map<String, String> parameters) {
    Map<String, String> asked = new LinkedHashMap<>(parameters);
    int page = number(PAGE, asked.remove(PAGE), 0, Integer.MAX_VALUE, 0);
    int size = number(SIZE, asked.remove(SIZE), 1, LARGEST_PAGE, 20);
    return asked(asked).page(page, size).thenApply(this::listing);
  }

  private Map<String, Object> listing(Page<E> page) {
    Map<String, Object> listing = new LinkedHashMap<>();
    listing.put("items", page.objects().stream().map(view).toList());
    listing.put("more", page.hasMore());
    return listing;
  }

  private QuerySet<E> asked(Map<String, String> parameters) {
    try {
      return all.asked(allowed, parameters);
    } catch (ValidationException refused) {
      throw new ProblemException(Problems.of(400, refused));
    }
  }

  private static int number(String name, @Nullable String text, int least, int most, int usual) {
    if (text == null) {
      return usual;
    }
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    String range = "is a number from " + least + (most == Integer.MAX_VALUE ? "" : " to " + most);
    throw new ProblemException(new Problem(
        400,
        "Bad request",
        "A parameter cannot be taken.",
        List.of(new Problem.Error(name, "range", range))));
  }

  @Override
  public CompletableFuture<Map<String, Object>> create(Map<String, @Nullable Object> values) {
    refuseId(values);
    return maker.apply(values).thenApply(view);
  }

  @Override
  public CompletableFuture<Map<String, Object>> get(long id) {
    return all.get("pk", id).thenApply(view);
  }

  @Override
  public CompletableFuture<Map<String, Object>> change(
      long id, Map<String, @Nullable Object> values) {
    refuseId(values);
    return values.isEmpty()
        ? get(id)
        : all.filter("pk", id).update(values).thenCompose(rows -> get(id));
  }

  private static void refuseId(Map<String, @Nullable Object> values) {
    if (values.containsKey("id")) {
      throw new ProblemException(Problems.unsavable(
          List.of(new Problem.Error("id", "read_only", "is given by the service"))));
    }
  }

  @Override
  public CompletableFuture<?> delete(long id) {
    return all.filter("pk", id).delete().thenAccept(rows -> {
      if (rows == 0) {
        throw new ProblemException(Problems.NOT_FOUND);
      }
    });
  }
}
