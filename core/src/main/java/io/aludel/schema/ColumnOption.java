package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.sql.tree.Quoting;
import java.util.List;
import java.util.Map;

/** Something seldom said of a column, for {@link Column#with}. Immutable. */
public final class ColumnOption {

  /** What an option does to the traits of a column. */
  private interface Change {
    <T> ColumnTraits<T> applied(ColumnTraits<T> traits);
  }

  private final Change change;

  private ColumnOption(Change change) {
    this.change = change;
  }

  <T> ColumnTraits<T> applied(ColumnTraits<T> traits) {
    return change.applied(traits);
  }

  /**
   * What the column is for, for people who read the model. The database does not see it.
   *
   * @param text the documentation
   * @return the option
   */
  public static ColumnOption documentation(String text) {
    ArgumentException.requireText(text, "the documentation of a column");
    return new ColumnOption(new Change() {
      @Override
      public <T> ColumnTraits<T> applied(ColumnTraits<T> traits) {
        ColumnTraits.Notes notes = traits.notes();
        return traits.notes(
            new ColumnTraits.Notes(notes.comment(), text, notes.info(), notes.quoting()));
      }
    });
  }

  /**
   * Whatever the application keeps with the column.
   *
   * @param info keys and values, which replace those said before
   * @return the option
   */
  public static ColumnOption info(Map<String, Object> info) {
    Map<String, Object> kept =
        Map.copyOf(ArgumentException.requireNonNull(info, "the info of a column"));
    return new ColumnOption(new Change() {
      @Override
      public <T> ColumnTraits<T> applied(ColumnTraits<T> traits) {
        ColumnTraits.Notes notes = traits.notes();
        return traits.notes(
            new ColumnTraits.Notes(notes.comment(), notes.documentation(), kept, notes.quoting()));
      }
    });
  }

  /**
   * Whether the name stands in quotes.
   *
   * @param quoting {@link Quoting#AUTO} unless stated
   * @return the option
   */
  public static ColumnOption quoted(Quoting quoting) {
    ArgumentException.requireNonNull(quoting, "the quoting of a column");
    return new ColumnOption(new Change() {
      @Override
      public <T> ColumnTraits<T> applied(ColumnTraits<T> traits) {
        ColumnTraits.Notes notes = traits.notes();
        return traits.notes(
            new ColumnTraits.Notes(notes.comment(), notes.documentation(), notes.info(), quoting));
      }
    });
  }

  /**
   * A column that the database has by itself, such as {@code xmin} of PostgreSQL: usable in statements,
   * absent from CREATE TABLE.
   *
   * @return the option
   */
  public static ColumnOption system() {
    return new ColumnOption(new Change() {
      @Override
      public <T> ColumnTraits<T> applied(ColumnTraits<T> traits) {
        return traits.flags(traits.flags().ofSystem());
      }
    });
  }

  /**
   * A column that tells the rows of one INSERT apart when they come back.
   *
   * @return the option
   */
  public static ColumnOption insertSentinel() {
    return new ColumnOption(new Change() {
      @Override
      public <T> ColumnTraits<T> applied(ColumnTraits<T> traits) {
        return traits.flags(traits.flags().asSentinel());
      }
    });
  }

  /**
   * Something said for one kind of database.
   *
   * @param option the option of the dialect
   * @return the option
   */
  public static ColumnOption of(DialectOption option) {
    ArgumentException.requireNonNull(option, "an option of a column");
    return new ColumnOption(new Change() {
      @Override
      public <T> ColumnTraits<T> applied(ColumnTraits<T> traits) {
        return traits.options(List.of(option));
      }
    });
  }
}
