package io.aludel.automap;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The names that a source imports statically, so that it reads like what a person would write. */
final class StaticNames {
  private final Map<String, Set<String>> names = new TreeMap<>();
  private final Map<String, Class<?>> holders = new TreeMap<>();

  /** A name that will be written without its class. */
  CodeBlock of(Class<?> holder, String name) {
    holders.put(holder.getName(), holder);
    names.computeIfAbsent(holder.getName(), any -> new TreeSet<>()).add(name);
    return CodeBlock.of("$T." + name, holder);
  }

  CodeBlock of(Enum<?> constant) {
    return of(constant.getDeclaringClass(), constant.name());
  }

  void importInto(JavaFile.Builder file) {
    names.forEach((holder, members) ->
        file.addStaticImport(holders.get(holder), members.toArray(String[]::new)));
  }
}
