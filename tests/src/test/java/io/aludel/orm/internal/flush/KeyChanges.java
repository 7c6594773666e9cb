package io.aludel.orm.internal.flush;

import io.aludel.fixture.world.Document;
import io.aludel.fixture.world.Event;
import io.aludel.fixture.world.Hall;
import io.aludel.fixture.world.LineItem;
import io.aludel.fixture.world.Page;
import io.aludel.fixture.world.Product;
import io.aludel.fixture.world.PurchaseOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happens where keys matter: association objects, keys that applications make, rows that refer to each
 * other, unique numbers.
 */
final class KeyChanges {
  private final RandomChanges all;

  KeyChanges(RandomChanges all) {
    this.all = all;
  }

  List<Runnable> steps() {
    return List.of(
        this::addOrderOrProduct,
        this::addLine,
        this::addLine,
        this::addLine,
        this::changeLine,
        this::moveLine,
        this::removeLine,
        this::replaceLine,
        this::deleteOrder,
        this::deleteProduct,
        this::addHall,
        this::addEvent,
        this::moveEvent,
        this::moveEvent,
        this::renumberHall,
        this::deleteHall,
        this::addDocument,
        this::addPage,
        this::addPage,
        this::movePage,
        this::cover,
        this::deletePage,
        this::deleteDocument,
        this::addLocker,
        this::swapNumbers,
        this::rotateNumbers,
        this::deleteLocker);
  }

  private PlainModel model() {
    return all.model();
  }

  // Orders, products, and lines that have the keys of both

  private PurchaseOrder order(String name) {
    return all.get(name);
  }

  private Product product(String name) {
    return all.get(name);
  }

  private LineItem line(String name) {
    return all.get(name);
  }

  private static String lineName(String order, String product) {
    return "line-" + order + "-" + product;
  }

  private List<String> linesOf(String nameOfOrderOrProduct) {
    return model().names("line").stream()
        .filter(line -> List.of(line.split("-")).contains(nameOfOrderOrProduct))
        .toList();
  }

  private void addOrderOrProduct() {
    if (all.oneOf(2)) {
      String name = all.newName("order");
      all.session().add(all.add("order", name, new PurchaseOrder(name)));
    } else {
      String name = all.newName("product");
      all.session().add(all.add("product", name, new Product(name)));
    }
  }

  private void addLine() {
    String order = all.pick("order");
    String product = all.pick("product");
    if (order != null && product != null && !model().has(lineName(order, product))) {
      addLine(order, product, new LineItem(product(product), all.number(100)));
    }
  }

  private void addLine(String order, String product, LineItem line) {
    String name = lineName(order, product);
    all.add("line", name, line);
    order(order).lines.add(line);
    describe(name, order, product);
  }

  private void describe(String line, String order, String product) {
    model().text(line, order + " " + product + " " + line(line).quantity);
  }

  private void changeLine() {
    String line = all.pick("line");
    if (line != null) {
      all.say("change " + line);
      line(line).quantity = all.number(100);
      String[] parts = line.split("-");
      describe(line, parts[1], parts[2]);
    }
  }

  /** Its key changes. */
  private void moveLine() {
    String line = all.pick("line");
    String order = all.pick("order");
    if (line == null || order == null) {
      return;
    }
    String product = line.split("-")[2];
    String moved = lineName(order, product);
    if (model().has(moved)) {
      return;
    }
    all.say("move " + line + " to " + order);
    all.session().flush();
    LineItem item = line(line);
    if (all.oneOf(2)) {
      order(order).lines.add(item);
    } else {
      item.order = order(order);
    }
    model().remove(line);
    model().add("line", moved);
    all.put(moved, item);
    describe(moved, order, product);
  }

  private void removeLine() {
    String line = all.pick("line");
    if (line != null) {
      all.say("remove " + line);
      order(line.split("-")[1]).lines.remove(line(line));
      model().remove(line);
    }
  }

  /** A line of the same key takes its place in one flush, and takes over the row. */
  private void replaceLine() {
    String line = all.pick("line");
    if (line != null) {
      String[] parts = line.split("-");
      all.say("flush, and replace " + line);
      all.session().flush();
      order(parts[1]).lines.remove(line(line));
      addLine(parts[1], parts[2], new LineItem(product(parts[2]), all.number(100)));
    }
  }

  private void deleteOrder() {
    String order = all.pick("order");
    if (order != null) {
      all.delete(order);
      linesOf(order).forEach(model()::remove);
      model().remove(order);
    }
  }

  /** The database deletes the lines by itself, so they must not be loaded. */
  private void deleteProduct() {
    String product = all.pick("product");
    if (product != null) {
      all.session().flush();
      all.session().expireAll();
      all.delete(product);
      all.session().flush();
      all.session().expireAll();
      linesOf(product).forEach(model()::remove);
      model().remove(product);
    }
  }

  // Halls with keys of two parts, and events in them

  private Hall hall(String name) {
    return all.get(name);
  }

  private Event event(String name) {
    return all.get(name);
  }

  private void addHall() {
    String name = all.newName("hall");
    int number = Integer.parseInt(name.substring(4));
    all.session().add(all.add("hall", name, new Hall("b" + number % 3, number)));
    model().text(name, "b" + number % 3 + " " + number);
  }

  private void addEvent() {
    String name = all.newName("event");
    String hall = all.pick("hall");
    Event event = all.add("event", name, new Event(name));
    if (hall != null) {
      all.say("  in " + hall);
      event.hall = hall(hall);
    }
    all.session().add(event);
    model().set("takesPlace", name, hall);
  }

  private void moveEvent() {
    String event = all.pick("event");
    if (event == null) {
      return;
    }
    String hall = all.oneOf(3) ? null : all.pick("hall");
    String former = model().get("takesPlace", event);
    all.say("move " + event + " to " + hall);
    Event moved = event(event);
    if (hall != null && all.oneOf(2)) {
      if (!hall(hall).events.contains(moved)) {
        hall(hall).events.add(moved);
      }
    } else if (hall == null && former != null && all.oneOf(2)) {
      hall(former).events.remove(moved);
    } else {
      moved.hall = hall == null ? null : hall(hall);
    }
    model().set("takesPlace", event, hall);
  }

  private void renumberHall() {
    String hall = all.pick("hall");
    if (hall == null || !model().referring("takesPlace", hall).isEmpty()) {
      return;
    }
    all.session().flush();
    int number = 10_000 + Integer.parseInt(all.newName("").trim());
    all.say("flush, and give " + hall + " the number " + number);
    hall(hall).number = number;
    model().text(hall, model().text(hall).split(" ")[0] + " " + number);
  }

  private void deleteHall() {
    String hall = all.pick("hall");
    if (hall != null) {
      all.delete(hall);
      model().remove(hall);
    }
  }

  // Documents and pages that refer to each other

  private Document document(String name) {
    return all.get(name);
  }

  private Page page(String name) {
    return all.get(name);
  }

  private void addDocument() {
    String name = all.newName("document");
    all.session().add(all.add("document", name, new Document(name)));
  }

  private void addPage() {
    String name = all.newName("page");
    String document = all.pick("document");
    Page page = all.add("page", name, new Page(name));
    all.say("  of " + document);
    if (document != null && all.oneOf(2)) {
      document(document).pages.put(name, page);
    } else if (document != null) {
      page.document = document(document);
    }
    all.session().add(page);
    model().set("pageOf", name, document);
  }

  private void movePage() {
    String page = all.pick("page");
    if (page == null) {
      return;
    }
    String document = all.oneOf(3) ? null : all.pick("document");
    String former = model().get("pageOf", page);
    all.say("move " + page + " to " + document);
    if (document != null && all.oneOf(2)) {
      document(document).pages.put(page, page(page));
    } else if (document == null && former != null && all.oneOf(2)) {
      document(former).pages.remove(page);
    } else {
      page(page).document = document == null ? null : document(document);
    }
    model().set("pageOf", page, document);
  }

  private void cover() {
    String document = all.pick("document");
    String page = all.oneOf(3) ? null : all.pick("page");
    if (document != null) {
      cover(document, page);
    }
  }

  private void cover(String document, @Nullable String page) {
    all.say("cover " + document + " with " + page);
    document(document).cover = page == null ? null : page(page);
    model().set("cover", document, page);
  }

  private void uncover(List<String> pages) {
    for (String document : model().names("document")) {
      String cover = model().get("cover", document);
      if (cover != null && pages.contains(cover)) {
        cover(document, null);
      }
    }
  }

  private void deletePage() {
    String page = all.pick("page");
    if (page != null) {
      uncover(List.of(page));
      all.delete(page);
      model().remove(page);
    }
  }

  private void deleteDocument() {
    String document = all.pick("document");
    if (document != null) {
      List<String> pages = model().referring("pageOf", document);
      if (all.oneOf(2)) {
        uncover(pages);
      } else {
        String own = model().get("cover", document);
        uncover(pages.stream().filter(page -> !Objects.equals(page, own)).toList());
        for (String other : model().names("document")) {
          if (!other.equals(document) && own != null && own.equals(model().get("cover", other))) {
            cover(other, null);
          }
        }
      }
      all.delete(document);
      pages.forEach(model()::remove);
      model().remove(document);
    }
  }

  // Lockers with unique numbers

  private Locker locker(String name) {
    return all.get(name);
  }

  private void addLocker() {
    String name = all.newName("locker");
    all.session().add(all.add("locker", name, new Locker(number(name), name)));
    model().text(name, name + " " + number(name));
  }

  private static int number(String locker) {
    return Integer.parseInt(locker.substring(6));
  }

  private void describe(String locker) {
    model().text(locker, locker + " " + locker(locker).number);
  }

  private void swapNumbers() {
    String one = all.pick("locker");
    String other = all.pick("locker");
    if (one != null && other != null) {
      all.say("swap the numbers of " + one + " and " + other);
      Integer number = locker(one).number;
      Integer otherNumber = locker(other).number;
      locker(one).number = otherNumber;
      locker(other).number = number;
      describe(one);
      describe(other);
    }
  }

  private void rotateNumbers() {
    List<String> lockers = model().names("locker");
    if (lockers.isEmpty()) {
      return;
    }
    all.say("rotate all numbers");
    List<@Nullable Integer> numbers = new ArrayList<>(); // read before anything changes
    lockers.forEach(locker -> numbers.add(locker(locker).number));
    Collections.rotate(numbers, 1);
    for (int i = 0; i < lockers.size(); i++) {
      locker(lockers.get(i)).number = numbers.get(i);
      describe(lockers.get(i));
    }
  }

  /** Its number goes to another one, or to a new one, in the same flush. */
  private void deleteLocker() {
    String locker = all.pick("locker");
    if (locker == null) {
      return;
    }
    Integer number = locker(locker).number;
    all.delete(locker);
    model().remove(locker);
    String heir = all.pick("locker");
    if (heir != null && all.oneOf(2)) {
      all.say("  and give its number to " + heir);
      locker(heir).number = number;
      describe(heir);
    } else if (number != null && all.oneOf(2)) {
      String fresh = all.newName("locker");
      all.session().add(all.add("locker", fresh, new Locker(number, fresh)));
      describe(fresh);
    }
  }
}
