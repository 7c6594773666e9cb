package io.aludel.orm.internal.flush;

import io.aludel.orm.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The objects of a random history by their names in the model, and the choices among them. */
final class RandomChanges {
  private final Session session;
  private final Map<String, Object> objects = new HashMap<>();
  private final List<String> said = new ArrayList<>();
  private PlainModel model = new PlainModel();
  private Random random = new Random();
  private int names;

  RandomChanges(Session session) {
    this.session = session;
  }

  /** All that may be done to objects. */
  List<Runnable> steps() {
    List<Runnable> steps = new ArrayList<>();
    steps.addAll(new PostChanges(this).steps());
    steps.addAll(new CircleChanges(this).steps());
    steps.addAll(new KeyChanges(this).steps());
    steps.addAll(new MergeChanges(this).steps());
    return steps;
  }

  Session session() {
    return session;
  }

  PlainModel model() {
    return model;
  }

  void model(PlainModel other) {
    model = other;
  }

  void random(Random next) {
    random = next;
  }

  void say(String what) {
    said.add(what);
  }

  List<String> lastSteps(int count) {
    return said.subList(Math.max(0, said.size() - count), said.size());
  }

  // Choosing

  boolean oneOf(int many) {
    return random.nextInt(many) == 0;
  }

  int number(int below) {
    return random.nextInt(below);
  }

  @Nullable String pick(List<String> some) {
    return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
  }

  @Nullable String pick(String kind) {
    return pick(model.names(kind));
  }

  // Objects

  String newName(String kind) {
    return kind + names++;
  }

  @SuppressWarnings("unchecked") // names tell the kind of thing
  <T> T get(String name) {
    return (T) objects.get(name);
  }

  void put(String name, Object object) {
    objects.put(name, object);
  }

  /** The object of a new thing of a kind, which is added to the model. */
  <T> T add(String kind, String name, T object) {
    say("add " + name);
    model.add(kind, name);
    objects.put(name, object);
    return object;
  }

  Collection<Object> objects() {
    return objects.entrySet().stream()
        .filter(entry -> model.has(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  List<Object> objects(String kind) {
    return model.names(kind).stream().map(objects::get).toList();
  }

  @Nullable Object anyObject() {
    String name = pick(objects.keySet().stream().filter(model::has).sorted().toList());
    return name == null ? null : objects.get(name);
  }

  /** Marks an object for deletion; sometimes with changes that are not flushed, if none is new. */
  void delete(String name) {
    say("delete " + name);
    if (!session.newObjects().isEmpty() || oneOf(2)) {
      session.flush();
    }
    session.delete(objects.get(name));
  }
}
