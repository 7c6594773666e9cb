package io.aludel.orm.internal.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.collection.ChangedWhileIteratedException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every way to change a map, sorted or not, on a plain one and on a live one, with and without a veto. */
class LiveMapTest {
  private static final List<String> START = List.of("a", "b", "c", "d", "f");

  private static Map<String, Consumer<Map<String, String>>> changes() {
    Map<String, Consumer<Map<String, String>>> changes = new LinkedHashMap<>();
    changes.put("put", map -> map.put("e", "e"));
    changes.put("put in place of another", map -> map.put("b", "x"));
    changes.put("put again", map -> map.put("b", "b"));
    changes.put("put under another key", map -> map.put("other", "b"));
    changes.put("putAll", map -> map.putAll(Map.of("b", "x", "c", "c")));
    changes.put("putIfAbsent", map -> map.putIfAbsent("e", "e"));
    changes.put("remove", map -> map.remove("b"));
    changes.put("remove a stranger", map -> map.remove("x"));
    changes.put("remove pair", map -> map.remove("b", "b"));
    changes.put("replace", map -> map.replace("b", "x"));
    changes.put("replace pair", map -> map.replace("b", "b", "x"));
    changes.put("replaceAll", map -> map.replaceAll((key, value) -> key.equals("b") ? "x" : value));
    changes.put("compute", map -> map.compute("b", (key, value) -> "x"));
    changes.put("compute nothing", map -> map.compute("b", (key, value) -> null));
    changes.put("computeIfAbsent", map -> map.computeIfAbsent("e", key -> key));
    changes.put("computeIfPresent", map -> map.computeIfPresent("b", (key, value) -> "x"));
    changes.put("merge", map -> map.merge("b", "x", (old, value) -> value));
    changes.put("clear", Map::clear);
    changes.put("keySet remove", map -> map.keySet().remove("b"));
    changes.put("keySet removeIf", map -> map.keySet().removeIf(key -> key.compareTo("b") > 0));
    changes.put("keySet retainAll", map -> map.keySet().retainAll(Set.of("b")));
    changes.put("keySet clear", map -> map.keySet().clear());
    changes.put("values remove", map -> map.values().remove("b"));
    changes.put("values removeIf", map -> map.values().removeIf(each -> each.compareTo("b") > 0));
    changes.put("values removeAll", map -> map.values().removeAll(Set.of("b", "c")));
    changes.put("values clear", map -> map.values().clear());
    changes.put("values iterator", map -> {
      Iterator<String> each = map.values().iterator();
      each.next();
      each.remove();
    });
    changes.put("entrySet setValue", map -> {
      for (Map.Entry<String, String> each : map.entrySet()) {
        if (each.getKey().equals("b")) {
          each.setValue("x");
        }
      }
    });
    changes.put(
        "entrySet stream setValue",
        map -> map.entrySet().stream()
            .filter(each -> each.getKey().equals("c"))
            .forEach(each -> each.setValue("y")));
    changes.put("entrySet remove", map -> map.entrySet().remove(Map.entry("b", "b")));
    changes.put("entrySet removeIf", map -> map.entrySet().removeIf(each -> true));
    changes.put("entrySet clear", map -> map.entrySet().clear());
    changes.put("entrySet iterator", map -> {
      Iterator<Map.Entry<String, String>> each = map.entrySet().iterator();
      each.next();
      each.remove();
    });
    return changes;
  }

  private static Map<String, Consumer<SortedMap<String, String>>> sortedChanges() {
    Map<String, Consumer<SortedMap<String, String>>> changes = new LinkedHashMap<>();
    changes().forEach((name, change) -> changes.put(name, change::accept));
    changes.put("headMap clear", map -> map.headMap("c").clear());
    changes.put("tailMap put", map -> map.tailMap("c").put("e", "e"));
    changes.put("subMap remove", map -> map.subMap("b", "d").remove("c"));
    changes.put("subMap values", map -> map.subMap("b", "e").values().removeIf(each -> true));
    changes.put("subMap of tailMap", map -> map.tailMap("b").subMap("c", "e").clear());
    changes.put(
        "subMap entry", map -> map.subMap("b", "c").entrySet().iterator().next().setValue("x"));
    return changes;
  }

  private static LiveMap<String, String> live(Ledger ledger) {
    LiveMap<String, String> map = new LiveMap<>();
    map.events(ledger);
    map.fill(START);
    return map;
  }

  private static LiveSortedMap<String, String> sorted(Ledger ledger) {
    LiveSortedMap<String, String> map = new LiveSortedMap<>(null);
    map.events(ledger);
    map.fill(START);
    return map;
  }

  private static void start(Map<String, String> map) {
    START.forEach(each -> map.put(each, each));
  }

  @TestFactory
  Stream<DynamicTest> change_anyMethod_isReportedAndActsAsOnAPlainMap() {
    return changes().keySet().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> {
          Map<String, String> plain = new LinkedHashMap<>();
          start(plain);
          Ledger ledger = new Ledger(START);
          LiveMap<String, String> live = live(ledger);
          changes().get(name).accept(plain);
          changes().get(name).accept(live);

          assertThat(live).containsExactlyEntriesOf(plain);
          assertThat(ledger.balance()).isEqualTo(Ledger.balanceOf(live.members()));
        }));
  }

  @TestFactory
  Stream<DynamicTest> change_anyMethod_isReportedAndActsAsOnAPlainSortedMap() {
    return sortedChanges().keySet().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> {
          SortedMap<String, String> plain = new TreeMap<>();
          start(plain);
          Ledger ledger = new Ledger(START);
          LiveSortedMap<String, String> live = sorted(ledger);
          sortedChanges().get(name).accept(plain);
          sortedChanges().get(name).accept(live);

          assertThat(live).containsExactlyEntriesOf(plain);
          assertThat(ledger.balance()).isEqualTo(Ledger.balanceOf(live.members()));
        }));
  }

  @TestFactory
  Stream<DynamicTest> change_refused_leavesTheMapAsItWas() {
    return sortedChanges().entrySet().stream()
        .filter(each -> !each.getKey().matches(".*again|.*stranger"))
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
          Ledger ledger = new Ledger(START);
          LiveSortedMap<String, String> live = sorted(ledger);
          ledger.refuse();

          assertThatThrownBy(() -> each.getValue().accept(live))
              .isInstanceOf(Ledger.RefusedException.class);
          assertThat(live.keySet()).containsExactlyElementsOf(START);
          assertThat(live.values()).containsExactlyElementsOf(START);
        }));
  }

  @Test
  void sortedMap_partWithKeyOutOfRange_refusesBeforeAnybodyIsTold() {
    Ledger ledger = new Ledger(START);
    LiveSortedMap<String, String> live = sorted(ledger);

    assertThatThrownBy(() -> live.headMap("c").put("x", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ledger.entries).isEmpty();
    assertThat(live.firstKey()).isEqualTo("a");
    assertThat(live.lastKey()).isEqualTo("f");
    assertThat(live.headMap("c")).hasSize(2).containsKey("b");
  }

  @Test
  void take_afterTheKeyChanged_findsTheMemberItself() {
    Ledger ledger = new Ledger(START);
    LiveMap<String, String> live = live(ledger);
    live.put("elsewhere", "e");
    live.take("e");

    assertThat(live.members()).containsExactlyElementsOf(START);
    assertThat(live.evicted("b")).isEqualTo("b");
    assertThat(live.evicted("z")).isNull();
  }

  @Test
  void iterators_afterAnotherChange_failByName() {
    Ledger ledger = new Ledger(START);
    for (Map<String, String> live : List.of(live(ledger), sorted(ledger))) {
      Iterator<Map.Entry<String, String>> entries = live.entrySet().iterator();
      Iterator<String> values = live.values().iterator();
      entries.next();
      values.next();
      live.put("new", "new");

      assertThatThrownBy(entries::next)
          .isInstanceOf(ChangedWhileIteratedException.class)
          .hasMessageStartingWith("Cannot go on iterating Ledger.entries");
      assertThatThrownBy(values::next).isInstanceOf(ChangedWhileIteratedException.class);
    }
  }
}
