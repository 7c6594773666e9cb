package io.aludel.orm.internal.option;

import io.aludel.orm.internal.option.LoadWish.Tuning;
import io.aludel.orm.mapping.internal.SubClasses;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the wishes for one place into words, for a stream: classes and attributes by their names, ways of loading
 * by the names of their factory methods. Every part says its length first. What is SQL has no words and is left
 * behind: criteria of a path, and supplied expressions.
 */
public final class WishWriter {
  static final String RELATE = "relate";
  static final String COLUMNS = "columns";
  static final String GROUP = "group";
  static final String POLYMORPHIC = "polymorphic";
  static final String REST = "rest";

  private final List<String> words = new ArrayList<>();
  private final Set<String> left = new LinkedHashSet<>();

  /** The words so far, or null if there are none. */
  public String @Nullable [] words() {
    return words.isEmpty() ? null : words.toArray(new String[0]);
  }

  /** Notes something that has no words. */
  public void leaveBehind(String what) {
    left.add(what);
  }

  /** What has no words. */
  public Set<String> leftBehind() {
    return left;
  }

  public void write(LoadTree tree) {
    tree.each(this::entry);
  }

  private void entry(@Nullable Class<?> root, LoadEntry entry) {
    if (entry.wish() instanceof LoadWish.Supplied) {
      leaveBehind(entry.toString());
      return;
    }
    words.add(root == null ? "" : root.getName());
    words.add(Integer.toString(entry.path().size()));
    entry.path().forEach(this::hop);
    wish(entry.wish());
  }

  private void hop(Hop hop) {
    if (!hop.criteria().isEmpty()) {
      leaveBehind("criteria of " + hop);
    }
    words.add(hop.owner().getName());
    words.add(hop.attribute());
    words.add(hop.target().getName());
    SubClasses more = hop.more();
    words.add(Boolean.toString(more.all()));
    words.add(more.kind().name());
    classes(more.classes());
  }

  private void classes(List<Class<?>> classes) {
    words.add(Integer.toString(classes.size()));
    classes.forEach(each -> words.add(each.getName()));
  }

  private void wish(LoadWish wish) {
    if (wish instanceof LoadWish.Relate relate) {
      words.add(RELATE);
      Tuning tuning = relate.tuning();
      LoadStyle style = relate.style() == LoadStyle.CONTAINED ? LoadStyle.DEFAULT : relate.style();
      words.add(style.word());
      words.add(Boolean.toString(tuning.inner()));
      words.add(Integer.toString(tuning.depth()));
      words.add(Integer.toString(tuning.chunk()));
    } else if (wish instanceof LoadWish.Columns columns) {
      words.add(COLUMNS);
      words.add(columns.choice().name());
      words.add(Integer.toString(columns.names().size()));
      words.addAll(columns.names());
    } else if (wish instanceof LoadWish.Group group) {
      words.add(GROUP);
      words.add(group.group());
    } else if (wish instanceof LoadWish.Polymorphic polymorphic) {
      words.add(POLYMORPHIC);
      classes(polymorphic.classes());
    } else if (wish instanceof LoadWish.Rest rest) {
      words.add(REST);
      words.add(rest.style().word());
    }
  }
}
