package io.aludel.orm.mapping;

import io.aludel.orm.OrmError;
import io.aludel.orm.weave.Weave;

/** A class was to be mapped that the weaver did not make ready, or made ready for another version. */
public final class NotWovenException extends MappingException {
  private static final long serialVersionUID = 1L;

  private NotWovenException(OrmError code, String subject, String message) {
    super(code, subject, message);
  }

  static NotWovenException missing(Class<?> type) {
    return new NotWovenException(
        OrmError.NOT_WOVEN,
        type.getSimpleName(),
        "Cannot map "
            + type.getName()
            + ": it was compiled without weaving. One of these makes it ready:"
            + "\n  - on JDK 23 or newer let javac run processors of the class path:"
            + " set the Maven property maven.compiler.proc=full (javac -proc:full)"
            + "\n  - list aludel-processor in annotationProcessorPaths of maven-compiler-plugin"
            + " (javac --processor-path)"
            + "\n  - run the weave command of aludel-processor over the folder of compiled classes"
            + " (for ecj, Kotlin, or an IDE's own build)"
            + "\n");
  }

  static NotWovenException otherVersion(Class<?> type, int version) {
    return new NotWovenException(
        OrmError.OTHER_WEAVING,
        type.getSimpleName(),
        "Cannot map "
            + type.getName()
            + ": it was woven for version "
            + version
            + " of the contract between entities and run time, this run time speaks version "
            + Weave.VERSION
            + ". Compile it again with aludel-processor of the same version as aludel-orm.");
  }
}
