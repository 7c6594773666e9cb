package io.aludel.sql.extension;

import io.aludel.ArgumentException;
import io.aludel.sql.tree.ExtensionNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a construct of an application is spelled on each database (parity row ORM-SQL-36). Kept in a
 * constant beside the construct, which hands its {@code write} to it. There is no register of all
 * constructs: nothing has to be taken out of it again, and two libraries cannot get in each other's way.
 * Immutable and safe to share; each method gives a copy.
 *
 * <pre>{@code
 * static final Spellings<Greatest> SPELLINGS = Spellings.<Greatest>none()
 *     .otherwise((it, out) -> out.text("greatest(").nodes(it.operands()).text(")"))
 *     .on("sqlite", (it, out) -> out.text("max(").nodes(it.operands()).text(")"));
 * }</pre>
 *
 * @param <E> the construct
 */
public final class Spellings<E> {
  private final Map<String, Spelling<E>> byDialect;
  private final @Nullable Spelling<E> otherwise;

  private Spellings(Map<String, Spelling<E>> byDialect, @Nullable Spelling<E> otherwise) {
    this.byDialect = byDialect;
    this.otherwise = otherwise;
  }

  /**
   * No spelling yet: whatever is written is refused.
   *
   * @param <E> the construct
   * @return the spellings
   */
  public static <E> Spellings<E> none() {
    return new Spellings<>(Map.of(), null);
  }

  /**
   * The spellings with one for a database, instead of any there was for it.
   *
   * @param dialect the name of the dialect, such as {@code sqlite}
   * @param spelling the spelling
   * @return a copy
   * @throws ArgumentException if an argument is null or the name is blank
   */
  public Spellings<E> on(String dialect, Spelling<E> spelling) {
    Map<String, Spelling<E>> more = new HashMap<>(byDialect);
    more.put(
        ArgumentException.requireText(dialect, "the dialect of a spelling"),
        ArgumentException.requireNonNull(spelling, "the spelling on '" + dialect + "'"));
    return new Spellings<>(Map.copyOf(more), otherwise);
  }

  /**
   * The spellings with one for all databases that have none of their own.
   *
   * @param spelling the spelling
   * @return a copy
   * @throws ArgumentException if {@code spelling} is null
   */
  public Spellings<E> otherwise(Spelling<E> spelling) {
    return new Spellings<>(
        byDialect, ArgumentException.requireNonNull(spelling, "the spelling elsewhere"));
  }

  /**
   * Writes a construct as the database at hand spells it.
   *
   * @param construct the construct
   * @param out takes text, names and nodes
   * @throws io.aludel.AludelException if there is no spelling for the database; in text for people the
   *     name of the class stands there instead
   */
  public void write(E construct, ExtensionNode.Writer out) {
    Spelling<E> chosen = byDialect.getOrDefault(out.dialect(), otherwise);
    if (chosen == null) {
      out.unspelled(construct);
    } else {
      chosen.write(construct, out);
    }
  }
}
