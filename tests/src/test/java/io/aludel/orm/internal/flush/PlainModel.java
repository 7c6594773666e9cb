package io.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a small world should be: things with a name and a text, references from one to another, and pairs.
 * Knows nothing of objects, sessions or tables.
 */
final class PlainModel {
  private final Map<String, String> kinds = new TreeMap<>();
  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, Map<String, String>> references = new TreeMap<>();
  private final Map<String, Set<List<String>>> pairs = new TreeMap<>();

  PlainModel copy() {
    PlainModel copy = new PlainModel();
    copy.kinds.putAll(kinds);
    copy.texts.putAll(texts);
    references.forEach((relation, each) -> copy.references.put(relation, new TreeMap<>(each)));
    pairs.forEach((relation, each) -> copy.pairs.put(relation, new LinkedHashSet<>(each)));
    return copy;
  }

  // Things

  void add(String kind, String name) {
    kinds.put(name, kind);
    texts.put(name, name);
  }

  boolean has(String name) {
    return kinds.containsKey(name);
  }

  /** The names of all things of a kind, in order. */
  List<String> names(String kind) {
    return kinds.keySet().stream().filter(name -> kind.equals(kinds.get(name))).toList();
  }

  String text(String name) {
    return String.valueOf(texts.get(name));
  }

  void text(String name, String text) {
    texts.put(name, text);
  }

  /** Removes a thing, with all that refers to it or is paired with it. */
  void remove(String name) {
    kinds.remove(name);
    texts.remove(name);
    references.values().forEach(each -> {
      each.remove(name);
      each.values().removeIf(name::equals);
    });
    pairs.values().forEach(each -> each.removeIf(pair -> pair.contains(name)));
  }

  // Relations

  @Nullable String get(String relation, String from) {
    return ofRelation(relation).get(from);
  }

  void set(String relation, String from, @Nullable String to) {
    if (to == null) {
      ofRelation(relation).remove(from);
    } else {
      ofRelation(relation).put(from, to);
    }
  }

  /** All things that refer to another one. */
  List<String> referring(String relation, @Nullable String to) {
    Map<String, String> each = ofRelation(relation);
    return each.keySet().stream().filter(from -> each.get(from).equals(to)).toList();
  }

  private Map<String, String> ofRelation(String relation) {
    return references.computeIfAbsent(relation, any -> new TreeMap<>());
  }

  boolean isPaired(String relation, String one, String other) {
    return pairsOf(relation).contains(List.of(one, other));
  }

  void pair(String relation, String one, String other) {
    pairsOf(relation).add(List.of(one, other));
  }

  void part(String relation, String one, String other) {
    pairsOf(relation).remove(List.of(one, other));
  }

  private Set<List<String>> pairsOf(String relation) {
    return pairs.computeIfAbsent(relation, any -> new LinkedHashSet<>());
  }

  /** Whether a thing is another one, or is below it along a relation. */
  boolean isBelow(String relation, @Nullable String name, String top) {
    for (String each = name; each != null; each = get(relation, each)) {
      if (each.equals(top)) {
        return true;
      }
    }
    return false;
  }

  /** A thing and everything below it along a relation. */
  List<String> withAllBelow(String relation, String top) {
    return kinds.keySet().stream().filter(name -> isBelow(relation, name, top)).toList();
  }

  /** Everything as lines, to be compared. */
  Collection<String> lines() {
    List<String> lines = new ArrayList<>();
    kinds.forEach((name, kind) -> lines.add(kind + " " + text(name)));
    references.forEach((relation, each) ->
        each.forEach((from, to) -> lines.add(relation + " " + text(from) + " -> " + text(to))));
    pairs.forEach((relation, each) -> each.forEach(
        pair -> lines.add(relation + " " + text(pair.get(0)) + " -> " + text(pair.get(1)))));
    return new TreeSet<>(lines);
  }
}
