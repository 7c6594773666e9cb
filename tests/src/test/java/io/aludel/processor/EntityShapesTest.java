package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.weave.EntityShape;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.Weave;
import io.aludel.testing.compile.Compilation;
import io.aludel.testing.compile.SourceCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every shape that an entity class may have: woven, verified, loaded and run. */
class EntityShapesTest {
  private static final String IMPORTS =
      "package com.example;\nimport io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;\nimport java.util.*;\n";

  @Test
  void primitivesAndArrays_readAndWritten_keepTheirValues() {
    Class<?> type = entity("""
            @Entity class Wide {
              @Id long id;
              boolean truth; byte tiny; short small; int number; float real; double big;
              byte[] bytes; String text; Long boxed;
              @Transient char letter;
              void fill() {
                truth = true; tiny = 1; small = 2; number = 3; real = 4; big = 5;
                bytes = new byte[] {6}; text = "seven"; boxed = 8L; id += 9; letter = 'x';
              }
              String all() {
                return id + " " + truth + tiny + small + number + real + big + bytes[0] + text + boxed;
              }
            }
            """, "Wide");
    Object wide = Woven.create(type);
    RecordingState state = RecordingState.watch(wide);

    Woven.call(wide, "fill");

    assertThat(Woven.call(wide, "all")).isEqualTo("9 true1234.05.06seven8");
    assertThat(state.calls)
        .hasSize(10)
        .contains("change 1: false to true", "change 5: 0.0 to 4.0", "change 9: null to 8");
    @Nullable Object[] values = new @Nullable Object[10];
    ((ManagedEntity) wide).$readAll(values);
    assertThat(values)
        .containsExactly(9L, true, (byte) 1, (short) 2, 3, 4f, 5d, values[7], "seven", 8L);
    ManagedEntity copy = Woven.blank(type);
    copy.$writeAll(values);
    assertThat(Woven.call(copy, "all")).isEqualTo("9 true1234.05.06seven8");
    copy.$writeAll(new @Nullable Object[10]);
    assertThat(copy.$read(0)).isEqualTo(0L);
    assertThat(copy.$read(1)).isEqualTo(false);
    assertThat(copy.$read(9)).isNull();
  }

  @Test
  void charactersAndObjectArrays_underMapping_areWoven() {
    Class<?> type = entity("""
            @Entity class Odd {
              @Id int id;
              char letter = 'a';
              String[] words;
              int[][] grid;
              Object anything;
              @Mapping static void mapping(EntityMapping<Odd> m) {}
              char next() { return letter++; }
            }
            """, "Odd");
    Object odd = Woven.create(type);
    RecordingState state = RecordingState.watch(odd);

    assertThat(Woven.call(odd, "next")).isEqualTo('a');
    assertThat(state.calls).containsExactly("change 1: a to b");
    ManagedEntity managed = (ManagedEntity) odd;
    managed.$write(2, new String[] {"x"});
    managed.$write(3, new int[][] {{1}});
    managed.$write(4, 5);
    managed.$write(1, null);
    assertThat(managed.$read(1)).isEqualTo('\0');
    assertThat(managed.$read(4)).isEqualTo(5);
    assertThat(managed.$read(2)).isEqualTo(new String[] {"x"});
  }

  @Test
  void change_listenerReplacesTheValue_storesTheReplacement() {
    Class<?> type = entity("""
            @Entity class User { @Id int id; String name; int age;
              void rename(String to) { name = to; } void grow(int to) { age = to; } }
            """, "User");
    Object user = Woven.create(type);
    RecordingState state = RecordingState.watch(user);
    state.replaced.put(1, "listener");
    state.replaced.put(2, 99);

    Woven.call(user, "rename", "caller");
    Woven.call(user, "grow", 1);

    assertThat(((ManagedEntity) user).$read(1)).isEqualTo("listener");
    assertThat(((ManagedEntity) user).$read(2)).isEqualTo(99);
  }

  @Test
  void inheritance_threeLevels_indexesGoOnFromTheSuperClass() {
    Compilation compilation = compile("""
            @MappedSuperclass abstract class Base { @Id protected Integer id; protected String tag; }
            """, """
            @Entity @Inheritance(InheritanceStrategy.CONCRETE) class Animal extends Base {
              String name;
              Animal() { name = "none"; tag = "new"; }
            }
            """, """
            @Entity class Dog extends Animal { int legs = 4;
              String all() { return id + tag + name + legs; }
              void rename(String to) { super.name = to; this.tag = to; } }
            """);
    Class<?> dog = compilation.load("com.example.Dog");
    EntityShape shape = Woven.shape(dog);

    assertThat(shape.attributes()).containsExactly("legs");
    assertThat(shape.base()).isEqualTo(3);
    EntityShape animal = shape.parent();
    assertThat(animal).isNotNull();
    assertThat(animal.attributes()).containsExactly("name");
    assertThat(animal.parent().attributes()).containsExactly("id", "tag");
    assertThat(animal.parent().factory()).isNull();

    Object rex = Woven.create(dog);
    assertThat(((ManagedEntity) rex).$unloaded()).isEqualTo(~0b1110L);
    RecordingState state = RecordingState.watch(rex);
    state.unload(rex, 0, 7);
    assertThat(Woven.call(rex, "all")).isEqualTo("7newnone4");
    Woven.call(rex, "rename", "Rex");
    assertThat(state.calls)
        .containsExactly("load 0", "change 2: none to Rex", "change 1: new to Rex");

    ManagedEntity blank = Woven.blank(dog);
    assertThat(blank.$unloaded()).isEqualTo(-1L);
    blank.$writeAll(new Object[] {1, "t", "n", 3});
    assertThat(Woven.call(blank, "all")).isEqualTo("1tn3");
    blank.$write(3, 5);
    blank.$write(1, "u");
    assertThat(blank.$read(3)).isEqualTo(5);
    assertThat(blank.$read(1)).isEqualTo("u");
    assertThatThrownBy(() -> blank.$read(4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> blank.$write(-1, null)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void inheritance_acrossJarsAndPackages_reachesProtectedFields() {
    Compilation jar = SourceCompiler.create().compile("""
        package com.library;
        import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;
        @MappedSuperclass public abstract class Audited<K> {
          @Id protected K id;
          protected int changes;
          public long open;
          public K getId() { return id; }
        }
        """);
    Compilation application = SourceCompiler.create()
        .after(Woven.verified(jar))
        .compile(
            IMPORTS + """
                    import com.library.Audited;
                    @Entity public class Order extends Audited<Long> {
                      String text;
                      void touch() { changes++; Runnable later = () -> open += changes; later.run(); }
                      class Line { void touch() { changes++; open++; } }
                    }
                    """,
            IMPORTS + "class Other { long peek(Order order) { return order.open; } }");
    Class<?> order = Woven.verified(application).load("com.example.Order");

    assertThat(Woven.shape(order).base()).isEqualTo(3);
    Object object = Woven.create(order);
    RecordingState state = RecordingState.watch(object);
    Woven.call(object, "touch");
    assertThat(state.calls).containsExactly("change 1: 0 to 1", "change 2: 0 to 1");
    state.calls.clear();
    Object line = Woven.create(application.load("com.example.Order$Line"), object);
    Woven.call(line, "touch");
    state.unload(object, 2, 40L);
    Object other = Woven.create(application.load("com.example.Other"));
    assertThat(Woven.call(other, "peek", object)).isEqualTo(40L);
    assertThat(state.calls).containsExactly("change 1: 1 to 2", "change 2: 1 to 2", "load 2");
  }

  @Test
  void superClass_gainedAttributesLater_subClassNeedsNoCompilation() {
    String base =
        "package com.library;\nimport io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;\n"
            + "@MappedSuperclass public class Base { @Id protected Integer id; %s }";
    Compilation before = SourceCompiler.create().compile(base.formatted("")).requireSuccess();
    String entity =
        IMPORTS + "@Entity public class Item extends com.library.Base { String name = \"n\"; }";
    Compilation item = SourceCompiler.create().after(before).compile(entity).requireSuccess();
    Compilation after = SourceCompiler.create().compile(base.formatted("protected int one, two;"));
    ClassLoader loader = loader(item.classFile("com.example.Item"), after);

    Class<?> type = load(loader, "com.example.Item");
    assertThat(Woven.shape(type).base()).isEqualTo(3);
    ManagedEntity object = Woven.blank(type);
    object.$writeAll(new Object[] {1, 2, 3, "four"});
    assertThat(object.$read(3)).isEqualTo("four");
    assertThat(((ManagedEntity) Woven.create(type)).$unloaded()).isEqualTo(~0b1000L);
  }

  @Test
  void nestmatesAndLambdas_touchPrivateFields_goThroughAccessors() {
    Compilation compilation = compile("""
            class Outer {
              @Entity static class Inner {
                @Id private Integer id;
                private String name = "first";
                private int count;
                Runnable counter() { return () -> count++; }
                Object anonymous() {
                  return new Object() { @Override public String toString() { return name + count; } };
                }
              }
              static void rename(Inner inner) { inner.name = "renamed"; }
              static String name(Inner inner) { return inner.name; }
            }
            """);
    Object inner = Woven.create(compilation.load("com.example.Outer$Inner"));
    Class<?> outer = compilation.load("com.example.Outer");
    RecordingState state = RecordingState.watch(inner);

    Woven.callStatic(outer, "rename", inner);
    ((Runnable) Woven.call(inner, "counter")).run();
    assertThat(Woven.call(inner, "anonymous")).hasToString("renamed1");
    state.unload(inner, 1, "loaded");
    assertThat(Woven.callStatic(outer, "name", inner)).isEqualTo("loaded");
    assertThat(state.calls)
        .containsExactly("change 1: first to renamed", "change 2: 0 to 1", "load 1");
  }

  @Test
  void localAndAnonymousSubClasses_touchInheritedFields_goThroughAccessors() {
    Compilation compilation = compile("""
            @Entity class User { @Id Integer id; protected String name = "n"; }
            """, """
            class Work {
              static User anonymous() {
                return new User() { { name = "anonymous"; }
                  @Override public String toString() { return name; } };
              }
              static String local() {
                class Special extends User { void set() { name += "!"; } }
                Special special = new Special();
                special.set();
                special.name += "?";
                return special.name;
              }
            }
            """);
    Class<?> work = compilation.load("com.example.Work");

    Object user = Woven.callStatic(work, "anonymous");
    RecordingState state = RecordingState.watch(user).unload(user, 1, "loaded");
    assertThat(user).hasToString("loaded");
    assertThat(state.calls).containsExactly("load 1");
    assertThat(Woven.callStatic(work, "local")).isEqualTo("n!?");
    for (String name : compilation.paths()) {
      if (name.startsWith("com/example/Work")) {
        byte[] file = compilation.classFile(name.replace('/', '.').replace(".class", ""));
        assertThat(ClassText.of(file)).doesNotContain("FIELD com/example");
      }
    }
  }

  @Test
  void generics_superClassesBindTypes_castWhereNeeded() {
    Compilation compilation = compile(
        "@MappedSuperclass class Base<K extends Comparable<K>, V> { @Id K id; V value; }",
        "@MappedSuperclass class Middle<W> extends Base<Integer, W> { String extra; }",
        """
            @Entity class Leaf extends Middle<String> {
              int length() { return value.length() + id; }
              void set(String to) { value = to; }
            }
            """,
        "@Entity class Box<T extends Number> { @Id int id; @Transient T content; List<T> none() { return null; } }");
    Object leaf = Woven.create(compilation.load("com.example.Leaf"));
    RecordingState state = RecordingState.watch(leaf);
    state.unload(leaf, 0, 5);

    Woven.call(leaf, "set", "four");

    assertThat(Woven.call(leaf, "length")).isEqualTo(9);
    assertThat(state.calls).containsExactly("change 1: null to four", "load 0");
    assertThat(compilation.generatedSource("com.example.Leaf_"))
        .contains("TextAttribute<Leaf> value", "NumericAttribute<Leaf, Integer> id");
    assertThat(compilation.generatedSource("com.example.Middle_")).doesNotContain("value");
  }

  @Test
  void shadowedFields_onlyOneIsPersistent_keepApart() {
    Compilation compilation = compile(
        "class Plain { String name = \"plain\"; String code = \"c\"; }",
        "@MappedSuperclass class Base extends Plain { @Id Integer id; String name = \"base\"; }",
        """
            @Entity class Leaf extends Base {
              transient String name = "leaf";
              String all() { return name + ((Base) this).name + ((Plain) this).name + code; }
              void set() { super.name = "B"; name = "L"; ((Plain) this).name = "P"; code = "C"; }
            }
            """);
    Object leaf = Woven.create(compilation.load("com.example.Leaf"));
    RecordingState state = RecordingState.watch(leaf);

    assertThat(Woven.call(leaf, "all")).isEqualTo("leafbaseplainc");
    Woven.call(leaf, "set");
    assertThat(Woven.call(leaf, "all")).isEqualTo("LBPC");
    assertThat(state.calls).containsExactly("change 1: base to B");
    assertThat(Woven.shape(leaf.getClass()).size()).isEqualTo(2);
  }

  @Test
  void finalFields_loseFinal_andConstructorsSetThem() {
    Class<?> type = entity("""
            @Entity final class Fixed {
              @Id final Integer id; final String name;
              Fixed(Integer id, String name) { this.id = id; this.name = name; }
            }
            """, "Fixed");
    Object fixed = Woven.create(type, 3, "three");
    assertThat(((ManagedEntity) fixed).$unloaded()).isEqualTo(~0b11L);
    ManagedEntity blank = Woven.blank(type);
    blank.$writeAll(new Object[] {4, "four"});
    assertThat(blank.$read(1)).isEqualTo("four");
    assertThat(type.getDeclaredFields()[0].getModifiers() & java.lang.reflect.Modifier.FINAL)
        .isZero();
  }

  @Test
  void enumsAndRecordsAsValues_areWoven() {
    Class<?> type = entity("""
            @Entity class Ticket {
              enum State { OPEN { }, CLOSED }
              record Point(int x, int y) {}
              @Id Integer id; State state = State.OPEN;
              Point where;
              @Mapping static void mapping(EntityMapping<Ticket> m) {}
              void close() { state = State.CLOSED; where = new Point(1, 2); }
            }
            """, "Ticket");
    Object ticket = Woven.create(type);
    RecordingState state = RecordingState.watch(ticket);
    Woven.call(ticket, "close");
    assertThat(state.calls)
        .containsExactly("change 1: OPEN to CLOSED", "change 2: null to Point[x=1, y=2]");
  }

  @Test
  void constructors_callEachOtherAndOverriddenMethods_keepWhatWasSet() {
    Compilation compilation = compile("class Plain { Plain() { init(); } void init() {} }", """
            @Entity class User extends Plain {
              @Id Integer id; String early; String name; int age;
              User() { this("default", new String("x").length()); age++; }
              User(String name, int age) {
                super();
                this.name = name;
                if (age > 0) { this.age = new int[] {age}[0]; }
              }
              @Override void init() { early = "early"; }
            }
            """);
    Class<?> type = compilation.load("com.example.User");

    ManagedEntity user = (ManagedEntity) Woven.create(type);
    assertThat(user.$unloaded()).isEqualTo(~0b1110L);
    assertThat(user.$read(1)).isEqualTo("early");
    assertThat(user.$read(3)).isEqualTo(2);
    assertThat(((ManagedEntity) Woven.create(type, "n", 0)).$unloaded()).isEqualTo(~0b0110L);
  }

  @Test
  void staticInitialiser_createsEntities_findsThemReady() {
    Compilation compilation = compile(
        "@Entity @Inheritance(InheritanceStrategy.CONCRETE) class Base { @Id Integer id; }", """
            @Entity class Country extends Base {
              static final Country NOWHERE = new Country("nowhere");
              static { NOWHERE.name += "!"; }
              String name;
              Country(String name) { this.name = name; }
            }
            """);
    Class<?> type = compilation.load("com.example.Country");
    assertThat(Woven.shape(type).base()).isEqualTo(1);
    ManagedEntity nowhere = (ManagedEntity) readStatic(type, "NOWHERE");
    assertThat(nowhere.$read(1)).isEqualTo("nowhere!");
  }

  @Test
  void moreThan64Attributes_shareABit_thatWritesNeverClear() {
    StringBuilder source = new StringBuilder(
        "@Entity @Inheritance(InheritanceStrategy.CONCRETE) class Huge { @Id int a0;");
    IntStream.range(1, 130).forEach(i -> source.append("int a").append(i).append(";"));
    source.append("void write() { a0 = 1; a62 = 2; a63 = 3; a64 = 4; a129 = 5; }");
    source.append("int sum() { return a0 + a62 + a63 + a64 + a129; } }");
    Compilation compilation = compile(
        source.toString(),
        "@Entity class More extends Huge { int last; void write() { super.write(); last = 6; } }");
    Object more = Woven.create(compilation.load("com.example.More"));
    ManagedEntity managed = (ManagedEntity) more;

    assertThat(Woven.shape(more.getClass()).size()).isEqualTo(131);
    Woven.call(more, "write");
    assertThat(managed.$unloaded()).isEqualTo(~(1L | 1L << 62)).isNegative();
    RecordingState state = RecordingState.watch(more);
    managed.$watched(Weave.SHARED_BIT);
    Woven.call(more, "write");
    assertThat(state.calls)
        .containsExactly(
            "change 63: 3 to 3", "change 64: 4 to 4", "change 129: 5 to 5", "change 130: 6 to 6");
    state.unload(more, 64, 40);
    state.calls.clear();
    assertThat(Woven.call(more, "sum")).isEqualTo(1 + 2 + 3 + 40 + 5);
    assertThat(state.calls).containsExactly("load 63", "load 64", "load 129");
    @Nullable Object[] values = new @Nullable Object[131];
    managed.$readAll(values);
    assertThat(values[130]).isEqualTo(6);
  }

  @Test
  void relationships_inConstructorsAndSetters_takeTheirOwnPaths() {
    Compilation compilation = compile("""
            @Entity(table = "parents") class Parent {
              @Id Integer id;
              @Relationship(backPopulates = "parent") List<Child> children = new ArrayList<>();
              void replace() { children = List.of(); }
            }
            """, """
            @Entity class Child {
              @Id Integer id; @ForeignKey("parents.id") Integer parentId;
              @Relationship(backPopulates = "children") Parent parent;
              void move(Parent to) { parent = to; }
            }
            """);
    Object parent = Woven.create(compilation.load("com.example.Parent"));
    Object child = Woven.create(compilation.load("com.example.Child"));

    assertThat(((ManagedEntity) parent).$unloaded()).isEqualTo(-1L);
    RecordingState ofParent = RecordingState.watch(parent);
    RecordingState ofChild = RecordingState.watch(child);
    ((ManagedEntity) parent).$watched(0);
    ((ManagedEntity) child).$watched(0);
    Woven.call(parent, "replace");
    Woven.call(child, "move", parent);
    assertThat(ofParent.calls).containsExactly("change 1: [] to []");
    assertThat(ofChild.calls).hasSize(1);
    assertThat(ofChild.calls.get(0)).startsWith("change 2: null to com.example.Parent@");
  }

  @Test
  void subClassInDefaultVisibilityOfPackagePrivateSuper_calledFromOutside_isReachable() {
    Compilation compilation = Woven.verified(SourceCompiler.create().compile("""
                    package com.library;
                    import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;
                    @MappedSuperclass class Hidden { @Id public Integer id; }
                    """, """
                    package com.library;
                    import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;
                    @Entity public class Shown extends Hidden { }
                    """, """
                    package com.example;
                    public class Caller {
                      static Integer id(com.library.Shown shown) { shown.id = 5; return shown.id; }
                    }
                    """));
    Object shown = Woven.create(compilation.load("com.library.Shown"));
    RecordingState state = RecordingState.watch(shown);
    assertThat(Woven.callStatic(compilation.load("com.example.Caller"), "id", shown))
        .isEqualTo(5);
    assertThat(state.calls).containsExactly("change 0: null to 5");
  }

  private static Class<?> entity(String source, String name) {
    return compile(source).load("com.example." + name);
  }

  private static Compilation compile(String... sources) {
    List<String> whole = new ArrayList<>();
    for (String source : sources) {
      whole.add(IMPORTS + source);
    }
    return Woven.verified(SourceCompiler.create().compile(whole.toArray(String[]::new)));
  }

  private static @Nullable Object readStatic(Class<?> type, String field) {
    try {
      var found = type.getDeclaredField(field);
      found.setAccessible(true);
      return found.get(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> load(ClassLoader loader, String name) {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static ClassLoader loader(byte[] classFile, Compilation parent) {
    return new ClassLoader(parent.requireSuccess().classLoader()) {
      @Override
      protected Class<?> findClass(String name) {
        return defineClass(name, classFile, 0, classFile.length);
      }
    };
  }
}
