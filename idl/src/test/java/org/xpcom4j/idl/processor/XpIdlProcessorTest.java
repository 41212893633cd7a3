package org.xpcom4j.idl.processor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.idl.java.JavaBackEnd;
import org.xpcom4j.idl.typelib.TypelibFormatException;
import org.xpcom4j.idl.typelib.TypelibPrinter;
import org.xpcom4j.idl.typelib.TypelibReader;

@DisplayName("XpIdlProcessor: IDL inside javac")
class XpIdlProcessorTest {
  private static final String HEAD = "[scriptable, uuid(3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6f)]\n";

  private static final String TYPELIB = "META-INF/xpcom4j/org.example.xpt";

  private static final String GREETER =
      """
      #include "nsISupports.idl"
      interface nsIExtra;
      interface nsINowhere;
      %sinterface exIGreeter : nsISupports {
        readonly attribute nsIExtra extra;
        AUTF8String greet(in AUTF8String name, in nsINowhere unknown);
      };
      """
          .formatted(HEAD);

  @TempDir static Path apiFolder;
  private static Path api;

  @TempDir Path folder;
  private JavaModule module;

  @BeforeAll
  static void makeApi() throws IOException {
    api = SmallApi.jar(apiFolder);
  }

  @BeforeEach
  void makeModule() {
    module =
        new JavaModule(folder)
            .with("-Xdoclint:all/protected")
            .source("org/example/package-info.java", packageInfo("\"exIGreeter.idl\""))
            .resource("org/example/exIGreeter.idl", GREETER);
  }

  @Nested
  @Tag("smoke")
  class Includes {
    @Test
    void areFoundInAJarOnTheClassPath() throws IOException {
      module.with("-cp", api.toString());
      assertEquals("", module.compile());
      assertTrue(generated().contains("nsIExtra getExtra();"), generated());
    }

    @Test
    void areFoundInAModuleOnTheModulePath() throws IOException {
      module
          .with("-p", api.toString())
          .source(
              "module-info.java",
              "/** M. */ module org.example { requires transitive org.xpcom4j.interfaces;"
                  + " exports org.example; }");
      assertEquals("", module.compile());
      assertTrue(generated().contains("nsIExtra getExtra();"), generated());
      assertFalse(
          generated().contains("@Generated"), "java.compiler is not required: " + generated());
    }

    @Test
    void areFoundInPackagesThatAreUsed(@TempDir Path baseFolder) throws IOException {
      Path base =
          new JavaModule(baseFolder)
              .with("-p", api.toString())
              .source(
                  "module-info.java",
                  "module org.base { requires transitive org.xpcom4j.interfaces; exports"
                      + " org.base; }")
              .source(
                  "org/base/package-info.java",
                  "@org.xpcom4j.metadata.XpIdl(\"exIBase.idl\") package org.base;")
              .resource(
                  "org/base/exIBase.idl",
                  "#include \"exBaseTypes.idl\"\n#include \"nsISupports.idl\"\n"
                      + HEAD
                      + "interface exIBase : nsISupports { attribute exNumber number; };")
              .resource("org/base/exBaseTypes.idl", "typedef long exNumber;")
              .jar();
      module
          .with("-p", api + System.getProperty("path.separator") + base)
          .source(
              "module-info.java",
              "/** M. */ module org.example { requires transitive org.base; exports org.example;"
                  + " }")
          .source(
              "org/example/package-info.java",
              packageInfo("value = \"exIGreeter.idl\", uses = \"org.base\""))
          .resource(
              "org/example/exIGreeter.idl",
              "#include \"exIBase.idl\"\n[scriptable, uuid(00000000-0000-0000-0000-000000000001)]"
                  + " interface exIGreeter : exIBase { attribute exNumber other; };");
      assertEquals("", module.compile());
      assertTrue(generated().contains("interface exIGreeter extends exIBase"), generated());
      assertEquals(List.of("org/example/exIGreeter.java"), module.generatedFiles());
    }

    @Test
    void ofOwnFilesNeedNoCopyWithTheSourceOption() throws IOException {
      module
          .with("-cp", api.toString(), "-Axpidl.source=" + module.resources())
          .withoutCopiedResources();
      assertEquals("", module.compile());
      assertEquals(List.of("org/example/exIGreeter.java"), module.generatedFiles());
    }
  }

  @Nested
  class Generation {
    @BeforeEach
    void useClassPath() {
      module.with("-cp", api.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exIEverything.idl", "exIRare.idl"})
    void everyKindOfMemberCompilesWithoutWarningsAndHasSoundJavadoc(String file)
        throws IOException {
      addFromResource(file);
      assertEquals("", module.compile());
      assertEquals("", module.javadoc(api));
    }

    @Test
    void callersUseLambdasShortCallsAndTypes() throws IOException {
      addFromResource("exIRare.idl");
      module.source(
          "org/example/Caller.java",
          """
          package org.example;
          import org.xpcom4j.interfaces.nsISupports;
          final class Caller {
            private static final exIFirst FIRST = value -> value > exIFirst.NONE;
            static void call(exIShapes shapes, exICalls calls, nsISupports[] list) {
              calls.call(FIRST);
              shapes.pairs(new java.lang.String[] {"one"}, new int[] {1});
              java.lang.String[][] names = new java.lang.String[1][];
              shapes.outs(names, new double[1][]);
              byte[][] bytes = {{1, 2}};
              shapes.update(bytes);
              int[] result = shapes.map(new int[] {1, 2});
              exIFirst first = shapes.getInterface(exIFirst.class);
              shapes.put(exIFirst.class, new exIFirst[] {first});
              shapes.options();
              byte[] raw = shapes.rawResult();
              shapes.send(raw);
              shapes.zeros(result.length);
            }
          }
          """);
      assertEquals("", module.compile());
    }

    private void addFromResource(String file) throws IOException {
      try (InputStream in = JavaBackEnd.class.getResourceAsStream(file)) {
        String idl = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        module
            .source("org/example/package-info.java", packageInfo("\"" + file + "\""))
            .resource("org/example/" + file, idl);
      }
    }

    @Test
    void anInterfaceThatIsNowhereIsNsISupports() throws IOException {
      assertEquals("", module.compile());
      assertTrue(
          generated().contains("String greet(String name, nsISupports unknown);"), generated());
    }

    @Test
    void aClassOfTheSameModuleImplementsTheInterface() throws IOException {
      module.source(
          "org/example/Greeter.java",
          """
          package org.example;
          final class Greeter implements exIGreeter {
            @Override public org.xpcom4j.interfaces.nsIExtra getExtra() { return null; }
            @Override public String greet(String name, org.xpcom4j.interfaces.nsISupports u) {
              return NS_PREFIX + name;
            }
            private static final String NS_PREFIX = "Hello, ";
          }
          """);
      assertEquals("", module.compile());
    }

    @Test
    void anOldFileMayHaveLatin1InItsComments() throws IOException {
      String text = GREETER.replace("[scriptable", "/** Grüße. */ [scriptable");
      Files.write(
          module.resources().resolve("org/example/exIGreeter.idl"),
          text.getBytes(StandardCharsets.ISO_8859_1));
      module.with("-encoding", "UTF-8");
      assertEquals("", module.compile());
      assertTrue(generated().contains(" * Grüße.\n"), generated());
    }

    @Test
    void anEditedFileGivesAnotherInterface() throws IOException {
      assertEquals("", module.compile());
      module.resource("org/example/exIGreeter.idl", GREETER.replace("greet(", "welcome("));
      assertEquals("", module.compile());
      assertTrue(generated().contains("String welcome("), generated());
      assertFalse(generated().contains("String greet("), generated());
    }

    @Test
    void theTypelibLiesBesideTheClasses() throws IOException, TypelibFormatException {
      assertEquals("", module.compile());
      assertEquals(
          """
          interface nsIExtra;
          interface nsINowhere;
          interface nsISupports;

          [scriptable, uuid(3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6f)]
          interface exIGreeter : nsISupports {
            readonly attribute nsIExtra extra;
            AUTF8String greet(in AUTF8String p0, in nsINowhere p1);
          };
          """,
          TypelibPrinter.print(TypelibReader.read(module.output(TYPELIB))));
    }

    @Test
    void theTypelibIsTheSameEachTime() throws IOException {
      assertEquals("", module.compile());
      byte[] first = module.output(TYPELIB);
      assertEquals("", module.compile());
      assertArrayEquals(first, module.output(TYPELIB));
    }

    @Test
    void interfacesAreMarkedAsGeneratedWhereTheMarkerCanBeRead() throws IOException {
      assertEquals("", module.compile());
      assertTrue(generated().contains("@Generated(\"org.xpcom4j.idl\")"), generated());
    }
  }

  @Nested
  class Mistakes {
    @BeforeEach
    void useClassPath() {
      module.with("-cp", api.toString());
    }

    @Test
    void areReportedTogetherWithLineCaretAndHint() throws IOException {
      module.resource(
          "org/example/exIGreeter.idl",
          """
          #include "nsISupports.idl"

          %sinterface exIGreeter : nsISupports {

              void greet(in nsIIDRef aIID, [iid_is(iid), retval] out nsQIResult aResult);
              attribute nsIExtra extra;
          };
          """
              .formatted(HEAD));
      assertEquals(
          """
          package-info.java:2: ERROR: exIGreeter.idl:6:42: error: [xpidl.iid-is] iid_is names "iid", which is not a parameter of greet
                void greet(in nsIIDRef aIID, [iid_is(iid), retval] out nsQIResult aResult);
                                                     ^
              hint: iid_is(aIID)
          package-info.java:2: ERROR: exIGreeter.idl:7:15: error: [xpidl.unknown-type] type "nsIExtra" is not declared above
                attribute nsIExtra extra;
                          ^
              hint: #include "nsIExtra.idl\"""",
          module.compile());
    }

    @Test
    void inOneFileLeaveNothingOfTheWholePackage() throws IOException {
      module
          .source(
              "org/example/package-info.java",
              packageInfo("{\"exIGreeter.idl\", \"exIBroken.idl\"}"))
          .resource("org/example/exIBroken.idl", "interface exIBroken {");
      assertEquals(
          """
          package-info.java:2: ERROR: exIBroken.idl:1:22: error: [xpidl.syntax] file ends too early
            interface exIBroken {
                                 ^
              expected: "}" that ends interface exIBroken
              hint: possibly a missing ";" or "}" further up""",
          module.compile());
      assertEquals(List.of(), module.generatedFiles());
      assertFalse(module.outputFiles().contains(TYPELIB));
    }

    @Test
    void anInterfaceIsInOneFileOnly() throws IOException {
      module
          .source(
              "org/example/package-info.java", packageInfo("{\"exIGreeter.idl\", \"exICopy.idl\"}"))
          .resource(
              "org/example/exICopy.idl",
              "#include \"nsISupports.idl\"\n" + HEAD + "interface exIGreeter {};");
      assertEquals(
          """
          package-info.java:2: ERROR: exICopy.idl:2:1: error: [xpidl.duplicate] interface exIGreeter is in another file of the package, too
            [scriptable, uuid(3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6f)]
            ^
              previous: exIGreeter.idl:4:1""",
          module.compile());
    }

    @Test
    void aMissingFileIsNamedWithThePlaceWhereItBelongs() throws IOException {
      module.source("org/example/package-info.java", packageInfo("\"exIGreter.idl\""));
      assertEquals(
          """
          package-info.java:2: ERROR: [xpidl.not-found] IDL file "exIGreter.idl" not found
              expected: org/example/exIGreter.idl among the resources of this module (src/main/resources)
              hint: -Axpidl.source=src/main/resources, if resources are not copied before javac runs (Gradle, an IDE)""",
          module.compile());
    }

    @Test
    void aMissingFileIsNamedWithTheFoldersOfTheOption() throws IOException {
      module
          .with("-Axpidl.source=" + module.resources())
          .source("org/example/package-info.java", packageInfo("\"exIGreter.idl\""));
      assertEquals(
          """
          package-info.java:2: ERROR: [xpidl.not-found] IDL file "exIGreter.idl" not found
              expected: org/example/exIGreter.idl among the resources of this module (src/main/resources)
              from: looked in %s (-Axpidl.source) and in the class output"""
              .formatted(module.resources()),
          module.compile());
    }

    @Test
    void theSourceOptionNeedsFolders() throws IOException {
      Path absent = folder.resolve("absent");
      module.with("-Axpidl.source=" + absent);
      assertEquals(
          """
          package-info.java:2: ERROR: [xpidl.source] -Axpidl.source names "%s", which is no folder
              expected: the folders of resources, such as src/main/resources, with "%s" between them; relative ones begin where javac runs"""
              .formatted(absent, File.pathSeparator),
          module.compile());
    }

    @Test
    void anOwnFileThatIsIncludedHasToBeNamed() throws IOException {
      module
          .resource(
              "org/example/exIOther.idl",
              "[uuid(00000000-0000-0000-0000-000000000001)] interface exIOther {};")
          .resource("org/example/exIGreeter.idl", "#include \"exIOther.idl\"\n");
      assertEquals(
          """
          package-info.java:2: ERROR: exIGreeter.idl:1:1: error: [xpidl.not-listed] @XpIdl of this package does not name exIOther.idl
            #include "exIOther.idl"
            ^
              hint: @XpIdl({..., "exIOther.idl"})""",
          module.compile());
    }

    @Test
    void namesThatCannotBeFilesAreNotFound() throws IOException {
      module.resource("org/example/exIGreeter.idl", "#include \"../exIOther.idl\"\n");
      assertEquals(
          """
          package-info.java:2: ERROR: exIGreeter.idl:1:1: error: [xpidl.include] included file "../exIOther.idl" not found
            #include "../exIOther.idl"
            ^
              from: looked in org/example, org/xpcom4j/interfaces""",
          module.compile());
    }

    @Test
    void aUsedPackageNeedsTheNameOfAPackage() throws IOException {
      module.source(
          "org/example/package-info.java",
          packageInfo("value = \"exIGreeter.idl\", uses = \"../x\""));
      assertEquals(
          "package-info.java:2: ERROR: [xpidl.uses] \"../x\" is not the name of a package",
          module.compile());
    }
  }

  private String generated() throws IOException {
    return module.generated("org/example/exIGreeter.java");
  }

  private static String packageInfo(String idl) {
    return "/** P. */\n@XpIdl("
        + idl
        + ")\npackage org.example;\nimport"
        + " org.xpcom4j.metadata.XpIdl;\n";
  }
}
