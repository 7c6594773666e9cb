package io.aludel.orm.internal.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.collection.ChangedWhileIteratedException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every way to change a list, on a plain one and on a live one, with and without a veto. */
class LiveListTest {
  private static final List<String> START = Arrays.asList("a", "b", "c", "b", null, "d");

  private static Map<String, Consumer<List<String>>> changes() {
    Map<String, Consumer<List<String>>> changes = new LinkedHashMap<>();
    changes.put("add", list -> list.add("x"));
    changes.put("add null", list -> list.add(null));
    changes.put("add a member again", list -> list.add("a"));
    changes.put("add at", list -> list.add(2, "x"));
    changes.put("addAll", list -> list.addAll(List.of("x", "y")));
    changes.put("addAll of itself", list -> list.addAll(list));
    changes.put("addAll at", list -> list.addAll(1, List.of("x", "y")));
    changes.put("set", list -> list.set(1, "x"));
    changes.put("set the same", list -> list.set(1, "b"));
    changes.put("remove at", list -> list.remove(3));
    changes.put("remove", list -> list.remove("b"));
    changes.put("remove null", list -> list.remove(null));
    changes.put("remove a stranger", list -> list.remove("x"));
    changes.put("removeAll", list -> list.removeAll(Arrays.asList("b", "d", "x")));
    changes.put("retainAll", list -> list.retainAll(Arrays.asList("b", "d", "x")));
    changes.put("removeIf", list -> list.removeIf(each -> each == null || each.equals("b")));
    changes.put("replaceAll", list -> list.replaceAll(each -> "b".equals(each) ? "x" : each));
    changes.put("clear", List::clear);
    changes.put("sort", list -> list.sort(Comparator.nullsFirst(Comparator.reverseOrder())));
    changes.put("Collections.reverse", Collections::reverse);
    changes.put("Collections.rotate", list -> Collections.rotate(list, 2));
    changes.put("Collections.swap", list -> Collections.swap(list, 0, 5));
    changes.put("iterator remove", list -> {
      for (Iterator<String> each = list.iterator(); each.hasNext(); ) {
        if ("b".equals(each.next())) {
          each.remove();
        }
      }
    });
    changes.put("listIterator", list -> {
      ListIterator<String> each = list.listIterator(2);
      each.next();
      each.set("x");
      each.add("y");
      each.previous();
      each.remove();
      each.previous();
      each.set("z");
    });
    changes.put("subList add", list -> list.subList(1, 3).add("x"));
    changes.put("subList set", list -> list.subList(1, 3).set(0, "x"));
    changes.put("subList remove", list -> list.subList(1, 3).remove("c"));
    changes.put("subList clear", list -> list.subList(1, 4).clear());
    changes.put("subList of subList", list -> list.subList(1, 5).subList(1, 3).clear());
    changes.put("subList addAll", list -> list.subList(1, 3).addAll(1, List.of("x", "y")));
    changes.put("subList removeIf", list -> list.subList(1, 5).removeIf("b"::equals));
    changes.put("subList replaceAll", list -> list.subList(0, 2).replaceAll(each -> each + "!"));
    changes.put("subList sort", list -> list.subList(0, 3).sort(Comparator.reverseOrder()));
    changes.put("subList retainAll", list -> list.subList(0, 4).retainAll(List.of("b")));
    changes.put("subList iterator", list -> {
      Iterator<String> each = list.subList(2, 4).iterator();
      each.next();
      each.remove();
    });
    sequenced("addFirst", list -> invoke(list, "addFirst", "x"), changes);
    sequenced("addLast", list -> invoke(list, "addLast", "x"), changes);
    sequenced("removeFirst", list -> invoke(list, "removeFirst"), changes);
    sequenced("removeLast", list -> invoke(list, "removeLast"), changes);
    sequenced("reversed add", list -> asList(invoke(list, "reversed")).add("x"), changes);
    sequenced("reversed set", list -> asList(invoke(list, "reversed")).set(0, "x"), changes);
    sequenced("reversed clear", list -> asList(invoke(list, "reversed")).clear(), changes);
    sequenced(
        "reversed removeIf",
        list -> asList(invoke(list, "reversed")).removeIf("b"::equals),
        changes);
    return changes;
  }

  /** What Java 21 adds, where this runs on it. */
  private static void sequenced(
      String name, Consumer<List<String>> change, Map<String, Consumer<List<String>>> changes) {
    if (Runtime.version().feature() >= 21) {
      changes.put(name, change);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> asList(Object list) {
    return (List<String>) list;
  }

  private static Object invoke(List<String> list, String method, Object... arguments) {
    try {
      Class<?>[] types = new Class<?>[arguments.length];
      Arrays.fill(types, Object.class);
      return List.class.getMethod(method, types).invoke(list, arguments);
    } catch (InvocationTargetException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(failure);
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError(missing);
    }
  }

  private static LiveList<String> live(Ledger ledger) {
    LiveList<String> list = new LiveList<>();
    list.fill(START);
    list.events(ledger);
    return list;
  }

  @TestFactory
  Stream<DynamicTest> change_anyMethod_isReportedAndActsAsOnAPlainList() {
    return changes().entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
          List<String> plain = new ArrayList<>(START);
          Ledger ledger = new Ledger(START);
          LiveList<String> live = live(ledger);
          each.getValue().accept(plain);
          each.getValue().accept(live);

          assertThat(live).containsExactlyElementsOf(plain);
          assertThat(ledger.balance()).isEqualTo(Ledger.balanceOf(live.members()));
        }));
  }

  @TestFactory
  Stream<DynamicTest> change_refused_leavesTheListAsItWas() {
    return changes().entrySet().stream()
        .filter(each -> !each.getKey().matches(".*sort|.*the same|.*stranger"))
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
          Ledger ledger = new Ledger(START);
          LiveList<String> live = live(ledger);
          ledger.refuse();

          assertThatThrownBy(() -> each.getValue().accept(live))
              .isInstanceOf(Ledger.RefusedException.class);
          assertThat(live).containsExactlyElementsOf(START);
        }));
  }

  @TestFactory
  Stream<DynamicTest> change_ofAListNobodyListensTo_actsAsOnAPlainList() {
    return changes().entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
          List<String> plain = new ArrayList<>(START);
          LiveList<String> live = live(new Ledger(START));
          live.events(null);
          each.getValue().accept(plain);
          each.getValue().accept(live);

          assertThat(live).containsExactlyElementsOf(plain);
        }));
  }

  @Test
  void read_anyMethod_givesWhatAPlainListGives() {
    LiveList<String> live = live(new Ledger(START));

    assertThat(live.stream().collect(Collectors.toList())).isEqualTo(START);
    assertThat(live.parallelStream().toList()).isEqualTo(START);
    assertThat(live.toArray()).isEqualTo(START.toArray());
    assertThat(live.toArray(new String[0])).isEqualTo(START.toArray(new String[0]));
    assertThat(live.indexOf("b")).isEqualTo(1);
    assertThat(live.lastIndexOf("b")).isEqualTo(3);
    assertThat(live.indexOf("x")).isNegative();
    assertThat(live.contains(null)).isTrue();
    assertThat(live).isEqualTo(START).hasSameHashCodeAs(START);
    assertThat(live.toString()).isEqualTo(START.toString());
  }

  @Test
  void iterator_afterAnotherChange_fails() {
    LiveList<String> live = live(new Ledger(START));
    Iterator<String> each = live.iterator();
    each.next();
    live.insert("x");

    assertThatThrownBy(each::next).isInstanceOf(ChangedWhileIteratedException.class);
  }

  @Test
  void subList_afterAnotherChange_failsByName() {
    LiveList<String> live = live(new Ledger(START));
    List<String> part = live.subList(1, 4);
    List<String> inner = part.subList(0, 2);
    inner.add("y");
    assertThat(inner).containsExactly("b", "c", "y");
    assertThat(part).containsExactly("b", "c", "y", "b");
    Iterator<String> each = part.iterator();
    live.insert("x");

    Stream.<Runnable>of(
            () -> part.get(0),
            part::size,
            () -> part.add("z"),
            () -> part.set(0, "z"),
            () -> part.remove(0),
            part::clear,
            part::iterator,
            () -> part.subList(0, 1),
            inner::size,
            each::next)
        .forEach(call -> assertThatThrownBy(call::run)
            .isInstanceOf(ChangedWhileIteratedException.class)
            .hasMessageEndingWith("[ORM-229]"));
    assertThatThrownBy(() -> live.subList(3, 2)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> live.subList(0, 99)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void addAt_outOfRange_failsBeforeAnybodyIsTold() {
    Ledger ledger = new Ledger(START);
    LiveList<String> live = live(ledger);

    assertThatThrownBy(() -> live.add(7, "x")).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> live.addAll(-1, List.of("x")))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> live.set(6, "x")).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> live.remove(6)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(ledger.entries).isEmpty();
  }

  @Test
  void remove_ofAMemberWithAnEqualOneBeforeIt_takesTheMemberItself() {
    String one = new String("same");
    String other = new String("same");
    LiveList<String> live = new LiveList<>();
    live.fill(List.of(one, other));

    assertThat(live.indexOf(other)).isEqualTo(1);
    live.remove(other);
    assertThat(live.get(0)).isSameAs(one);
  }
}
