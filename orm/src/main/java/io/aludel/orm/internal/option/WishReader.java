package io.aludel.orm.internal.option;

import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.internal.option.LoadWish.Choice;
import io.aludel.orm.internal.option.LoadWish.Tuning;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.SubClasses;
import io.aludel.sql.tree.JoinNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Makes wishes of the words of {@link WishWriter}. Classes are looked up among those of the registry. */
public final class WishReader {
  private final String[] words;
  private final Mapper<?> mapper;
  private final String subject;
  private int next;

  /**
   * Reads the words of one object.
   *
   * @param subject the object, for messages
   */
  public WishReader(String[] words, Mapper<?> mapper, String subject) {
    this.words = words;
    this.mapper = mapper;
    this.subject = subject;
  }

  /**
   * The wishes.
   *
   * @throws ObjectStateException if a word means nothing here
   */
  public LoadTree read() {
    List<LoadOption> options = new ArrayList<>();
    while (next < words.length) {
      String root = word();
      Class<?> type = root.isEmpty() ? mapper.type() : type(root);
      List<Hop> path = several(this::hop);
      options.add(new LoadOption(EntitySource.of(type), List.of(entry(path))));
    }
    return LoadTree.of(options, mapper.type());
  }

  private LoadEntry entry(List<Hop> path) {
    LoadWish wish = wish();
    if (path.isEmpty() && wish instanceof LoadWish.Relate relate) {
      throw impossible(relate.word() + " of no relationship");
    }
    return new LoadEntry(List.copyOf(path), wish);
  }

  private Hop hop() {
    Class<?> owner = type(word());
    String attribute = word();
    Class<?> target = type(word());
    boolean all = Boolean.parseBoolean(word());
    JoinNode.Kind kind = one(JoinNode.Kind.values(), Enum::name);
    List<Class<?>> classes = several(() -> type(word()));
    boolean none = !all && classes.isEmpty() && kind == JoinNode.Kind.LEFT;
    SubClasses more = none ? SubClasses.NONE : new SubClasses(List.copyOf(classes), all, kind);
    return new Hop(owner, attribute, target, more, List.of());
  }

  private LoadWish wish() {
    String kind = word();
    return switch (kind) {
      case WishWriter.RELATE -> relate();
      case WishWriter.COLUMNS -> columns();
      case WishWriter.GROUP -> new LoadWish.Group(word());
      case WishWriter.POLYMORPHIC ->
        new LoadWish.Polymorphic(List.copyOf(several(() -> type(word()))));
      case WishWriter.REST -> rest();
      default -> throw unknown(kind);
    };
  }

  private LoadWish columns() {
    Choice choice = one(Choice.values(), Enum::name);
    return new LoadWish.Columns(List.copyOf(several(this::word)), choice);
  }

  /** Only what the factory methods of options can ask for: the words may be anybody's. */
  private LoadWish relate() {
    LoadStyle style = style();
    boolean inner = Boolean.parseBoolean(word());
    int depth = number();
    int chunk = number();
    if (style == LoadStyle.CONTAINED || style == LoadStyle.WRITE_ONLY) {
      throw impossible(style.word());
    }
    if (inner && style != LoadStyle.JOINED) {
      throw impossible(style.word() + " by an inner join");
    }
    if (depth != 0 && style != LoadStyle.SELECTIN) {
      throw impossible(style.word() + " with depth " + depth);
    }
    if (chunk < 0) {
      throw impossible(style.word() + " for " + chunk + " objects each");
    }
    return new LoadWish.Relate(style, new Tuning(inner, depth, chunk, null));
  }

  private LoadWish rest() {
    LoadStyle style = style();
    if (style != LoadStyle.LAZY && style != LoadStyle.RAISE) {
      throw impossible(style.word() + " for all relationships");
    }
    return new LoadWish.Rest(style);
  }

  private LoadStyle style() {
    return one(LoadStyle.values(), LoadStyle::word);
  }

  private <E> E one(E[] all, Function<E, String> name) {
    String word = word();
    return Arrays.stream(all)
        .filter(each -> name.apply(each).equals(word))
        .findFirst()
        .orElseThrow(() -> unknown(word));
  }

  private <T> List<T> several(Part<T> part) {
    List<T> parts = new ArrayList<>();
    for (int left = number(); left > 0; left--) {
      parts.add(part.read());
    }
    return parts;
  }

  /** Reads one part. */
  private interface Part<T> {
    T read();
  }

  private int number() {
    String word = word();
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw unknown(word);
    }
  }

  private String word() {
    if (next >= words.length) {
      throw unknown("their end");
    }
    return words[next++];
  }

  /** A mapped class, or one above it. */
  private Class<?> type(String name) {
    for (Mapper<?> each : mapper.registry().mappers()) {
      for (Class<?> type = each.type(); type != null; type = type.getSuperclass()) {
        if (type.getName().equals(name)) {
          return type;
        }
      }
    }
    throw unknown(name);
  }

  private ObjectStateException unknown(String word) {
    return refused(word, "which this registry does not know. Map that class");
  }

  private ObjectStateException impossible(String words) {
    return refused(words, "which no option of an object says. Read other bytes");
  }

  private ObjectStateException refused(String words, String why) {
    return new ObjectStateException(
        OrmError.SERIALIZED_FORM,
        subject,
        "Cannot follow the loader options that " + subject + " was serialized with: they say "
            + words + ", " + why + ", or load the object again.");
  }
}
