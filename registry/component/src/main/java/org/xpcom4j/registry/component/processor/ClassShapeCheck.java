package org.xpcom4j.registry.component.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Checks that a table in the same package can call a constructor of the class. */
final class ClassShapeCheck {

  private static final String TAG = "class";

  private final Elements elements;
  private final Reporter reporter;

  ClassShapeCheck(Elements elements, Reporter reporter) {
    this.elements = elements;
    this.reporter = reporter;
  }

  void check(TypeElement type) {
    if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
      complain(type, "is no class");
      return;
    }
    if (elements.getPackageOf(type).isUnnamed()) {
      complain(type, "is in no package");
    }
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      complain(type, "is abstract");
    }
    if (!type.getTypeParameters().isEmpty()) {
      complain(type, "has type parameters");
    }
    checkNesting(type);
  }

  private void checkNesting(TypeElement type) {
    for (Element at = type; at instanceof TypeElement nested; at = at.getEnclosingElement()) {
      if (nested.getModifiers().contains(Modifier.PRIVATE)) {
        complain(type, nested.equals(type) ? "is private" : "is in a private class");
        return;
      }
      if (nested.getNestingKind() == NestingKind.MEMBER
          && !nested.getModifiers().contains(Modifier.STATIC)) {
        complain(type, "is an inner class");
        return;
      }
    }
  }

  private void complain(TypeElement type, String what) {
    reporter.error(
        Complaint.of(TAG, "component " + type.getSimpleName() + " " + what)
            .detail("expected a class that its package can make: not abstract, private, inner or")
            .detail("generic; package-private is fine"),
        type);
  }
}
