package io.aludel.queryset;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.MapperProperty;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.Weave;
import io.aludel.queryset.FieldRule.Refusal;
import io.aludel.queryset.ValidationException.Failure;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.metadata.PropertyDescriptor;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes in values: converts, tidies and checks them, all of a call before any is used. Its results are
 * objects ready to be inserted and changes ready to be written.
 */
final class Intake<E> {
  private final Mapper<E> mapper;
  private final Validator validator;
  private final @Nullable Constructor<E> constructor;
  private final Map<String, FieldRule> rules = new LinkedHashMap<>();

  Intake(Mapper<E> mapper, Validator validator) {
    this.mapper = mapper;
    this.validator = validator;
    this.constructor = constructor(mapper.type());
    for (ColumnProperty<?> property : mapper.columnProperties()) {
      if (!property.isHidden() && !property.isQueryExpression()) {
        rules.put(property.name(), new FieldRule(mapper, property));
      }
    }
  }

  Mapper<E> mapper() {
    return mapper;
  }

  /** What is known of each attribute. */
  List<Field> fields() {
    E blank = blank();
    List<Field> fields = new ArrayList<>();
    rules
        .values()
        .forEach(rule -> fields.add(new Field(
            rule,
            isGivenFirst(Model.read(blank, rule.property())),
            constraints(rule),
            value -> wrong(rule, value))));
    return fields;
  }

  private static boolean isGivenFirst(@Nullable Object first) {
    return first != null && !first.equals("");
  }

  private List<String> constraints(FieldRule rule) {
    PropertyDescriptor described =
        validator.getConstraintsForClass(mapper.type()).getConstraintsForProperty(rule.name());
    return described == null
        ? List.of()
        : described.getConstraintDescriptors().stream()
            .map(each -> each.getAnnotation().annotationType().getSimpleName())
            .sorted()
            .toList();
  }

  /** The constructor that gives attributes their first values, if the class has one without arguments. */
  private static <E> @Nullable Constructor<E> constructor(Class<E> type) {
    try {
      Constructor<E> found = type.getDeclaredConstructor();
      return found.trySetAccessible() ? found : null;
    } catch (NoSuchMethodException none) {
      return null;
    }
  }

  /** A new object of values by name. */
  NewObject<E> created(Map<String, ? extends @Nullable Object> values) {
    Failures failures = new Failures(mapper.entityName());
    NewObject<E> made = created(values, failures);
    failures.check();
    return made;
  }

  /**
   * A new object of values by name, as far as it is needed: what is wrong with the values that are given is
   * thrown, what lacks is noted.
   */
  NewObject<E> tried(Map<String, ? extends @Nullable Object> values, Failures failures) {
    NewObject<E> made = created(values, failures);
    Set<String> named = new HashSet<>();
    for (String name : values.keySet()) {
      MapperProperty property = Model.find(mapper, name);
      named.add(property == null ? Names.printable(name, 80) : property.name());
    }
    failures.checkOf(named);
    return made;
  }

  /** A new object that the caller made. */
  NewObject<E> given(E object) {
    Failures failures = new Failures(mapper.entityName());
    NewObject<E> made = given(object, failures);
    failures.check();
    return made;
  }

  List<NewObject<E>> allCreated(Collection<? extends Map<String, ? extends @Nullable Object>> all) {
    Failures failures = new Failures(mapper.entityName());
    List<NewObject<E>> made = new ArrayList<>();
    for (Map<String, ? extends @Nullable Object> values : all) {
      Failures own = new Failures(mapper.entityName());
      made.add(created(values, own));
      failures.addAll(made.size() - 1, own);
    }
    failures.check();
    return made;
  }

  List<NewObject<E>> allGiven(Collection<? extends E> all) {
    Failures failures = new Failures(mapper.entityName());
    List<NewObject<E>> made = new ArrayList<>();
    for (E object : all) {
      Failures own = new Failures(mapper.entityName());
      made.add(given(object, own));
      failures.addAll(made.size() - 1, own);
    }
    failures.check();
    return made;
  }

  private NewObject<E> created(Map<String, ? extends @Nullable Object> values, Failures failures) {
    E object = blank();
    NewObject<E> made = new NewObject<>(object, mapper);
    values.forEach((name, value) -> {
      MapperProperty property = Model.find(mapper, name);
      if (property instanceof RelationshipProperty relationship) {
        Object target = target(relationship, name, value, failures);
        write(object, relationship, target);
      } else if (property instanceof ColumnProperty<?> column) {
        FieldRule rule = Objects.requireNonNull(rules.get(column.name()));
        Object taken = rule.isGiven() ? taken(rule, value, failures) : null;
        if (!rule.isGiven()) {
          failures.add(rule.name(), Refusal.READ_ONLY, rule.isSecret() ? null : value);
        } else if (!rule.isStamped() && !failures.has(rule.name())) {
          write(object, column, taken);
        }
      } else {
        failures.add(Names.printable(name, 80), Refusal.UNKNOWN, value);
      }
    });
    finish(object, values.keySet(), failures);
    return made;
  }

  private NewObject<E> given(E object, Failures failures) {
    for (FieldRule rule : rules.values()) {
      Object value = Model.read(object, rule.property());
      Object tidied = rule.isReadOnly() ? value : rule.tidied(value);
      if (!Objects.equals(value, tidied)) {
        Object fitting = tidied == null ? null : Conversion.to(rule.property().type(), tidied);
        write(object, rule.property(), fitting);
      }
    }
    finish(object, rules.keySet(), failures);
    return new NewObject<>(object, mapper);
  }

  private E blank() {
    if (constructor == null) {
      return mapper.make(Map.of());
    }
    try {
      return constructor.newInstance();
    } catch (ReflectiveOperationException failed) {
      throw new QuerySetException(
          QuerySetError.MODEL,
          "The constructor of "
              + mapper.entityName()
              + " without arguments failed: "
              + failed.getCause()
              + ". It is called to give attributes their first values; let it set nothing else.");
    }
  }

  private static void write(Object object, MapperProperty property, @Nullable Object value) {
    ManagedEntity entity = (ManagedEntity) object;
    int index = property.index();
    if (value == null
        && property instanceof ColumnProperty<?> column
        && column.fieldType().isPrimitive()) {
      return; // what was refused leaves the first value
    }
    entity.$write(index, Weave.change(entity, index, value));
    entity.$unloaded(entity.$unloaded() & ~Weave.bit(index));
  }

  private void finish(E object, Set<String> supplied, Failures failures) {
    for (FieldRule rule : rules.values()) {
      if (rule.isStamped()) {
        write(object, rule.property(), rule.moment());
      } else if (!failures.has(rule.name())) {
        Object value = Model.read(object, rule.property());
        boolean missing = "".equals(value) && !supplied.contains(rule.name());
        refuse(rule, missing && rule.refusal("") != null ? null : value, object, failures);
      }
    }
    requireReferences(object, failures);
    for (ConstraintViolation<E> violation : validator.validate(object)) {
      add(violation, violation.getInvalidValue(), failures);
    }
  }

  private void refuse(FieldRule rule, @Nullable Object value, E object, Failures failures) {
    Refusal refusal = rule.refusal(value);
    if (refusal != null && !(value == null && isReferred(rule.property(), object))) {
      failures.add(rule.name(), refusal, rule.isSecret() ? null : value);
    }
  }

  /** Whether a reference will give the foreign key its value. */
  private boolean isReferred(ColumnProperty<?> foreignKey, E object) {
    return mapper.relationships().stream()
        .filter(Model::isForeignKey)
        .filter(each -> each.join().pairs().stream()
            .anyMatch(pair -> foreignKey.equals(mapper.findProperty(pair.from()))))
        .anyMatch(each -> Model.read(object, each) != null);
  }

  private void requireReferences(E object, Failures failures) {
    for (RelationshipProperty each : mapper.relationships()) {
      if (isRequired(each) && !failures.has(each.name()) && Model.read(object, each) == null) {
        failures.add(each.name(), Refusal.REQUIRED, null);
      }
    }
  }

  private boolean isRequired(RelationshipProperty property) {
    if (!Model.isForeignKey(property)) {
      return false;
    }
    ColumnProperty<?> foreignKey = References.foreignKey(mapper, property);
    return foreignKey.isHidden() && !foreignKey.column().isNullable();
  }

  private void add(ConstraintViolation<?> violation, @Nullable Object value, Failures failures) {
    String field = violation.getPropertyPath().toString();
    FieldRule rule = rules.get(field.split("[.\\[<]", 2)[0]);
    if (!failures.has(field)) {
      String code =
          violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
      failures.add(
          field,
          new Refusal(code, violation.getMessage()),
          rule == null || rule.isSecret() ? null : value);
    }
  }

  /** A value for a column, converted; what cannot be is noted. */
  private @Nullable Object taken(FieldRule rule, @Nullable Object value, Failures failures) {
    Object tidied = rule.tidied(value);
    if (tidied == null || rule.isStamped()) {
      if (rule.property().fieldType().isPrimitive() && !rule.isReadOnly()) {
        failures.add(rule.name(), Refusal.REQUIRED, null);
      }
      return null;
    }
    return converted(rule, tidied, value, failures);
  }

  private static @Nullable Object converted(
      FieldRule rule, Object tidied, @Nullable Object value, Failures failures) {
    Object converted = Conversion.to(rule.property().type(), tidied);
    if (converted == null) {
      Refusal refusal =
          new Refusal("type", "must be " + Conversion.wanted(rule.property().type()));
      failures.add(rule.name(), refusal, rule.isSecret() ? null : value);
    }
    return converted;
  }

  /** What a reference leads to: an object, given itself or by its key. */
  private static @Nullable Object target(
      RelationshipProperty property, String name, @Nullable Object value, Failures failures) {
    Mapper<?> target = property.target();
    if (property.isCollection() || value == null) {
      if (value != null) {
        failures.add(
            name, new Refusal("type", "is a collection, whose members are saved one by one"), null);
      }
      return null;
    }
    if (target.type().isInstance(value)) {
      return value;
    }
    boolean single = target.primaryKey().size() == 1;
    Object key = single ? Conversion.to(Model.key(target).type(), value) : null;
    if (key == null) {
      String text = "must be a " + target.entityName() + (single ? " or its key" : "");
      failures.add(name, new Refusal("type", text), value);
      return null;
    }
    return References.sparse(target, key);
  }

  /** Changes of rows that exist, in the values that are given. */
  Changes changed(Map<String, ? extends @Nullable Object> values) {
    if (values.isEmpty()) {
      throw new QuerySetException(
          QuerySetError.MISUSE,
          "No value was given to change of " + mapper.entityName() + ". Name at least one.");
    }
    Failures failures = new Failures(mapper.entityName());
    Changes changes = new Changes();
    values.forEach((name, value) -> {
      MapperProperty property = Model.find(mapper, name);
      if (property instanceof RelationshipProperty relationship) {
        change(relationship, name, value, changes, failures);
      } else if (property instanceof ColumnProperty<?> column) {
        change(Objects.requireNonNull(rules.get(column.name())), value, changes, failures);
      } else {
        failures.add(Names.printable(name, 80), Refusal.UNKNOWN, value);
      }
    });
    failures.check();
    for (FieldRule rule : rules.values()) {
      if (rule.isStampedOnUpdate()) {
        changes.set(rule.property(), rule.moment());
      }
    }
    return changes;
  }

  private void change(FieldRule rule, @Nullable Object value, Changes changes, Failures failures) {
    if (rule.isReadOnly()) {
      failures.add(rule.name(), Refusal.READ_ONLY, rule.isSecret() ? null : value);
      return;
    }
    Object taken = checked(rule, value, failures);
    if (!failures.has(rule.name())) {
      changes.set(rule.property(), taken);
    }
  }

  /** What is wrong with a value of one attribute, whoever may give it. */
  private List<Failure> wrong(FieldRule rule, @Nullable Object value) {
    Failures failures = new Failures(mapper.entityName());
    checked(rule, value, failures);
    return failures.all();
  }

  /** A value as saving would keep it; that of a reference, or of what does not exist, as it is. */
  @Nullable Object kept(String name, @Nullable Object value) {
    if (!(Model.find(mapper, name) instanceof ColumnProperty<?> column)) {
      return value;
    }
    FieldRule rule = Objects.requireNonNull(rules.get(column.name()));
    Object tidied = rule.tidied(value);
    if (tidied == null) {
      return null;
    }
    Failures failures = new Failures(mapper.entityName());
    Object converted = converted(rule, tidied, value, failures);
    failures.check();
    return converted;
  }

  private @Nullable Object checked(FieldRule rule, @Nullable Object value, Failures failures) {
    Object taken = taken(rule, value, failures);
    if (failures.has(rule.name())) {
      return null;
    }
    Refusal refusal = rule.refusal(taken);
    if (refusal != null) {
      failures.add(rule.name(), refusal, rule.isSecret() ? null : value);
      return null;
    }
    if (validator.getConstraintsForClass(mapper.type()).getConstraintsForProperty(rule.name())
        != null) {
      for (ConstraintViolation<E> each :
          validator.validateValue(mapper.type(), rule.name(), taken)) {
        add(each, value, failures);
      }
    }
    return taken;
  }

  private void change(
      RelationshipProperty property,
      String name,
      @Nullable Object value,
      Changes changes,
      Failures failures) {
    if (!Model.isForeignKey(property) || property.target().primaryKey().size() != 1) {
      failures.add(
          name, new Refusal("type", "is kept elsewhere, and changed by changing that"), null);
      return;
    }
    Object target = target(property, name, value, failures);
    if (failures.has(name)) {
      return;
    }
    ColumnProperty<?> foreignKey = References.foreignKey(mapper, property);
    Object key = target == null ? null : Model.keyOf(property.target(), target);
    if (key == null && (target != null || !foreignKey.column().isNullable())) {
      failures.add(
          name,
          target == null ? Refusal.REQUIRED : new Refusal("type", "has not been saved"),
          value);
      return;
    }
    changes.set(foreignKey, key);
    changes.refer(property, target);
  }
}
