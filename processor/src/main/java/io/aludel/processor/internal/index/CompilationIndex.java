package io.aludel.processor.internal.index;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.weave.Weave;
import io.aludel.processor.internal.files.OutputFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.FileObject;

/**
 * Brings the index up to date after a compilation, which may have been partial: what was compiled now
 * counts as it is now; what the index named before stays as long as its class file is there. On disk the
 * file is written without the {@code Filer}, because build tools that compile in parts let no generated
 * file depend on several sources, and this one is kept right in another way.
 */
public final class CompilationIndex {
  private final Elements elements;
  private final OutputFiles files;
  private final Map<String, Map<String, Boolean>> compiled = new LinkedHashMap<>();

  /**
   * Creates the index of a compilation.
   *
   * @param environment gives access to elements and files
   */
  public CompilationIndex(ProcessingEnvironment environment) {
    elements = environment.getElementUtils();
    files = new OutputFiles(environment.getFiler());
  }

  /**
   * Told of the types of each round.
   *
   * @param types the root elements of the round
   */
  public void compiling(Collection<? extends Element> types) {
    for (TypeElement type : ElementFilter.typesIn(Set.copyOf(types))) {
      ModuleElement module = elements.getModuleOf(type);
      String moduleName = module == null ? "" : module.getQualifiedName().toString();
      add(type, compiled.computeIfAbsent(moduleName, name -> new TreeMap<>()));
    }
  }

  private void add(TypeElement type, Map<String, Boolean> names) {
    boolean entity = type.getKind().isClass() && type.getAnnotation(Entity.class) != null;
    names.put(elements.getBinaryName(type).toString(), entity);
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> add(nested, names));
  }

  /**
   * Writes the index of each module that was compiled.
   *
   * @param environment shows a failure to the user
   */
  public void write(ProcessingEnvironment environment) {
    for (Map.Entry<String, Map<String, Boolean>> module : compiled.entrySet()) {
      try {
        write(module.getKey(), module.getValue());
      } catch (IOException e) {
        String text = "Cannot write " + Weave.INDEX + ": " + e;
        environment.getMessager().printMessage(Diagnostic.Kind.WARNING, text);
      }
    }
  }

  private void write(String module, Map<String, Boolean> names) throws IOException {
    FileObject resource;
    try {
      resource = files.find(module, "", Weave.INDEX);
    } catch (IOException | IllegalArgumentException e) {
      writeNew(module, names);
      return;
    }
    Path file = OutputFiles.path(resource.toUri());
    if (file != null && file.endsWith(Weave.INDEX)) {
      IndexFile index = new IndexFile(file.resolve("../../..").normalize());
      Set<String> entities = index.read();
      entities.removeIf(name -> names.containsKey(name) || !index.hasClass(name));
      addEntities(names, entities);
      index.write(entities);
    } else {
      writeThroughFiler(module, names, existing(resource));
    }
  }

  /** For compilers that do not find a resource which is not there yet. */
  private void writeNew(String module, Map<String, Boolean> names) throws IOException {
    writeThroughFiler(module, names, new TreeSet<>());
  }

  private void writeThroughFiler(String module, Map<String, Boolean> names, Set<String> existing)
      throws IOException {
    Set<String> entities = new TreeSet<>(existing);
    entities.removeAll(names.keySet());
    addEntities(names, entities);
    if (entities.isEmpty() && existing.isEmpty()) {
      return;
    }
    FileObject target = files.create(module, "", Weave.INDEX);
    try (OutputStream out = target.openOutputStream()) {
      out.write(IndexFile.format(entities).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void addEntities(Map<String, Boolean> names, Set<String> entities) {
    names.forEach((name, entity) -> {
      if (entity) {
        entities.add(name);
      }
    });
  }

  private static Set<String> existing(FileObject resource) {
    try (InputStream in = resource.openInputStream()) {
      return IndexFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new TreeSet<>();
    }
  }
}
