package io.aludel.orm.internal.state;

import io.aludel.orm.event.internal.AttributeListeners;
import io.aludel.orm.event.internal.ConstructorListeners;
import io.aludel.orm.event.internal.Listeners;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.weave.EntityShape;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.RecordSource;
import io.aludel.orm.weave.StateRecord;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Makes the records of objects that no session knows, by the newest registry that maps their class. */
public final class NewRecords implements RecordSource {
  /** For each class the layout of its newest mapper, kept by the class itself. */
  private static final ClassValue<AtomicReference<@Nullable EntityLayout>> LAYOUTS =
      new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable EntityLayout> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  /** Called by the service loader. */
  public NewRecords() {}

  /** The layout of the newest mapper of a class, or null if no registry maps it. */
  static @Nullable EntityLayout findLayout(Class<?> type) {
    Mapper<?> mapper = Registry.findNewestMapper(type);
    if (mapper == null) {
      return null;
    }
    AtomicReference<@Nullable EntityLayout> cell = LAYOUTS.get(type);
    EntityLayout layout = cell.get();
    if (layout == null || layout.mapper() != mapper) {
      layout = new EntityLayout(mapper, 0);
      cell.set(layout);
    }
    return layout;
  }

  /** The record of an object, made if it has none; null if its class is not mapped. */
  public static @Nullable EntityState find(ManagedEntity entity) {
    if (entity.$state() instanceof EntityState state) {
      return state;
    }
    EntityLayout layout = findLayout(entity.getClass());
    return layout == null ? null : EntityState.of(entity, layout);
  }

  /** The record of an object that is known to have one. */
  static EntityState require(ManagedEntity entity) {
    if (entity.$state() instanceof EntityState state) {
      return state;
    }
    throw new IllegalStateException("no record: " + entity.getClass().getName());
  }

  private static boolean isDiscriminator(Mapper<?> mapper, int index) {
    ColumnProperty<?> discriminator = mapper.hierarchy().discriminator();
    return discriminator != null
        && mapper.hierarchy().isDiscriminatorStored()
        && discriminator.index() == index;
  }

  @Override
  public @Nullable StateRecord forRead(ManagedEntity entity, int index) {
    Mapper<?> mapper = Registry.findNewestMapper(entity.getClass());
    if (mapper == null || (isQuietColumn(mapper, index) && !isDiscriminator(mapper, index))) {
      return null;
    }
    EntityLayout layout = findLayout(entity.getClass());
    if (layout == null) {
      return null;
    }
    AttributeListeners listeners = layout.listeners(index);
    return layout.isCollection(index)
            || layout.isNotInherited(index)
            || layout.discriminator() == index
            || layout.derived(index) != null
            || (listeners != null && listeners.wantsFirstRead())
        ? EntityState.of(entity, layout)
        : null;
  }

  /** New objects of a class whose columns nobody listens to report no more of their writes. */
  @Override
  public @Nullable StateRecord forWrite(ManagedEntity entity, int index) {
    Mapper<?> mapper = Registry.findNewestMapper(entity.getClass());
    if (mapper == null) {
      return null;
    }
    if (isQuietColumn(mapper, index)) {
      entity.$watched(0);
      return null;
    }
    EntityLayout layout = findLayout(entity.getClass());
    return layout != null
            && (layout.relationship(index) != null
                || layout.isNotInherited(index)
                || layout.wantsWrites(index))
        ? EntityState.of(entity, layout)
        : null;
  }

  @Override
  public void begun(ManagedEntity entity) {
    ConstructorListeners<Object> listeners = listeners(entity);
    if (listeners != null) {
      listeners.begun(entity);
    }
  }

  @Override
  public void failed(ManagedEntity entity, Throwable failure) {
    ConstructorListeners<Object> listeners = listeners(entity);
    if (listeners != null) {
      listeners.failed(entity, failure);
    }
  }

  @SuppressWarnings("unchecked") // they are only told of objects of the mapped class
  private static @Nullable ConstructorListeners<Object> listeners(ManagedEntity entity) {
    if (!ConstructorListeners.areHeard()) {
      return null;
    }
    Mapper<?> mapper = Registry.findNewestMapper(entity.getClass());
    return mapper == null ? null : ((Listeners<Object>) mapper.events()).constructors();
  }

  @Override
  public @Nullable Object written(ManagedEntity entity, int index) {
    return SerialWriter.field(entity, index);
  }

  @Override
  public void write(ObjectOutputStream out, ManagedEntity entity, EntityShape shape)
      throws IOException {
    new SerialWriter(out, entity, shape).write();
  }

  @Override
  public void read(ObjectInputStream in, ManagedEntity entity, EntityShape shape)
      throws IOException, ClassNotFoundException {
    new SerialReader(in, entity, shape).read();
  }

  /** Asked without a layout: that would have relationships worked out while classes are still mapped. */
  private static boolean isQuietColumn(Mapper<?> mapper, int index) {
    if (mapper.watchesNewObjects() || ((Listeners<?>) mapper.events()).listensToAttributes()) {
      return false;
    }
    for (ColumnProperty<?> property : mapper.columnProperties()) {
      if (property.index() == index) {
        return true;
      }
    }
    return false;
  }
}
