/**
 * The XPIDL compiler: a front end from text to model, the Java back end, and the annotation
 * processor that runs both inside javac.
 */
module org.xpcom4j.idl {
  requires com.palantir.javapoet;
  requires java.compiler;
  requires static info.picocli; // for the command only, and in its jar
  requires static org.jspecify;

  provides javax.annotation.processing.Processor with
      org.xpcom4j.idl.processor.XpIdlProcessor;
}
