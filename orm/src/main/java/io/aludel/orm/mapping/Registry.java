package io.aludel.orm.mapping;

import io.aludel.ArgumentException;
import io.aludel.Warnings;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.event.EntityEvents;
import io.aludel.orm.event.internal.HeldEvents;
import io.aludel.orm.mapping.internal.MapperHistory;
import io.aludel.orm.mapping.internal.MappingLog;
import io.aludel.orm.mapping.internal.declared.EntityIndex;
import io.aludel.orm.mapping.internal.inheritance.HierarchyMarks;
import io.aludel.schema.MetaData;
import io.aludel.sql.FromClause;
import io.aludel.sql.tree.FromNode;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The classes that are mapped together, and the metadata with their tables. Filled while an application
 * starts; safe to share.
 */
public final class Registry {
  private static final Warnings WARNINGS = Warnings.of("io.aludel.orm.mapping");
  private static final MappingLog LOG = new MappingLog();

  /** For each class its mapper in the newest registry, kept by the class itself. */
  private static final ClassValue<MapperHistory> NEWEST = new ClassValue<>() {
    @Override
    protected MapperHistory computeValue(Class<?> type) {
      return new MapperHistory();
    }
  };

  private final MetaData metadata;
  private final RegistryEvents events;
  private final Map<Class<?>, HeldEvents<?>> held = new HashMap<>();
  private volatile Map<Class<?>, Mapper<?>> mappers = Map.of();
  private volatile Map<Class<?>, Mapper<?>> configured = Map.of();
  private volatile List<String> warnings = List.of();
  private @Nullable MappingException failure;
  private boolean configuring;

  private Registry(MetaData metadata, RegistryEvents events) {
    this.metadata = metadata;
    this.events = events;
  }

  /**
   * Maps annotated classes, declaring a table for each in a metadata of its own. Emits no SQL.
   *
   * @param entities classes marked {@link Entity}; none for a registry that is filled by {@link #map}
   * @return the registry
   * @throws NotWovenException if a class was compiled without weaving, or for another version
   * @throws MappingException if a class cannot be mapped as its annotations say
   */
  public static Registry of(Class<?>... entities) {
    return over(new MetaData(), entities);
  }

  /**
   * Maps annotated classes, declaring their tables in a given metadata.
   *
   * @param metadata where the tables go
   * @param entities classes marked {@link Entity}
   * @return the registry
   * @throws NotWovenException if a class was compiled without weaving, or for another version
   * @throws MappingException if a class cannot be mapped as its annotations say
   */
  public static Registry over(MetaData metadata, Class<?>... entities) {
    return over(metadata, new RegistryEvents(), entities);
  }

  /**
   * Maps annotated classes like {@link #of}, and tells listeners of it.
   *
   * @param events where the listeners are registered
   * @param entities classes marked {@link Entity}
   * @return the registry
   * @throws NotWovenException if a class was compiled without weaving, or for another version
   * @throws MappingException if a class cannot be mapped as its annotations say
   */
  public static Registry heard(RegistryEvents events, Class<?>... entities) {
    return over(
        new MetaData(),
        ArgumentException.requireNonNull(events, "the listeners of a registry"),
        entities);
  }

  private static Registry over(MetaData metadata, RegistryEvents events, Class<?>... entities) {
    Registry registry = new Registry(
        ArgumentException.requireNonNull(metadata, "the metadata of a registry"), events);
    AnnotatedEntities given = new AnnotatedEntities(registry);
    for (Class<?> type : ArgumentException.requireNonNull(entities, "the entities to map")) {
      given.add(ArgumentException.requireNonNull(type, "an entity class to map"));
    }
    for (AnnotatedEntity<?> entity : given.declare(metadata)) {
      registry.add(entity.build());
    }
    return registry;
  }

  /**
   * Maps all entities that the annotation processor saw, as its index on the class path of the current
   * thread lists them. Leaves out abstract ones, which have no rows of their own, unless their
   * sub classes share rows with them. Scans nothing.
   *
   * @return the registry
   * @throws MappingException if there is no index, or it names a class that is not there
   */
  public static Registry discover() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return discover(loader == null ? Registry.class.getClassLoader() : loader);
  }

  /**
   * Maps all entities that the annotation processor saw, as the indexes that {@code loader} finds list
   * them. Leaves out abstract ones, which have no rows of their own, unless their sub classes share rows
   * with them.
   *
   * @param loader finds indexes and classes
   * @return the registry
   * @throws MappingException if there is no index, or it names a class that is not there
   */
  public static Registry discover(ClassLoader loader) {
    ArgumentException.requireNonNull(loader, "the class loader of entities");
    return of(EntityIndex.read(loader).stream()
        .filter(type -> !Modifier.isAbstract(type.getModifiers()) || HierarchyMarks.isPart(type))
        .toArray(Class<?>[]::new));
  }

  /**
   * Maps a class to a table of any metadata, or to what else rows come from: a join, an alias, a query under
   * a name (parity row ORM-MAP-40). Each attribute goes to the column of its name, or of its name with
   * underscores, unless {@code mapping} says otherwise. Annotations of the class are ignored.
   *
   * <p>Objects of a join are read from it, and written to each of its tables whose key is mapped, those that
   * others refer to first. Columns that the join compares keep one attribute, unless each has one of its own
   * name. What comes from an alias or a query is read only: a flush that would have to write it fails.
   * Queries may use classes that are mapped already.
   *
   * @param type a woven class, marked at least as a mapped super class
   * @param rows the table, join, alias or query
   * @param mapping says which attributes differ
   * @param <E> the class
   * @return its mapper
   * @throws NotWovenException if the class was compiled without weaving, or for another version
   * @throws MappingException if an attribute has no column, or several that nothing says are equal; if there
   *     is no key; if the class is mapped; or if the rows are none that a class can be mapped to
   */
  public <E> Mapper<E> map(Class<E> type, FromClause rows, Consumer<EntityMapping<E>> mapping) {
    FromNode from =
        ArgumentException.requireNonNull(rows, "the table of an entity").fromNode();
    refuseSecondMapping(ArgumentException.requireNonNull(type, "an entity class to map"));
    events.instrumenting(type);
    MappingReader<E> reader = new MappingReader<>(type, this);
    ArgumentException.requireNonNull(mapping, "the mapping of an entity").accept(reader.mapping());
    return add(reader.over(from));
  }

  private void refuseSecondMapping(Class<?> type) {
    if (mappers.containsKey(type)) {
      throw MappingException.of(MappingMessage.MAPPED_TWICE, type.getSimpleName(), type.getName());
    }
  }

  private synchronized <E> Mapper<E> add(Mapper<E> mapper) {
    Map<Class<?>, Mapper<?>> more = new LinkedHashMap<>(mappers);
    more.put(mapper.type(), mapper);
    mappers = more;
    mapper.join();
    joinListeners(mapper);
    NEWEST.get(mapper.type()).add(mapper);
    events.constructed(mapper);
    return mapper;
  }

  /**
   * The listeners of mapping itself.
   *
   * @return where listeners are registered
   */
  public RegistryEvents events() {
    return events;
  }

  /**
   * Works out the relationships of all entities mapped so far, unless that is done: finds targets, other
   * sides, join conditions and link tables. Happens by itself when a relationship is first needed.
   *
   * @throws MappingException if a relationship cannot be worked out; again on every later call
   */
  public void configure() {
    if (configured != mappers) {
      configureAll();
    }
  }

  @Warnings.Origin("the configuration of mappings")
  private synchronized void configureAll() {
    if (failure != null) {
      throw repeated(failure);
    }
    if (configured == mappers || configuring) {
      return;
    }
    configuring = true; // a listener may ask for what needs a configured registry
    try {
      events.beginning(this);
      configureWaiting(mappers);
      events.done(this);
    } finally {
      configuring = false;
    }
  }

  private void configureWaiting(Map<Class<?>, Mapper<?>> all) {
    List<Mapper<?>> waiting = new ArrayList<>();
    for (Mapper<?> mapper : all.values()) {
      if (!configured.containsKey(mapper.type()) && events.lets(mapper)) {
        waiting.add(mapper);
      }
    }
    try {
      RelationshipConfigurer configurer = new RelationshipConfigurer(this, metadata);
      workOut(waiting, configurer);
      warn(configurer.warnings());
      configured = withDone(all, waiting);
      for (Mapper<?> mapper : waiting) {
        LOG.configured(mapper);
      }
    } catch (MappingException failed) {
      failure = failed;
      throw failed;
    }
    for (Mapper<?> mapper : waiting) {
      events.configured(mapper);
    }
  }

  private static void workOut(List<Mapper<?>> waiting, RelationshipConfigurer configurer) {
    for (Mapper<?> mapper : waiting) {
      configurer.linkBackrefs(mapper);
    }
    Map<Mapper<?>, Map<String, RelationshipProperty>> found = new LinkedHashMap<>();
    for (Mapper<?> mapper : waiting) {
      found.put(mapper, configurer.configure(mapper));
    }
    WriteConflicts conflicts = new WriteConflicts(configurer.warnings());
    for (Map<String, RelationshipProperty> each : found.values()) {
      each.values().forEach(conflicts::add);
    }
    found.forEach(Mapper::relationships);
    for (Map<String, RelationshipProperty> each : found.values()) {
      each.values().forEach(RelationshipRules::checkUnloaded);
    }
  }

  /** All that are configured; the very map of all if none was skipped. */
  private Map<Class<?>, Mapper<?>> withDone(Map<Class<?>, Mapper<?>> all, List<Mapper<?>> done) {
    Map<Class<?>, Mapper<?>> both = new LinkedHashMap<>(configured);
    for (Mapper<?> mapper : done) {
      both.put(mapper.type(), mapper);
    }
    return both.size() == all.size() ? all : both;
  }

  /** Refuses to use a mapper that a listener skipped. */
  void requireConfigured(Mapper<?> mapper) {
    if (configured != mappers && !configuring && !configured.containsKey(mapper.type())) {
      throw MappingException.of(
          MappingMessage.SKIPPED, mapper.entityName(), mapper.entityName(), mapper.entityName());
    }
  }

  private void warn(List<String> found) {
    if (found.isEmpty()) {
      return;
    }
    found.forEach(WARNINGS::warn);
    List<String> all = new ArrayList<>(warnings);
    all.addAll(found);
    warnings = List.copyOf(all);
  }

  /**
   * What is odd about the mapping, but no mistake for sure: relationships that write the same column, or
   * settings without effect. Works out the relationships first. Each is also logged once.
   *
   * @return the warnings, as sentences
   * @throws MappingException if a relationship cannot be worked out
   */
  public List<String> warnings() {
    configure();
    return warnings;
  }

  /** The same words for a later caller, with its own stack and the first one as cause. */
  private static MappingException repeated(MappingException first) {
    String text = String.valueOf(first.getMessage());
    String code = " [" + first.code().code() + "]";
    MappingException again = new MappingException(
        first.code(), first.subject(), text.substring(0, text.length() - code.length()));
    again.initCause(first);
    return again;
  }

  /**
   * The metadata with the tables of the annotated classes and the link tables between them. Works out
   * the relationships first, because they declare link tables.
   *
   * @return the metadata
   * @throws MappingException if a relationship cannot be worked out
   */
  public MetaData metadata() {
    configure();
    return metadata;
  }

  /**
   * The mappers, in the order in which the classes were mapped.
   *
   * @return a copy
   */
  public List<Mapper<?>> mappers() {
    return new ArrayList<>(mappers.values());
  }

  /**
   * The mapper of a class.
   *
   * @param type the class
   * @param <E> the class
   * @return its mapper
   * @throws UnmappedClassException if this registry does not map the class
   */
  public <E> Mapper<E> mapper(Class<E> type) {
    Mapper<E> mapper = findMapper(type);
    if (mapper == null) {
      throw UnmappedClassException.in(type, this);
    }
    return mapper;
  }

  /**
   * The listeners of what happens to objects of a class. The class need not be mapped yet: what is
   * registered waits until it is (parity row ORM-EVT-02).
   *
   * @param type the class
   * @param <E> the class
   * @return where listeners are registered
   */
  @SuppressWarnings("unchecked") // listeners are kept under the class they are for
  public synchronized <E> EntityEvents<E> events(Class<E> type) {
    Mapper<E> mapper = findMapper(type);
    return mapper == null
        ? ((HeldEvents<E>) held.computeIfAbsent(type, any -> new HeldEvents<E>())).events()
        : mapper.events();
  }

  /** Listeners of classes above, and those that waited, hear of a class from now on. */
  @SuppressWarnings("unchecked") // listeners are kept under the class they are for
  private <E> void joinListeners(Mapper<E> mapper) {
    Class<?> above = mapper.type().getSuperclass();
    while (above != null && !mappers.containsKey(above)) {
      above = above.getSuperclass();
    }
    mapper.listenBelow(above == null ? null : mappers.get(above));
    HeldEvents<E> waiting = (HeldEvents<E>) held.remove(mapper.type());
    if (waiting != null) {
      waiting.release(mapper.events());
    }
  }

  /**
   * The mapper of a class, if this registry maps it.
   *
   * @param type the class
   * @param <E> the class
   * @return its mapper, or null
   */
  @SuppressWarnings("unchecked") // a mapper is kept under the class it is for
  public <E> @Nullable Mapper<E> findMapper(Class<E> type) {
    return (Mapper<E>)
        mappers.get(ArgumentException.requireNonNull(type, "the class of an entity"));
  }

  /**
   * The mapper of a class in the newest registry that maps it.
   *
   * @param type the class
   * @param <E> the class
   * @return its mapper, or null if no registry maps it
   */
  @SuppressWarnings("unchecked") // a mapper is kept under the class it is for
  public static <E> @Nullable Mapper<E> findNewestMapper(Class<E> type) {
    return (Mapper<E>) NEWEST
        .get(ArgumentException.requireNonNull(type, "the class of an entity"))
        .newest();
  }

  /**
   * Forgets all mappings, so that the classes can be mapped anew, by this registry or another (parity row
   * ORM-MAP-15). Where another registry maps a class too, its mapping is the newest again. Factories that
   * have used a mapping keep it; make new ones. What weaving added to the classes stays, and has no effect
   * on objects of a class that nobody maps.
   */
  public synchronized void dispose() {
    for (Mapper<?> mapper : mappers.values()) {
      NEWEST.get(mapper.type()).remove(mapper);
    }
    mappers = Map.of();
    configured = Map.of();
    warnings = List.of();
    failure = null;
  }

  String describe() {
    return mappers.isEmpty()
        ? "no class"
        : String.join(", ", mappers.keySet().stream().map(Class::getSimpleName).toList());
  }

  @Override
  public String toString() {
    return "Registry(" + describe() + ")";
  }
}
