package io.aludel.automap;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.compile.Compilation;
import io.aludel.testing.compile.SourceCompiler;
import java.util.List;

/** Sources that were written, compiled and loaded. */
record Mapped(Sources sources, Compilation compilation, Registry registry) {
  static Mapped of(Sources sources) {
    Compilation compilation = SourceCompiler.create()
        .withOptions("-Xlint:all,-processing,-serial")
        .compile(sources.texts().values().toArray(String[]::new))
        .requireSuccess();
    List<Class<?>> entities = sources.texts().keySet().stream()
        .<Class<?>>map(compilation::load)
        .filter(type -> type.isAnnotationPresent(Entity.class))
        .toList();
    return new Mapped(sources, compilation, Registry.of(entities.toArray(Class<?>[]::new)));
  }

  Class<?> type(String name) {
    return compilation.load(name);
  }
}
