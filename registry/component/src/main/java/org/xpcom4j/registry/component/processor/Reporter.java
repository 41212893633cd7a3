package org.xpcom4j.registry.component.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Reports errors where they were made and lets the compilation go on, so that all are seen. */
final class Reporter {

  private final Messager messager;
  private int errors;

  Reporter(Messager messager) {
    this.messager = messager;
  }

  void error(Complaint complaint, Element element) {
    errors++;
    messager.printMessage(Diagnostic.Kind.ERROR, complaint.toString(), element);
  }

  void error(Complaint complaint, Element element, AnnotationMirror annotation) {
    errors++;
    messager.printMessage(Diagnostic.Kind.ERROR, complaint.toString(), element, annotation);
  }

  void error(
      Complaint complaint, Element element, AnnotationMirror annotation, AnnotationValue value) {
    errors++;
    messager.printMessage(Diagnostic.Kind.ERROR, complaint.toString(), element, annotation, value);
  }

  /** How many errors were reported until now; compared before and after a check. */
  int errors() {
    return errors;
  }
}
