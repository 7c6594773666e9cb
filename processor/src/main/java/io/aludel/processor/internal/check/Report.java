package io.aludel.processor.internal.check;

import io.aludel.orm.mapping.MappingMessage;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Takes mistakes and shows each of them once, as an error of the compiler. */
public final class Report {
  private final Messager messager;
  private final Set<String> shown = new HashSet<>();

  /**
   * Creates a report.
   *
   * @param messager shows messages to the user
   */
  public Report(Messager messager) {
    this.messager = messager;
  }

  /**
   * Reports a mistake.
   *
   * @param message the kind of mistake
   * @param guilty the element to mark
   * @param things what the message speaks of
   */
  public void error(MappingMessage message, Element guilty, Object... things) {
    String text = message.text(things) + " [" + message.code() + "]";
    if (shown.add(guilty.getEnclosingElement() + "#" + guilty + text)) {
      messager.printMessage(Diagnostic.Kind.ERROR, text, guilty);
    }
  }

  /**
   * Reports a mistake, marking an annotation of the element if it has it.
   *
   * @param message the kind of mistake
   * @param guilty the element
   * @param annotation the annotation to mark
   * @param things what the message speaks of
   */
  public void error(MappingMessage message, Element guilty, Class<?> annotation, Object... things) {
    String text = message.text(things) + " [" + message.code() + "]";
    if (!shown.add(guilty.getEnclosingElement() + "#" + guilty + text)) {
      return;
    }
    for (AnnotationMirror mirror : guilty.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(annotation.getName())) {
        messager.printMessage(Diagnostic.Kind.ERROR, text, guilty, mirror);
        return;
      }
    }
    messager.printMessage(Diagnostic.Kind.ERROR, text, guilty);
  }
}
