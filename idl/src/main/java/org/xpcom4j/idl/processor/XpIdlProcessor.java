package org.xpcom4j.idl.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * Compiles the IDL files that {@code @XpIdl} names on a package, into that package. A package with
 * an error in any of its files gets no interface at all, and the compilation fails.
 */
public final class XpIdlProcessor extends AbstractProcessor {
  /** The annotation is known by name: it is in the jar that users compile with, not in this one. */
  private static final String ANNOTATION = "org.xpcom4j.metadata.XpIdl";

  /** Made by javac. */
  public XpIdlProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(ANNOTATION);
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(IdlStore.SOURCE_OPTION);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        for (IdlPackage each : IdlPackage.of((PackageElement) element, annotation)) {
          new PackageCompiler(processingEnv, each).compile();
        }
      }
    }
    return false;
  }
}
