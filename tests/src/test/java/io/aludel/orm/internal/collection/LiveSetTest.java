package io.aludel.orm.internal.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.collection.ChangedWhileIteratedException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every way to change a set, sorted or not, on a plain one and on a live one, with and without a veto. */
class LiveSetTest {
  private static final List<String> START = List.of("a", "b", "c", "d", "f");

  private static Map<String, Consumer<Set<String>>> changes() {
    Map<String, Consumer<Set<String>>> changes = new LinkedHashMap<>();
    changes.put("add", set -> set.add("e"));
    changes.put("add a member again", set -> set.add("b"));
    changes.put("addAll", set -> set.addAll(List.of("b", "e", "g")));
    changes.put("remove", set -> set.remove("b"));
    changes.put("remove a stranger", set -> set.remove("x"));
    changes.put("removeAll", set -> set.removeAll(List.of("b", "d", "x")));
    changes.put("removeAll of many", set -> set.removeAll(letters(30)));
    changes.put("retainAll", set -> set.retainAll(List.of("b", "d", "x")));
    changes.put("removeIf", set -> set.removeIf(each -> each.compareTo("c") < 0));
    changes.put("clear", Set::clear);
    changes.put("iterator remove", set -> {
      for (Iterator<String> each = set.iterator(); each.hasNext(); ) {
        if (each.next().compareTo("b") > 0) {
          each.remove();
        }
      }
    });
    changes.put("grow and shrink", set -> {
      set.addAll(letters(40));
      set.removeAll(letters(15));
      set.add("q");
      set.remove("q");
    });
    return changes;
  }

  private static Map<String, Consumer<SortedSet<String>>> sortedChanges() {
    Map<String, Consumer<SortedSet<String>>> changes = new LinkedHashMap<>();
    changes().forEach((name, change) -> changes.put(name, change::accept));
    changes.put("headSet clear", set -> set.headSet("c").clear());
    changes.put("tailSet add", set -> set.tailSet("c").add("e"));
    changes.put("subSet remove", set -> set.subSet("b", "d").remove("c"));
    changes.put("subSet addAll", set -> set.subSet("b", "h").addAll(List.of("e", "g")));
    changes.put("subSet of tailSet", set -> set.tailSet("b").subSet("c", "e").clear());
    changes.put("subSet iterator", set -> {
      Iterator<String> each = set.subSet("b", "d").iterator();
      each.next();
      each.remove();
    });
    changes.put("subSet retainAll", set -> set.subSet("b", "e").retainAll(List.of("c")));
    return changes;
  }

  private static List<String> letters(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.valueOf((char) ('a' + i)).intern())
        .toList();
  }

  private static <S extends Set<String> & LiveCollection> S listening(S set, Ledger ledger) {
    set.fill(START);
    set.events(ledger);
    return set;
  }

  private static <S extends Set<String>, L extends Set<String> & LiveCollection>
      Stream<DynamicTest> compare(
          String kind,
          Map<String, ? extends Consumer<? super L>> onLive,
          Map<String, ? extends Consumer<? super S>> onPlain,
          Supplier<S> plain,
          Supplier<L> live) {
    return onLive.keySet().stream()
        .map(name -> DynamicTest.dynamicTest(kind + ": " + name, () -> {
          S expected = plain.get();
          expected.addAll(START);
          onPlain.get(name).accept(expected);
          Ledger ledger = new Ledger(START);
          L changed = listening(live.get(), ledger);
          onLive.get(name).accept(changed);

          assertThat(changed).containsExactlyElementsOf(expected);
          assertThat(ledger.balance()).isEqualTo(Ledger.balanceOf(changed.members()));
        }));
  }

  @TestFactory
  Stream<DynamicTest> change_anyMethod_isReportedAndActsAsOnAPlainSet() {
    return Stream.concat(
        LiveSetTest.<LinkedHashSet<String>, LiveSet<String>>compare(
            "set", changes(), changes(), LinkedHashSet::new, LiveSet::new),
        LiveSetTest.<TreeSet<String>, LiveSortedSet<String>>compare(
            "sorted set",
            sortedChanges(),
            sortedChanges(),
            TreeSet::new,
            () -> new LiveSortedSet<>(null)));
  }

  @TestFactory
  Stream<DynamicTest> change_refused_leavesTheSetAsItWas() {
    return sortedChanges().entrySet().stream()
        .filter(each -> !each.getKey().matches(".*again|.*stranger"))
        .flatMap(each -> Stream.<Set<String>>of(new LiveSet<>(), new LiveSortedSet<>(null))
            .filter(set -> changes().containsKey(each.getKey()) || set instanceof SortedSet)
            .map(set -> DynamicTest.dynamicTest(each.getKey(), () -> {
              Ledger ledger = new Ledger(START);
              LiveCollection live = (LiveCollection) set;
              live.fill(START);
              live.events(ledger);
              ledger.refuse();

              assertThatThrownBy(() -> apply(each.getKey(), set))
                  .isInstanceOf(Ledger.RefusedException.class);
              assertThat(set).containsExactlyElementsOf(START);
            })));
  }

  private static void apply(String name, Set<String> set) {
    if (set instanceof SortedSet<String> sorted) {
      sortedChanges().get(name).accept(sorted);
    } else {
      changes().get(name).accept(set);
    }
  }

  @Test
  void read_anyMethod_givesWhatAPlainSetGives() {
    for (Collection<String> live : List.of(
        listening(new LiveSet<String>(), new Ledger(START)),
        listening(new LiveSortedSet<String>(null), new Ledger(START)))) {
      assertThat(live.stream().collect(Collectors.toList())).isEqualTo(START);
      assertThat(live.toArray()).isEqualTo(START.toArray());
      assertThat(live.toArray(new String[0])).isEqualTo(START.toArray(new String[0]));
      assertThat(live.contains("c")).isTrue();
      assertThat(live.contains("x")).isFalse();
      assertThat(live.equals(Set.copyOf(START))).isTrue();
      assertThat(live.toString()).isEqualTo(START.toString());
    }
  }

  @Test
  void sortedSet_partWithMemberOutOfRange_refusesBeforeAnybodyIsTold() {
    Ledger ledger = new Ledger(START);
    LiveSortedSet<String> live = listening(new LiveSortedSet<>(null), ledger);

    assertThatThrownBy(() -> live.headSet("c").add("x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> live.subSet("b", "d").add("a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ledger.entries).isEmpty();
    assertThat(live.first()).isEqualTo("a");
    assertThat(live.last()).isEqualTo("f");
    assertThat(live.comparator()).isNull();
  }

  @Test
  void contains_anEqualObject_isNotTheMember() {
    LiveSet<String> live = new LiveSet<>();
    String member = new String("same");
    live.add(member);

    assertThat(live.contains(new String("same"))).isFalse();
    assertThat(live.contains(member)).isTrue();
    live.add(null);
    assertThat(live.contains(null)).isTrue();
    assertThat(live.add(null)).isFalse();
  }

  @Test
  void iterator_afterAnotherChange_fails() {
    LiveSet<String> live = listening(new LiveSet<>(), new Ledger(START));
    Iterator<String> each = live.iterator();
    each.next();
    live.insert("x");

    assertThatThrownBy(each::next).isInstanceOf(ChangedWhileIteratedException.class);
    assertThatThrownBy(() -> live.iterator().remove()).isInstanceOf(IllegalStateException.class);
  }
}
