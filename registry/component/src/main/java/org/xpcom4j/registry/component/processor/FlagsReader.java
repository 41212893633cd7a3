package org.xpcom4j.registry.component.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.xpcom4j.interfaces.nsIClassInfo;

/** Reads what a component says of itself as class info. */
final class FlagsReader {

  private static final long MOST = 0xFFFF_FFFFL;

  private final Annotations annotations;
  private final Reporter reporter;

  FlagsReader(Annotations annotations, Reporter reporter) {
    this.annotations = annotations;
    this.reporter = reporter;
  }

  long read(Element owner, AnnotationMirror component) {
    AnnotationValue value = annotations.value(component, "flags");
    long flags = ((Number) value.getValue()).longValue();
    if (flags < 0 || flags > MOST) {
      reporter.error(
          Complaint.of("flags", "flags " + flags + " are no sum of constants of nsIClassInfo"),
          owner,
          component,
          value);
    } else if (has(flags, nsIClassInfo.THREADSAFE) && has(flags, nsIClassInfo.MAIN_THREAD_ONLY)) {
      reporter.error(
          Complaint.of("flags", "THREADSAFE and MAIN_THREAD_ONLY contradict each other")
              .hint("flags = nsIClassInfo.MAIN_THREAD_ONLY"),
          owner,
          component,
          value);
    }
    return flags;
  }

  private static boolean has(long flags, long flag) {
    return (flags & flag) != 0;
  }
}
