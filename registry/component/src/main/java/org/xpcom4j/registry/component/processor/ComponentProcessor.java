package org.xpcom4j.registry.component.processor;

import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Checks the classes annotated with {@code @Component} and writes a table class for each package
 * that has some.
 */
@SupportedAnnotationTypes(Names.COMPONENT)
public final class ComponentProcessor extends AbstractProcessor {

  private @Nullable Compilation compilation;

  /** Made by javac. */
  public ComponentProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    compilation = new Compilation(environment);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Objects.requireNonNull(compilation, "init comes first").process(annotations, round);
    return false;
  }
}
