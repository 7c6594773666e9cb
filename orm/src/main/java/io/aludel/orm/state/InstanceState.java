package io.aludel.orm.state;

import io.aludel.ArgumentException;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.Session;
import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.internal.session.Cascades;
import io.aludel.orm.internal.session.SessionCore;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.NewRecords;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.MapperProperty;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the ORM knows of one object (parity rows ORM-INS-06 to 08). A view: it follows the object. Looking
 * sends no SQL. Not safe for use by several threads at once, like the object itself.
 */
public final class InstanceState {
  private final ManagedEntity entity;

  private InstanceState(ManagedEntity entity) {
    this.entity = entity;
  }

  /**
   * Looks at an object.
   *
   * @param object an object of a mapped class
   * @return its state
   * @throws UnmappedClassException if no registry maps its class
   */
  public static InstanceState of(Object object) {
    ArgumentException.requireNonNull(object, "the object to inspect");
    if (!(object instanceof ManagedEntity managed)) {
      throw UnmappedClassException.anywhere(object.getClass());
    }
    if (NewRecords.find(managed) == null) {
      throw UnmappedClassException.anywhere(object.getClass());
    }
    return new InstanceState(managed);
  }

  private EntityState state() {
    if (entity.$state() instanceof EntityState state) {
      return state;
    }
    throw new IllegalStateException("the object lost its record");
  }

  /**
   * The object looked at.
   *
   * @return the object
   */
  public Object object() {
    return entity;
  }

  /**
   * The mapper of its class.
   *
   * @return the mapper
   */
  public Mapper<?> mapper() {
    return state().layout().mapper();
  }

  /**
   * Which of the five states it is in.
   *
   * @return the state
   */
  public ObjectState objectState() {
    EntityState state = state();
    boolean attached = state.owner() != null;
    if (!state.hasIdentity()) {
      return attached ? ObjectState.PENDING : ObjectState.TRANSIENT;
    }
    if (!attached) {
      return ObjectState.DETACHED;
    }
    return state.isDeleted() ? ObjectState.DELETED : ObjectState.PERSISTENT;
  }

  /**
   * Whether it is transient.
   *
   * @return true without identity and session
   */
  public boolean isTransient() {
    return objectState() == ObjectState.TRANSIENT;
  }

  /**
   * Whether it is pending.
   *
   * @return true when added and not flushed
   */
  public boolean isPending() {
    return objectState() == ObjectState.PENDING;
  }

  /**
   * Whether it is persistent.
   *
   * @return true with a row and a session
   */
  public boolean isPersistent() {
    return objectState() == ObjectState.PERSISTENT;
  }

  /**
   * Whether it is deleted.
   *
   * @return true from the flush of its DELETE to the end of the transaction
   */
  public boolean isDeleted() {
    return objectState() == ObjectState.DELETED;
  }

  /**
   * Whether it is detached.
   *
   * @return true with an identity and without a session
   */
  public boolean isDetached() {
    return objectState() == ObjectState.DETACHED;
  }

  /**
   * Whether a flush deleted its row, and no rollback took that back (parity row ORM-INS-16).
   *
   * @return true from the flush on, also after the commit
   */
  public boolean wasDeleted() {
    return state().wasDeleted();
  }

  /**
   * Whether it has an identity.
   *
   * @return true once it has a row
   */
  public boolean hasIdentity() {
    return state().hasIdentity();
  }

  /**
   * The identity by which its session knows it.
   *
   * @return the topmost class whose rows share identities with it, and key values; null for an
   *     object without identity
   */
  public @Nullable IdentityKey identityKey() {
    EntityState state = state();
    if (!state.hasIdentity()) {
      return null;
    }
    Object key = state.identityKey();
    List<@Nullable Object> values = new ArrayList<>();
    for (int index : state.layout().key()) {
      values.add(state.layout().keyPart(key, index));
    }
    return new IdentityKey(mapper().root().type(), values);
  }

  /**
   * The session it belongs to.
   *
   * @return the session, or null for a transient or detached object
   */
  public @Nullable Session session() {
    return state().owner() instanceof SessionCore core ? core.session() : null;
  }

  /**
   * One attribute.
   *
   * @param name the name of the attribute
   * @return what is known of it
   * @throws io.aludel.orm.mapping.MappingException if the entity has no such attribute
   */
  public AttributeState attribute(String name) {
    for (MapperProperty property : properties()) {
      if (property.name().equals(name)) {
        return new AttributeState(state(), entity, property);
      }
    }
    return new AttributeState(state(), entity, mapper().property(name));
  }

  /**
   * All mapped attributes.
   *
   * @return what is known of each, in mapping order
   */
  public List<AttributeState> attributes() {
    List<AttributeState> all = new ArrayList<>();
    for (MapperProperty property : properties()) {
      all.add(new AttributeState(state(), entity, property));
    }
    return all;
  }

  /**
   * The attributes without a value (parity row ORM-INS-07).
   *
   * @return their names
   */
  public Set<String> unloaded() {
    return names(property -> state().isUnloaded(entity, property.index()));
  }

  /**
   * The attributes that were not written since the object was last clean.
   *
   * @return their names
   */
  public Set<String> unmodified() {
    return names(property -> !state().isLinkChanged(property.index()));
  }

  /**
   * Whether all its values were dropped, to be read again.
   *
   * @return true until the first of them is read
   */
  public boolean isExpired() {
    return state().isExpired();
  }

  /**
   * The attributes of a stored object that will be read again.
   *
   * @return their names; none for a new object
   */
  public Set<String> expiredAttributes() {
    return hasIdentity() ? unloaded() : Set.of();
  }

  /**
   * Whether an attribute was written since the object was last clean, be it with an equal value.
   *
   * @return true for an object the next flush looks at
   */
  public boolean isModified() {
    return state().isChanged();
  }

  /**
   * Makes the next flush look at the object, without any change of a column (parity row ORM-INS-13).
   * Does nothing to an object without identity.
   */
  public void flagDirty() {
    if (hasIdentity()) {
      state().register(entity);
    }
  }

  /**
   * Takes the object out of its session and strips its identity, as if it had just been made with its
   * present values (parity row ORM-INS-17).
   */
  public void makeTransient() {
    Session session = session();
    if (session != null) {
      session.expunge(entity);
    }
    state().becomeTransient();
  }

  /**
   * Takes a new object whose key is set for one that has a row: it becomes detached, and what was not set
   * will be loaded once it belongs to a session (parity row ORM-INS-17).
   *
   * @throws ObjectStateException if the object is not transient, or has no key
   */
  public void makeDetached() {
    EntityState state = state();
    @Nullable Object[] parts = new Object[state.layout().key().length];
    boolean complete = isTransient();
    for (int i = 0; i < parts.length; i++) {
      parts[i] = state.read(entity, state.layout().key()[i]);
      complete &= parts[i] != null && !state.isUnloaded(entity, state.layout().key()[i]);
    }
    if (!complete) {
      throw new ObjectStateException(
          OrmError.OBJECT_STATE,
          state.toString(),
          "Cannot take "
              + this
              + " for an object with a row: it has to be transient and to have a key. Set the key"
              + " attributes first.");
    }
    state.identity(state.layout().keyOf(Objects.requireNonNull(parts)));
    entity.$watched(-1L);
  }

  /**
   * The objects that a cascade reaches from this one (parity row ORM-INS-03). Loads what it has to know, as the
   * operation itself does.
   *
   * @param cascade the cascade, not {@link Cascade#ALL}
   * @return the objects, without this one, each once
   */
  public List<Object> cascade(Cascade cascade) {
    ArgumentException.requireNonNull(cascade, "the cascade to follow");
    List<Object> reached = new ArrayList<>();
    for (EntityState each : Cascades.from(state(), cascade)) {
      Object object = each.get();
      if (object != null) {
        reached.add(object);
      }
    }
    return reached;
  }

  /**
   * The values of the key attributes as the object has them now, flushed or not (parity row ORM-INS-03).
   *
   * @return the values in the order of the key; null where there is none
   */
  public List<@Nullable Object> primaryKey() {
    List<@Nullable Object> values = new ArrayList<>();
    for (int index : state().layout().key()) {
      values.add(state().isUnloaded(entity, index) ? null : state().read(entity, index));
    }
    return values;
  }

  /** Columns without a field are nobody's attributes. */
  private List<MapperProperty> properties() {
    List<MapperProperty> all = new ArrayList<>();
    for (ColumnProperty<?> property : mapper().columnProperties()) {
      if (!state().layout().isHidden(property.index())) {
        all.add(property);
      }
    }
    all.addAll(mapper().composites());
    all.addAll(mapper().synonyms());
    all.addAll(mapper().relationships());
    return all;
  }

  /**
   * Whether the object is known to belong to a parent by a relationship that deletes orphans or allows a
   * single parent (parity row ORM-INS-18). Sends no SQL.
   *
   * @param relationship a relationship of the parent's class
   * @return true if a parent took it and did not let it go; for an object with a row also if nothing was
   *     seen of any parent
   */
  public boolean hasParent(RelationshipProperty relationship) {
    return state()
        .hasParent(ArgumentException.requireNonNull(relationship, "the relationship of a parent"));
  }

  private Set<String> names(Predicate<MapperProperty> wanted) {
    Set<String> names = new LinkedHashSet<>();
    for (MapperProperty property : properties()) {
      if (wanted.test(property)) {
        names.add(property.name());
      }
    }
    return names;
  }

  /** The object and its state: {@code User[id=7] (persistent)}. */
  @Override
  public String toString() {
    return state() + " (" + objectState().name().toLowerCase(java.util.Locale.ROOT) + ")";
  }
}
