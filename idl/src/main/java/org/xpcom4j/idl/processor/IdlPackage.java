package org.xpcom4j.idl.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * A package whose interfaces are made from IDL.
 *
 * @param element the package
 * @param annotation what says so
 * @param files the named files, each with the place that names it
 * @param uses folders that includes look in
 * @param frozen the place that names the freeze file
 * @param wrongNames the places that name a package as none can be called
 */
record IdlPackage(
    PackageElement element,
    AnnotationMirror annotation,
    Map<String, AnnotationValue> files,
    List<String> uses,
    Optional<AnnotationValue> frozen,
    List<AnnotationValue> wrongNames) {

  static List<IdlPackage> of(PackageElement element, TypeElement annotationType) {
    List<IdlPackage> packages = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().asElement().equals(annotationType)) {
        packages.add(of(element, mirror));
      }
    }
    return packages;
  }

  private static IdlPackage of(PackageElement element, AnnotationMirror mirror) {
    Map<String, AnnotationValue> files = new LinkedHashMap<>();
    for (AnnotationValue value : values(mirror, "value")) {
      files.put((String) value.getValue(), value);
    }
    List<String> uses = new ArrayList<>();
    List<AnnotationValue> wrongNames = new ArrayList<>();
    for (AnnotationValue value : values(mirror, "uses")) {
      String name = (String) value.getValue();
      uses.add(folder(name));
      if (!SourceVersion.isName(name)) {
        wrongNames.add(value);
      }
    }
    Optional<AnnotationValue> frozen = value(mirror, "frozen");
    boolean isFrozen = frozen.isPresent() && !"".equals(frozen.get().getValue());
    return new IdlPackage(
        element, mirror, files, uses, isFrozen ? frozen : Optional.empty(), wrongNames);
  }

  String folder() {
    return folder(element.getQualifiedName().toString());
  }

  private static String folder(String packageName) {
    return packageName.replace('.', '/');
  }

  private static List<AnnotationValue> values(AnnotationMirror mirror, String member) {
    List<AnnotationValue> values = new ArrayList<>();
    Optional<AnnotationValue> given = value(mirror, member);
    if (given.isPresent() && given.get().getValue() instanceof List<?> list) {
      for (Object each : list) {
        values.add((AnnotationValue) each);
      }
    }
    return values;
  }

  private static Optional<AnnotationValue> value(AnnotationMirror mirror, String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }
}
