package org.xpcom4j.idl.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the module path, which does not work there, the module's README tells. */
@DisplayName("Eclipse's compiler, on the class path")
class EclipseCompilerTest {
  private static final String IDL =
      """
      #include "nsISupports.idl"
      [scriptable, uuid(3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6f)]
      interface exIGreeter : nsISupports { AUTF8String greet(in AUTF8String name); };
      """;

  @TempDir Path folder;
  private JavaModule module;

  @BeforeEach
  void makeModule() throws IOException {
    module =
        new JavaModule(folder)
            .by(eclipse())
            .with("-17", "-cp", SmallApi.jar(folder.resolve("api")).toString())
            .source(
                "org/example/package-info.java",
                "@org.xpcom4j.metadata.XpIdl(\"exIGreeter.idl\") package org.example;")
            .resource("org/example/exIGreeter.idl", IDL);
  }

  /** Loaded by name: the module that the tests are in declares no use of such services. */
  private static JavaCompiler eclipse() {
    try {
      return Class.forName("org.eclipse.jdt.internal.compiler.tool.EclipseCompiler")
          .asSubclass(JavaCompiler.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException absent) {
      return abort("no such compiler on this class path: " + absent);
    }
  }

  @Test
  void makesTheInterfaces() throws IOException {
    assertEquals("", module.compile());
    assertEquals(List.of("org/example/exIGreeter.java"), module.generatedFiles());
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    module.resource("org/example/exIGreeter.idl", IDL.replace("in AUTF8String", "in AUTF8"));
    assertEquals(
        """
        ERROR: exIGreeter.idl:3:59: error: [xpidl.unknown-type] type "AUTF8" is not declared above
        interface exIGreeter : nsISupports { AUTF8String greet(in AUTF8 name); };
                                                                  ^""",
        module.compile());
  }
}
