package io.aludel.orm.mapping;

import io.aludel.ErrorCode;
import java.util.Locale;

/**
 * What can be wrong with a mapping ({@code MAP}) or with the weaving of its classes ({@code WEAVE}), with
 * the words that say so. The compiler reports most of them on the guilty element; the registry reports
 * what no compiler saw.
 */
public enum MappingMessage implements ErrorCode {
  /** An entity has no primary key. */
  NO_KEY(
      "MAP-101",
      "%s has no primary key. Mark the attribute that identifies a row with @Id; several make a"
          + " composite key."),
  /** The element marked as an entity is not a class that can be one. */
  NOT_AN_ENTITY_CLASS(
      "MAP-102", "%s cannot be mapped: it is %s. Make it a top-level or a static nested class."),
  /** Generated code cannot name a private class. */
  PRIVATE_CLASS(
      "MAP-103",
      "%s is private, so the generated metamodel of %s cannot name it. Give it package visibility at"
          + " least."),
  /** A member has a name that weaving keeps for itself. */
  RESERVED_NAME(
      "MAP-104",
      "%s.%s cannot be woven: names with '$' are kept for what weaving adds. Rename it."),
  /** The type of an attribute cannot be stored. */
  NO_SQL_TYPE(
      "MAP-105",
      "%s.%s has type %s, which has no SQL type. Mark it @Relationship if it refers to entities, or"
          + " @Transient to leave it out of the mapping."),
  /** Two attributes of an entity have the same column. */
  DUPLICATE_COLUMN(
      "MAP-106",
      "%s.%s and %s.%s are both mapped to column '%s'. Give one of them another @Column(name = …)."),
  /** An attribute has the name of an inherited one. */
  HIDDEN_ATTRIBUTE(
      "MAP-107",
      "%s.%s hides the attribute of the same name in %s. Rename it, or mark one of them"
          + " @Transient."),
  /** Two entities are mapped to the same table. */
  DUPLICATE_TABLE(
      "MAP-108",
      "%s and %s are both mapped to table '%s'. Give one of them another @Entity(table = …)."),
  /** A persistent field is a compile-time constant, which the compiler copies into its readers. */
  CONSTANT_FIELD(
      "MAP-109",
      "%s.%s is final with a constant value, which the compiler copies to where it is read, so that"
          + " a loaded value would never be seen. Drop 'final', or mark it @Transient."),
  /** A key is not a plain column. */
  KEY_NOT_A_COLUMN(
      "MAP-110",
      "%s.%s cannot be part of the primary key: it is %s. Mark a plain column with @Id."),
  /** Annotations of one field contradict each other. */
  CONTRADICTION("MAP-111", "%s.%s is marked %s and %s, which exclude each other. Drop one."),
  /** Several foreign keys lead to the related table. */
  AMBIGUOUS_JOIN(
      "MAP-112",
      "Cannot determine the join for %s.%s: '%s' has %s foreign keys to '%s' (%s). Set foreignKeys on"
          + " the relationship, or name the column with @JoinColumn."),
  /** The other side of a relationship does not exist. */
  UNKNOWN_BACK_POPULATES(
      "MAP-113",
      "%s.%s is populated from '%s', but %s has no such relationship%s. Correct backPopulates, or add"
          + " the relationship."),
  /** The other side of a relationship points elsewhere. */
  BACK_POPULATES_ELSEWHERE(
      "MAP-114",
      "%s.%s is populated from %s.%s, which %s. Both sides of a relationship must name each other."),
  /** A collection cannot be replaced by one that reports its changes. */
  CONCRETE_COLLECTION(
      "MAP-115",
      "%s.%s has the concrete collection type %s, which cannot report its changes. Declare it as %s;"
          + " the value assigned may stay."),
  /** A relationship does not lead to an entity. */
  TARGET_NOT_AN_ENTITY(
      "MAP-116",
      "%s.%s is a relationship to %s, which is not an entity. Mark that class @Entity, or drop"
          + " @Relationship."),
  /** A foreign key refers to a column that its table does not have. */
  UNKNOWN_FOREIGN_KEY_COLUMN(
      "MAP-117",
      "%s.%s refers to column '%s', but table '%s', mapped by %s, has no such column; it has %s."),
  /** A foreign key is not written as table and column. */
  MALFORMED_FOREIGN_KEY(
      "MAP-118",
      "%s.%s refers to '%s', which does not name a column. Write @ForeignKey(\"table.column\"), or"
          + " \"schema.table.column\"."),
  /** No foreign key leads to the related table. */
  NO_JOIN(
      "MAP-119",
      "Cannot determine the join for %s.%s: there is no foreign key between '%s' and '%s'. Add"
          + " @ForeignKey(\"%s\") to a column of %s%s."),
  /** A class between two entities is not mapped. */
  UNMAPPED_BETWEEN(
      "MAP-120",
      "%s cannot extend %s, which is not mapped although its super class %s is. Mark %s"
          + " @MappedSuperclass."),
  /** A mapped class has a super class that cannot be created without arguments. */
  NO_PLAIN_CONSTRUCTOR(
      "MAP-121",
      "%s cannot be created when a row is loaded: its super class %s has no constructor without"
          + " parameters that %s may call. Add one, or mark it @MappedSuperclass."),
  /** The name of the metamodel class is taken. */
  METAMODEL_NAME_TAKEN(
      "MAP-122",
      "The metamodel of %s cannot be generated: there is a class %s already. Rename it."),
  /** Orphans are to be deleted, but not with their owner. */
  ORPHAN_WITHOUT_DELETE(
      "MAP-123",
      "%s.%s cascades DELETE_ORPHAN without DELETE. Add DELETE or ALL, as orphans of a deleted owner"
          + " are deleted with it."),
  /** A collection is ordered by something the related entity does not have. */
  UNKNOWN_ORDER(
      "MAP-124", "%s.%s is ordered by '%s', but %s has no such attribute. Name one of %s."),
  /** The mapping method has the wrong shape. */
  MAPPING_METHOD(
      "MAP-125",
      "%s.%s cannot be called as @Mapping method: it is %s. Declare it static, with one parameter of"
          + " type EntityMapping<%s>."),
  /** An annotation that belongs to an entity stands elsewhere. */
  MISPLACED(
      "MAP-126", "@%s on %s.%s has no effect: %s. Move it to a persistent field, or drop it."),
  /** A foreign key column of a relationship is not a column of the table. */
  UNKNOWN_JOIN_COLUMN(
      "MAP-127", "%s.%s joins by column '%s', but table '%s' has no such column; it has %s."),
  /** A foreign key refers to a table that no entity maps, while a very similar one exists. */
  UNKNOWN_FOREIGN_KEY_TABLE(
      "MAP-128",
      "%s.%s refers to table '%s', which no entity maps, while %s maps '%s'. Correct the name; if"
          + " both tables exist, declare the foreign key in a @Mapping method."),
  /** The type of an attribute is private. */
  PRIVATE_TYPE(
      "MAP-129",
      "%s.%s has the private type %s, which the generated metamodel cannot name. Give that type"
          + " package visibility at least."),

  /** A method marked {@code @Validates} cannot be called for an attribute it names. */
  WRONG_VALIDATOR(
      "MAP-151",
      "%s.%s cannot validate '%s': %s. Give it the value, before that the attribute's name if wanted,"
          + " with includeRemoves a boolean after it, and let it give back the value."),
  /** Two methods validate one attribute. */
  SECOND_VALIDATOR(
      "MAP-152", "%s.%s is validated by two methods, %s and %s. Let one of them call the other."),
  /** A method cannot be a hybrid. */
  HYBRID_SHAPE("MAP-161", "%s.%s cannot be a hybrid: it is %s. %s"),
  /** The body of a hybrid says something that has no SQL. */
  HYBRID_BODY(
      "MAP-162",
      "%s.%s cannot be turned into SQL: %s. Write it otherwise, or give the SQL side in a method:"
          + " @HybridExpression static %s"),
  /** The method with the SQL side of a hybrid does not fit one. */
  HYBRID_COUNTERPART("MAP-163", "@%s %s.%s belongs to no hybrid: %s. Declare it %s"),
  /** The name of a hybrid is taken in the metamodel. */
  HYBRID_NAME(
      "MAP-164",
      "%s.%s cannot be called '%s' in the metamodel: %s. Give it another with @Hybrid(name = \"…\")."),

  /** A class is used as an entity that nobody maps. */
  UNMAPPED_CLASS("MAP-201", "Cannot use %s as an entity: %s."),
  /** A class given to a registry is not marked as an entity. */
  NOT_AN_ENTITY(
      "MAP-202",
      "Cannot map %s by its annotations: it is not marked @Entity. Mark it, or map it to a table with"
          + " registry.map(…)."),
  /** A class is given to a registry twice. */
  MAPPED_TWICE(
      "MAP-203",
      "Cannot map %s: this registry maps it already. Name it once, or make another one."),
  /** A mapper is used whose configuration a listener put off. */
  SKIPPED(
      "MAP-238",
      "Cannot use the relationships of %s: a listener of beforeMapperConfigured skips its mapper. Let the"
          + " listener go on before %s is used."),
  /** A mapping asks for something this version does not do. */
  NOT_SUPPORTED("MAP-204", "Cannot map %s: %s."),
  /** An attribute was named that the class does not have. */
  NO_SUCH_ATTRIBUTE("MAP-205", "%s has no mapped attribute '%s'; it has %s. Use one of these."),
  /** An attribute has no column in the table that its class is mapped to. */
  NO_COLUMN(
      "MAP-206",
      "Cannot map %s: %s has no column of that name; it has %s. Name its column, or exclude"
          + " the attribute."),
  /** Several tables that a class is mapped to have a column of the name of an attribute. */
  AMBIGUOUS_COLUMN(
      "MAP-270",
      "Cannot map %s: its name is that of several columns, %s, which no join compares. Say which it is with"
          + " column(\"%s\", …), or give it all of them."),
  /** An attribute was given a column that the rows of its class do not have. */
  NOT_OF_SOURCE(
      "MAP-271",
      "Cannot map %s: %s is no column of what its class is mapped to; that has %s. Name one of these, of the"
          + " very table or alias that the mapping names."),
  /** The rows that a class is mapped to show no primary key. */
  NO_KEY_OF_SOURCE(
      "MAP-272",
      "Cannot map %s: what it is mapped to shows no whole primary key of a table, so that nothing tells its"
          + " rows apart. Name the attributes that do with primaryKey(…)."),
  /** A class is to be mapped to what is no table, alias or query. */
  NOT_A_SOURCE(
      "MAP-273",
      "Cannot map %s to %s: rows are mapped from a table, an alias, a query under a name, or a join of these."
          + " Name the table in place of an entity, and give a query a name with subquery(…) or cte(…)."),
  /** The values that a query shows are not those of the attribute. */
  WRONG_TYPE_OF_SOURCE(
      "MAP-274",
      "Cannot map %s, whose type is %s: %s holds values of type %s. Declare the attribute so, or cast the"
          + " value in the query."),
  /** A key column of a table has no attribute. */
  KEY_NOT_MAPPED(
      "MAP-207",
      "Cannot map %s: the key column '%s' has no attribute. Add a field for it, or name other key"
          + " attributes."),
  /** The index of entities is missing, or names a class that is not there. */
  NO_INDEX("MAP-208", "Cannot discover entities: %s."),
  /** What was woven into a class cannot be read. */
  UNREADABLE_MAPPING(
      "MAP-209",
      "Cannot read the mapping of %s: %s. Open its package to io.aludel.orm in the module descriptor,"
          + " if there is one."),
  /** The mapping method failed. */
  MAPPING_METHOD_FAILED(
      "MAP-210", "Cannot map %s: its mapping method %s failed with %s. Correct the method."),
  /** A relationship names a foreign key column, and not what it refers to. */
  REFERENCE_NOT_SAID(
      "MAP-211",
      "Cannot tell what the columns of %s refer to: the key of %s is %s. State references on each"
          + " @JoinColumn."),
  /** A column that a relationship refers to does not exist. */
  UNKNOWN_REFERRED_COLUMN(
      "MAP-212",
      "%s refers to column '%s', but table '%s' has no such column; it has %s. Correct references."),
  /** A relationship leads to a class that the registry does not map. */
  TARGET_NOT_MAPPED(
      "MAP-213",
      "%s leads to %s, which the registry does not map; it maps %s. Give that class to the same"
          + " registry."),
  /** Both sides of a relationship hold the foreign key, or neither does. */
  SAME_DIRECTION(
      "MAP-214",
      "%s and %s name each other, but both are %s. Let them join by the same columns; in a"
          + " relationship of an entity to itself say which columns are remote."),
  /** A collection is kept behind a foreign key of its owner. */
  COLLECTION_WITH_ONE(
      "MAP-215",
      "%s is a collection, but the foreign key %s is in the owner's table, so it can hold one object"
          + " only. Declare one object, or join by a foreign key of the related table."),
  /** A link table does not lead to both ends. */
  NO_LINK(
      "MAP-216",
      "Cannot determine the join for %s: link table '%s' has no foreign key to '%s'. Add one, or name"
          + " its columns with @Secondary(owner = …, target = …)."),
  /** A link table leads to one end by several ways. */
  AMBIGUOUS_LINK(
      "MAP-217",
      "Cannot determine the join for %s: link table '%s' has several foreign keys to '%s' (%s). Name"
          + " the columns with @Secondary(owner = …, target = …)."),
  /** A column of a relationship was named by something else. */
  NOT_A_COLUMN(
      "MAP-218",
      "foreignKeys and remoteSide of %s take columns, but one of them is a %s. Name attributes with a"
          + " column, or columns of a table."),
  /** No column of a condition holds a copy. */
  NO_FOREIGN_COLUMNS(
      "MAP-219",
      "Cannot work out %s: no column in its condition refers to another by a foreign key: %s. Declare"
          + " the foreign key, name the columns as foreignKeys, or mark them with foreign(…)."),
  /** A condition does not say which column is copied to which. */
  NOTHING_TO_COPY(
      "MAP-220",
      "Cannot write %s: its condition wants no column to equal one that it refers to: %s. Compare the"
          + " foreign key by eq, or make the relationship viewOnly."),
  /** A condition does not tell near columns from far ones. */
  NO_FAR_COLUMNS(
      "MAP-221",
      "Cannot work out %s: its condition compares no column of one end with one of the other: %s. Mark"
          + " the columns of the far end with remote(…), or name them as remoteSide."),
  /** Foreign keys lie at both ends, or at neither. */
  NO_DIRECTION(
      "MAP-222",
      "Cannot determine the direction of %s: columns that refer to the other end lie at both ends of"
          + " its condition, or at neither: %s. Name those of one end as foreignKeys, or mark them with"
          + " foreign(…)."),
  /** Orphans are to be deleted, but may have other owners. */
  ORPHAN_OF_MANY(
      "MAP-223",
      "%s.%s cascades DELETE_ORPHAN, but is %s, so that an object may have several owners. Set singleParent"
          + " if it has one only, or set the cascade on the other side."),
  /** Foreign keys are never to be set to null, and their rows to be deleted. */
  NEVER_NULL_AND_DELETE(
      "MAP-224",
      "%s.%s cascades DELETE and leaves all to the database with passiveDeletes NEVER_NULL, which exclude"
          + " each other. Drop one, or use TRUST."),
  /** A relationship that is only viewed cascades a write. */
  VIEW_ONLY_CASCADE(
      "MAP-225",
      "%s.%s is viewOnly and cascades %s, which a flush would have to do. Drop one of them."),
  /** A map has no key. */
  MAP_WITHOUT_KEY(
      "MAP-226",
      "%s.%s is a Map, but nothing says what its keys are. Name an attribute of the related entity with"
          + " @MapKey."),
  /** A key is named for what is no map. */
  KEY_WITHOUT_MAP("MAP-227", "%s.%s has a @MapKey, but is no Map. Declare a Map, or drop it."),
  /** The key of a map is no attribute. */
  UNKNOWN_MAP_KEY(
      "MAP-228",
      "%s.%s is keyed by '%s', but %s has no such attribute; it has %s. Use one of these."),
  /** A backref names a field that is mapped by itself. */
  BACKREF_TAKEN(
      "MAP-229",
      "%s makes %s its other side by backref, but that %s. Link both with backPopulates, or name"
          + " another field."),
  /** A backref names no field. */
  NO_BACKREF_FIELD(
      "MAP-230",
      "%s makes %s its other side by backref, but there is no such field. Declare one of type %s, or a"
          + " collection of it, marked @Relationship; or drop the backref."),
  /** The type of a collection and the way of loading it contradict each other. */
  WRITE_ONLY_TYPE(
      "MAP-234",
      "%s.%s is declared as %s with lazy = %s. A WriteOnlyCollection is WRITE_ONLY, a DynamicCollection is"
          + " DYNAMIC, and nothing else can be. Change one of them."),
  /** A field is of a collection class of the application, and nothing says how to make one. */
  COLLECTION_CLASS_UNSAID(
      "MAP-235",
      "%s is of the collection class %s, and nothing says how one is made. Say"
          + " m.relationship(\"%3$s\").collection(%2$s.class, %2$s::new) in the @Mapping method."),
  /** A collection class of the application does not go with the field. */
  WRONG_COLLECTION_CLASS(
      "MAP-236", "%s cannot be held in %s: %s. Change the class, or the type of the field."),
  /** A relationship leads to the rows of a query, and asks for more than reading them. */
  ROWS_AS_TARGET("MAP-237", "%s.%s cannot lead to the rows of a query: %s."),
  /** An entity extends another one, and nothing says where its rows lie. */
  INHERITANCE_NOT_SAID(
      "MAP-240",
      "%s extends the entity %s, and nothing says where its rows lie. Mark %s @Inheritance, or"
          + " @MappedSuperclass instead of @Entity."),
  /** The entity that another one extends is not mapped. */
  PARENT_NOT_MAPPED(
      "MAP-241",
      "Cannot map %s: it extends the entity %s, which is not given to the registry. Give both to the same"
          + " one."),
  /** Nothing tells rows of different classes apart. */
  NO_DISCRIMINATOR(
      "MAP-242",
      "%s is marked @Inheritance, but nothing tells the rows of its sub classes apart. Name a column with"
          + " @Discriminator."),
  /** A class has no value by which its rows are known. */
  NO_DISCRIMINATOR_VALUE(
      "MAP-243",
      "%s has no discriminator, so its rows could not be told from others. Mark it @DiscriminatorValue, or"
          + " make it abstract."),
  /** Two classes have the same discriminator. */
  DUPLICATE_DISCRIMINATOR_VALUE(
      "MAP-244", "%s and %s both have the discriminator '%s'. Give one of them another."),
  /** A discriminator does not fit its column. */
  BAD_DISCRIMINATOR_VALUE(
      "MAP-245", "'%s' cannot be a discriminator: %s holds values of type %s. Write one of those."),
  /** A sub class names a key of its own. */
  KEY_BELOW(
      "MAP-246",
      "%s.%s cannot be part of the key: rows of %s have one already, which its sub classes share. Drop"
          + " @Id."),
  /** A sub class names a table, but shares that of its super class. */
  TABLE_IN_SINGLE_TABLE(
      "MAP-247",
      "%s names the table '%s', but shares that of %s, '%s'. Drop the name, or let the super class be"
          + " @Inheritance(JOINED)."),
  /** A column of a single table is there already. */
  COLUMN_TAKEN(
      "MAP-248",
      "%s has the column '%s', which table '%s' has already. Give it another @Column(name = …), or share"
          + " it with @Column(useExisting = true)."),
  /** The key of a sub class has another number of columns. */
  INHERITED_KEY_SIZE(
      "MAP-249",
      "Cannot join the table of %s to that above it: @InheritedKey names the columns %s, and the key"
          + " there has %s. Name one for each."),
  /** An annotation about inheritance has no effect on a class. */
  HIERARCHY_WORD_MISPLACED(
      "MAP-250", "@%s on %s has no effect: %s. Drop it, or mark the entity above @Inheritance."),
  /** The attribute that is to tell classes apart is of a kind that cannot. */
  NO_DISCRIMINATOR_ATTRIBUTE(
      "MAP-251",
      "@Discriminator of %s names the attribute '%s', which cannot tell rows apart: it has no column and"
          + " no SQL of its own. Name a column, an attribute with a column, or one that the mapping gives"
          + " SQL by columnProperty."),
  /** A class without rows of its own has a discriminator. */
  DISCRIMINATOR_OF_ABSTRACT(
      "MAP-252",
      "%s has the discriminator '%s', but is abstract: no object could be made of such a row. Drop the"
          + " value, or let the class not be abstract."),
  /** An abstract class was to be read, and no class that extends it is there. */
  NO_CONCRETE_CLASS(
      "MAP-253",
      "Cannot read %s: it is abstract and has no table, and no class that is read has one. Give the"
          + " registry a class that extends %s and is not abstract."),
  /** A column is wanted of several tables that are read one after the other, and none of them shows it. */
  COLUMN_NOT_CONCRETE(
      "MAP-254",
      "Cannot use %s where %s is read with the classes that extend it: no attribute of theirs is kept in that"
          + " column. Map it, or read the class whose table has it."),
  /** A composite is no record. */
  COMPOSITE_NO_RECORD(
      "MAP-260",
      "%s cannot be a composite: %s is no record. Make it a record, or mark the field @Transient."),
  /** A composite names too few or too many columns. */
  COMPOSITE_PARTS(
      "MAP-261",
      "%s names %s columns, but the parts of %s are %s. Name one column for each part, or none at all."),
  /** A primitive component of a composite has no value. */
  COMPOSITE_PART_NULL(
      "MAP-262",
      "Cannot read %s: its part '%s' is a primitive, and column '%s' is NULL. Let the column be NOT NULL,"
          + " or the component a boxed type."),
  /** A value is no value of a composite. */
  WRONG_COMPOSITE("MAP-263", "Cannot use %3$s as %s: it holds %2$s. Give a value of that record."),
  /** A synonym cannot stand for what it names. */
  WRONG_SYNONYM(
      "MAP-264",
      "%s cannot stand for '%s', which is %s: a synonym has the type of its attribute, and that has a"
          + " column or is a composite. Make it a %s with a column, or name another attribute."),
  /** A value that is to report its changes has a type that cannot. */
  MUTABLE_TYPE(
      "MAP-265",
      "%s is @Mutable, but %s cannot report changes. Declare a Map, List, Set or Collection, or"
          + " extend MutableValue."),
  /** Places are to be kept of what has none. */
  POSITIONS_WITHOUT_LIST(
      "MAP-267",
      "%s.%s cannot keep the places of its members: it is no List. Declare a List, or drop"
          + " @Positions."),
  /** The attribute that is to hold places does not exist. */
  UNKNOWN_POSITION(
      "MAP-268",
      "%s.%s keeps places in '%s', but %s has no such attribute with a column. Name one of %s."),
  /** Two attributes are to be the version. */
  TWO_VERSIONS("MAP-231", "%s has two versions, %s and %s. A row has one: drop one @Version."),
  /** Versions of a type cannot be counted. */
  VERSION_TYPE(
      "MAP-232",
      "%s cannot be a version that counts: it is a %s. Make it an int, long or short, mark it"
          + " @Version(source = SUPPLIED), or give EntityMapping.version a function that makes the next"
          + " one."),
  /** A method that flushes are to call cannot be called. */
  HOOK_METHOD(
      "MAP-233",
      "%s.%s cannot be called by a flush: it is static or has parameters. Drop 'static' and the"
          + " parameters, or register a listener with Registry.events."),
  /** Related rows cannot be deleted unseen. */
  NOT_BY_STATEMENT(
      "MAP-269",
      "%s.%s has rows deleted by a statement with passiveDeletes BY_STATEMENT, but %s. Use LOAD, or TRUST"
          + " if the database deletes them."),
  /** A statement joins an entity with itself without telling the two apart. */
  JOIN_NEEDS_ALIAS(
      "MAP-301",
      "Cannot join along %s: it leads from %s to the same rows. Join an alias:"
          + " join(%1$s, %3$s_.as(\"…\"))."),
  /** A statement goes along a relationship that leads to the rows of a query. */
  ROWS_NOT_JOINED(
      "MAP-305",
      "Cannot go along %s in a statement: it leads to the rows of a query, and is loaded only. Join"
          + " %s_.from(…) on the condition that is meant."),
  /** A column of an entity is wanted that the rows it is read from do not have. */
  COLUMN_NOT_SHOWN(
      "MAP-303",
      "Cannot use %s of %s: none of its columns %s shows it. Select %s there, or take the entity"
          + " from byName(…) if a column of that name is meant."),
  /** Rows that an entity is to be read from are not those of a query. */
  NOT_ROWS(
      "MAP-304",
      "Cannot read %s from %s: that is no query. Give a subquery, a common table expression or an alias"
          + " of a table; for the entity itself use %1$s_.as(\"…\")."),
  /** An object in a condition has no key. */
  OBJECT_WITHOUT_KEY(
      "MAP-302",
      "Cannot use %s with this %s: %s has no value yet. Add the object to a session and flush, or give"
          + " it its key."),
  /** A statement sets a hybrid that does not say what that writes. */
  HYBRID_NOT_WRITABLE(
      "MAP-311",
      "Cannot set %s: it is computed from other attributes of %s. Set those, or say what is written in"
          + " a method marked @HybridUpdate."),
  /** A statement sets a hybrid to an expression, but it takes values. */
  HYBRID_TAKES_VALUES(
      "MAP-312",
      "Cannot set %s to an expression: its @HybridUpdate method takes a value. Give a value, or let the"
          + " method take an Expression."),

  /** A class was compiled without weaving. */
  NOT_WOVEN("WEAVE-001", """
      Cannot map %s: it was compiled without weaving. One of these makes it ready:
        - on JDK 23 or newer let javac run processors of the class path: set the Maven property
          maven.compiler.proc=full (javac -proc:full)
        - list aludel-processor in annotationProcessorPaths of maven-compiler-plugin
          (javac --processor-path)
        - run the weave command of aludel-processor over the folder of compiled classes (for ecj,
          Kotlin, or an IDE's own build)"""),
  /** A class was woven for another version of the run time. */
  WOVEN_FOR_OTHER_VERSION(
      "WEAVE-002",
      "%s was woven for version %s of the contract, but the run time has version %s. The versions of"
          + " aludel-processor and aludel-orm differ, or the class path holds an old jar. Use the"
          + " same version of both and compile %s again."),
  /** Generated code belongs to another version of the run time. */
  GENERATED_FOR_OTHER_VERSION(
      "WEAVE-003",
      "The metamodel of %s was generated for version %s of the contract, but the run time has version"
          + " %s. The versions of aludel-processor and aludel-orm differ, or the class path holds an"
          + " old jar. Use the same version of both and compile %s again."),
  /** A class file cannot be read. */
  UNREADABLE_CLASS(
      "WEAVE-101",
      "The class file of %s cannot be read: %s. Compile it for a Java version that this version of"
          + " aludel-processor knows."),
  /** A super class is missing. */
  MISSING_SUPER_CLASS(
      "WEAVE-102",
      "%s cannot be woven: its super class %s was not found. Add it to the class path."),
  /** A super class is an entity but not woven. */
  SUPER_CLASS_NOT_WOVEN(
      "WEAVE-103",
      "%s cannot be woven: its super class %s is mapped but was compiled without weaving. Weave that"
          + " class first."),
  /** A class file could not be rewritten. */
  CLASS_FILE_NOT_WRITTEN("WEAVE-104", "The woven class %s cannot be stored in %s: %s."),
  /** The class file of a mapped class cannot be reached after compilation. */
  CLASS_FILE_NOT_FOUND(
      "WEAVE-105",
      "%s is not woven: the compiler's file manager does not give its class file back. Let"
          + " getFileForOutput find what getJavaFileForOutput wrote, or run"
          + " io.aludel.processor.WeaveMain over the classes afterwards.");

  private final String code;
  private final String pattern;

  MappingMessage(String code, String pattern) {
    this.code = code;
    this.pattern = pattern;
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * The words of this message about particular things, without the code.
   *
   * @param things what the message speaks of, in the order of its gaps
   * @return the text
   */
  public String text(Object... things) {
    return String.format(Locale.ROOT, pattern, things);
  }
}
