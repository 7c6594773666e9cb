import io.aludel.processor.MetamodelProcessor;
import io.aludel.processor.WeavingProcessor;
import javax.annotation.processing.Processor;

/** The compile-time half of the mapper: checks mappings, generates metamodels, weaves entities. */
module io.aludel.processor {
  requires transitive io.aludel.orm;
  requires transitive java.compiler;
  requires static transitive org.jspecify;
  // Weaving inside javac; the rest works without.
  requires static jdk.compiler;
  // Shaded into the jar under names of our own.
  requires static org.objectweb.asm;
  requires static org.objectweb.asm.commons;
  requires static org.objectweb.asm.tree;
  requires static org.objectweb.asm.tree.analysis;
  requires static com.palantir.javapoet;

  exports io.aludel.processor;

  provides Processor with
      MetamodelProcessor,
      WeavingProcessor;
}
