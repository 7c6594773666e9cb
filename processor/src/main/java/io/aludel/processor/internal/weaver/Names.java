package io.aludel.processor.internal.weaver;

import java.util.Set;

/** The names that the weaver reads and writes in class files. */
final class Names {
  static final String OBJECT = "java/lang/Object";
  static final String PACKAGE = "io/aludel/orm/weave/";
  static final String MANAGED_ENTITY = PACKAGE + "ManagedEntity";
  static final String WEAVE = PACKAGE + "Weave";
  static final String NEW = PACKAGE + "Weave$New";
  static final String SHAPE = PACKAGE + "EntityShape";
  static final String STATE = PACKAGE + "StateRecord";

  static final String ANNOTATION = "Lio/aludel/orm/annotation/";
  static final String ENTITY = ANNOTATION + "Entity;";
  static final String MAPPED_SUPERCLASS = ANNOTATION + "MappedSuperclass;";
  static final String TRANSIENT = ANNOTATION + "Transient;";
  static final String RELATIONSHIP = ANNOTATION + "Relationship;";
  static final Set<String> COLLECTIONS = Set.of(
      "Ljava/util/Collection;",
      "Ljava/util/List;",
      "Ljava/util/Set;",
      "Ljava/util/Map;",
      "Ljava/util/SortedSet;",
      "Ljava/util/SortedMap;",
      "Lio/aludel/orm/collection/WriteOnlyCollection;",
      "Lio/aludel/orm/collection/DynamicCollection;");

  static final String MEMBER_COLLECTION = "io/aludel/orm/collection/MemberCollection";

  static final String STATE_FIELD = "$state";
  static final String UNLOADED_FIELD = "$unloaded";
  static final String WATCHED_FIELD = "$watched";
  static final String SHAPE_FIELD = "$shape";
  static final String BASE_FIELD = "$base";
  static final String VERSION_FIELD = "$version";

  static final String NEW_CONSTRUCTOR = "(L" + NEW + ";)V";
  static final String SHAPE_GETTER = "()L" + SHAPE + ";";

  private Names() {}

  static String getter(String field) {
    return "$get_" + field;
  }

  static String getterType(String owner, String descriptor) {
    return "(L" + owner + ";)" + descriptor;
  }

  static String setter(String field) {
    return "$set_" + field;
  }

  static String setterType(String owner, String descriptor) {
    return "(L" + owner + ";" + descriptor + ")V";
  }
}
