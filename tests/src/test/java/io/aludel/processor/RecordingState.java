package io.aludel.processor;

import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.StateRecord;
import io.aludel.orm.weave.Weave;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what woven code reports, and loads what it was told to. */
final class RecordingState extends StateRecord {
  final List<String> calls = new ArrayList<>();
  final Map<Integer, Object> row = new HashMap<>();
  final Map<Integer, Object> replaced = new HashMap<>();

  private RecordingState(ManagedEntity entity) {
    super(entity, null);
  }

  /** Attaches a record to an object and watches all its attributes. */
  static RecordingState watch(Object entity) {
    ManagedEntity managed = (ManagedEntity) entity;
    RecordingState state = new RecordingState(managed);
    managed.$state(state);
    managed.$unloaded(0);
    managed.$watched(-1L);
    return state;
  }

  /** Makes an attribute unloaded, with the value that a load will find. */
  RecordingState unload(Object entity, int index, Object value) {
    ManagedEntity managed = (ManagedEntity) entity;
    row.put(index, value);
    managed.$unloaded(managed.$unloaded() | Weave.bit(index));
    return this;
  }

  @Override
  public void load(ManagedEntity entity, int index) {
    calls.add("load " + index);
    if (row.containsKey(index)) {
      entity.$write(index, row.get(index));
    }
    if (Weave.bit(index) != Weave.SHARED_BIT) {
      entity.$unloaded(entity.$unloaded() & ~Weave.bit(index));
    }
  }

  @Override
  public @Nullable Object change(ManagedEntity entity, int index, @Nullable Object value) {
    calls.add("change " + index + ": " + entity.$read(index) + " to " + value);
    return replaced.getOrDefault(index, value);
  }
}
