package org.xpcom4j.registry.component.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Provider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xpcom4j.registry.component.CategoryEntry;
import org.xpcom4j.registry.component.ComponentEntry;
import org.xpcom4j.registry.component.ComponentTable;
import org.xpcom4j.registry.component.Dependencies;
import org.xpcom4j.registry.component.Requirement;
import org.xpcom4j.registry.component.Requirement.Moment;
import org.xpcom4j.registry.component.Scope;

class ComponentProcessorTest {

  private static final String CID = "3f0c9f5e-0d5b-4a52-9a2c-6b1f5d0e7a11";

  private static final String SERVICES =
      "META-INF/services/org.xpcom4j.registry.component.ComponentTable";

  private static final String EXI_GREETER =
      """
      package org.example;
      @org.xpcom4j.metadata.XpInterface(iid = "5d0e7a11-0d5b-4a52-9a2c-6b1f3f0c9f5e")
      public interface exIGreeter extends org.xpcom4j.interfaces.nsISupports {
        String EX_GREETER_CONTRACTID = "@example.org/greeter;1";
      }
      """;

  @TempDir private Path output;
  private JavacRun javac;

  @BeforeEach
  void prepare() {
    javac = new JavacRun(output);
  }

  /** A component named Greeter; the annotation stands on line 6. */
  private static String greeter(String annotation, String declaration) {
    return """
    package org.example;
    import java.util.*;
    import jakarta.inject.*;
    import org.xpcom4j.interfaces.nsISupports;
    import org.xpcom4j.registry.component.*;
    %s
    %s
    """
        .formatted(annotation, declaration);
  }

  private static String annotation(String contracts) {
    return "@Component(cid = \"{" + CID + "}\", contracts = " + contracts + ")";
  }

  @Nested
  @DisplayName("a sound component")
  class Sound {

    private @Nullable URLClassLoader loader;

    @Test
    void isListedAsDataAndMadeWithItsDependencies() throws Exception {
      javac
          .source("org/example/exIGreeter.java", EXI_GREETER)
          .source(
              "org/example/Greeter.java",
              greeter(
                  """
                  @Component(cid = "%s", contracts = {"@example.org/greeter;1", "@example.org/g;2?a=b"},
                      scope = org.xpcom4j.registry.component.Scope.SERVICE,
                      flags = org.xpcom4j.interfaces.nsIClassInfo.THREADSAFE)"""
                      .formatted(CID),
                  """
                  final class Greeter implements AutoCloseable, nsISupports, exIGreeter {
                    private final String made;
                    Greeter() { this.made = "by the wrong constructor"; }
                    @Inject Greeter(
                        @ContractId("@example.org/a;1") nsISupports a,
                        @ContractId("@example.org/b;1") Provider<nsISupports> b,
                        @ContractId("@example.org/c;1") Optional<exIGreeter> c,
                        Thread d,
                        Provider<Thread.State> e) { this.made = "right"; }
                    public void close() {}
                    public String toString() { return made; }
                  }
                  """))
          .compile();
      assertTrue(javac.isSuccessful(), javac.messages());
      ComponentTable table = load("org.example.Components");
      var asked = new Asked();

      assertEquals(1, table.size());
      assertEquals("", table.moduleName());
      assertEquals(
          new ComponentEntry(
              UUID.fromString(CID),
              "org.example.Greeter",
              List.of("@example.org/greeter;1", "@example.org/g;2?a=b"),
              Scope.SERVICE,
              2,
              List.of(),
              List.of(
                  new Requirement(
                      Moment.FIRST, "org.xpcom4j.interfaces.nsISupports", "@example.org/a;1"),
                  new Requirement(
                      Moment.LATER, "org.xpcom4j.interfaces.nsISupports", "@example.org/b;1"),
                  new Requirement(Moment.IF_PRESENT, "org.example.exIGreeter", "@example.org/c;1"),
                  new Requirement(Moment.FIRST, "java.lang.Thread", ""),
                  new Requirement(Moment.LATER, "java.lang.Thread.State", ""))),
          table.entry(0));
      assertEquals(
          List.of("exIGreeter", "nsISupports"),
          table.interfaces(0).stream().map(Class::getSimpleName).toList());
      assertEquals("right", table.create(0, asked).toString());
      assertEquals(
          List.of(
              "get nsISupports @example.org/a;1",
              "provider nsISupports @example.org/b;1",
              "find exIGreeter @example.org/c;1",
              "get Thread",
              "provider State"),
          asked.questions);
      assertEquals("org.example.Components\n", javac.generated(SERVICES));
    }

    @Test
    void mayImplementAnInterfaceThatIsMadeInTheSameRunAndUseItsConstants() throws Exception {
      javac
          .before(new InterfaceMaker("org.example.exIGreeter", EXI_GREETER))
          .source(
              "org/example/Greeter.java",
              greeter(
                  annotation("exIGreeter.EX_GREETER_CONTRACTID"),
                  """
                  final class Greeter implements exIGreeter {
                    Greeter(@ContractId(exIGreeter.EX_GREETER_CONTRACTID) Provider<exIGreeter> g) {}
                  }"""))
          .source(
              "org/example/Other.java",
              """
              package org.example;
              @org.xpcom4j.registry.component.Component(cid = "3f0c9f5e-0d5b-4a52-9a2c-6b1f5d0e7a12")
              final class Other implements org.xpcom4j.interfaces.nsISupports {}
              """)
          .compile();

      assertTrue(javac.isSuccessful(), javac.messages());
      ComponentTable table = load("org.example.Components");
      assertEquals(2, table.size());
      assertEquals(List.of("@example.org/greeter;1"), table.entry(0).contracts());
    }

    @Test
    void tellsItsEntriesInCategoriesAsData() throws Exception {
      javac
          .source(
              "org/example/Greeter.java",
              greeter(
                  """
                  @Component(cid = "%s", contracts = "@example.org/greeter;1", categories = {
                      @Category(name = "a", entry = "one"),
                      @Category(name = "a", entry = "two", value = "service,@example.org/x;1"),
                      @Category(name = "b", entry = "one", value = "anything")})"""
                      .formatted(CID),
                  "final class Greeter implements nsISupports {}"))
          .compile();

      assertTrue(javac.isSuccessful(), javac.messages());
      ComponentEntry entry = load("org.example.Components").entry(0);
      assertEquals(
          List.of(
              new CategoryEntry("a", "one", "@example.org/greeter;1"),
              new CategoryEntry("a", "two", "service,@example.org/x;1"),
              new CategoryEntry("b", "one", "anything")),
          entry.categories());
      assertTrue(entry.needsNothing());
    }

    @Test
    void mayHaveThousandsBesideItInOnePackage() throws Exception {
      var nested = new StringBuilder("final class Outer {");
      for (int i = 0; i < 1500; i++) {
        nested
            .append("\n@Component(cid = \"")
            .append(new UUID(1, i))
            .append("\", contracts = \"@example.org/part;1?n=")
            .append(i)
            .append("\") static final class C")
            .append(i)
            .append(" implements nsISupports {}");
      }
      javac.source("org/example/Outer.java", greeter("", nested + "\n}")).compile();

      assertTrue(javac.isSuccessful(), javac.messages());
      ComponentTable table = load("org.example.Components");
      assertEquals(1500, table.size());
      assertEquals(new UUID(1, 1499), table.entry(1499).cid());
      assertEquals("C1499", table.create(1499, new Asked()).getClass().getSimpleName());
    }

    @Test
    void mayBeANestedClassAndIsNamedAsTheClassLoaderWantsIt() throws Exception {
      javac
          .source(
              "org/example/Outer.java",
              greeter(
                  "final class Outer {",
                  annotation("{}") + " static final class Inner implements nsISupports {} }"))
          .compile();

      assertTrue(javac.isSuccessful(), javac.messages());
      assertEquals("org.example.Outer$Inner", load("org.example.Components").entry(0).className());
    }

    @Test
    void ofANamedModuleIsProvidedByItsDescriptor() throws Exception {
      javac
          .source(
              "module-info.java",
              """
              module org.example {
                requires org.xpcom4j.registry.component;
                exports org.example;
                provides org.xpcom4j.registry.component.ComponentTable
                    with org.example.Components;
              }
              """)
          .source(
              "org/example/Greeter.java",
              greeter(annotation("{}"), "final class Greeter implements nsISupports {}"))
          .compile();

      assertEquals("", javac.messages());
      assertTrue(javac.generated("org/example/Components.java").contains("\"org.example\""));
    }

    /** The loader stays open: the table loads classes when it is asked. */
    private ComponentTable load(String className) throws Exception {
      loader =
          new URLClassLoader(
              new URL[] {output.toUri().toURL()}, Dependencies.class.getClassLoader());
      return assertInstanceOf(
          ComponentTable.class,
          Class.forName(className, true, loader).getConstructor().newInstance());
    }

    @AfterEach
    void close() throws IOException {
      if (loader != null) {
        loader.close();
      }
    }
  }

  @Nested
  @DisplayName("an error")
  class Errors {

    @Test
    void inAContractIdPointsAtTheAnnotationValue() throws IOException {
      assertEquals(
          """
          ERROR Greeter.java:6:93
          [xpcom.contract-id] contract ID has no version
              @example.org/greeter
                                  ^ expected ; and a number, as in @example.org/greeter;1
              hint: "@example.org/greeter;1\"""",
          messages(
              annotation("{\"@example.org/a;1\", \"@example.org/greeter\"}"),
              "final class Greeter implements nsISupports {}"));
    }

    @Test
    void inACidComesWithAFreshOne() throws IOException {
      String messages =
          messages("@Component(cid = \"{3f0c}\")", "final class Greeter implements nsISupports {}");

      assertTrue(messages.startsWith("ERROR Greeter.java:6:18\n[xpcom.cid] "), messages);
      assertTrue(
          messages.matches("(?s).*\n    hint: a fresh one: \"\\{[0-9a-f-]{36}}\""), messages);
    }

    @Test
    void isGivenForIdsThatAreTaken() throws IOException {
      String messages =
          messages(
              annotation("\"@example.org/a;1\""),
              "final class Greeter implements nsISupports {}\n"
                  + annotation("\"@example.org/a;1\"")
                  + " final class Second implements nsISupports {}");

      assertTrue(
          messages.contains(
              "[xpcom.duplicate-cid] class ID {"
                  + CID
                  + "} is taken\n    first used by org.example.Greeter"),
          messages);
      assertTrue(
          messages.contains("[xpcom.duplicate-contract] contract ID \"@example.org/a;1\" is taken"),
          messages);
    }

    @Test
    void saysWhatTheClassImplementsInstead() throws IOException {
      assertEquals(
          """
          ERROR Greeter.java:7:7
          [xpcom.interface] component Greeter has no scriptable interface
              expected an interface made from IDL and marked [scriptable] there
              it implements Runnable (not made from IDL)""",
          messages(
              annotation("{}"),
              "final class Greeter implements Runnable { public void run() {} }"));
    }

    @Test
    void isGivenForEachClassThatCannotBeMade() throws IOException {
      assertTag("class", "abstract class Greeter implements nsISupports {}");
      assertTag("class", "interface Greeter extends nsISupports {}");
      assertTag("class", "final class Greeter<T> implements nsISupports {}");
      assertTag(
          "constructor", "final class Greeter implements nsISupports { private Greeter() {} }");
      assertTag(
          "constructor",
          "final class Greeter implements nsISupports { Greeter() {} Greeter(String s) {} }");
      assertTag(
          "constructor",
          "final class Greeter implements nsISupports {"
              + " @Inject Greeter() {} @Inject Greeter(String s) {} }");
      assertTag(
          "constructor",
          "final class Greeter implements nsISupports { Greeter() throws Exception {} }");
      assertTag(
          "injection", "final class Greeter implements nsISupports { @Inject String field; }");
    }

    @Test
    void isGivenForFlagsThatContradictEachOtherOrMeanNothing() throws IOException {
      for (String flags : List.of("6", "-1", "1L << 32")) {
        javac = new JavacRun(output);
        String messages =
            messages(
                "@Component(cid = \"%s\", flags = %s)".formatted(CID, flags),
                "final class Greeter implements nsISupports {}");
        assertTrue(messages.contains("\n[xpcom.flags] "), messages);
      }
    }

    @Test
    void isGivenForEachMistakeInACategory() throws IOException {
      assertCategoryError(
          "name = \"\", entry = \"e\", value = \"v\"", "the name of the category is empty");
      assertCategoryError(
          "name = \"a b\", entry = \"e\", value = \"v\"",
          "the name of the category has a space at position 2");
      assertCategoryError(
          "name = \"a\", entry = \"e\\t\", value = \"v\"",
          "the name of the entry has U+0009 at position 2");
      assertCategoryError(
          "name = \"a\", entry = \"e\", value = \" v\"",
          "the value of the entry has a space at position 1");
      assertCategoryError("name = \"a\", entry = \"e\"", "entry \"e\" has no value");
    }

    private void assertCategoryError(String category, String clause) throws IOException {
      prepare();
      String messages =
          messages(
              "@Component(cid = \"%s\", categories = @Category(%s))".formatted(CID, category),
              "final class Greeter implements nsISupports {}");
      assertTrue(messages.startsWith("ERROR Greeter.java:6:"), messages);
      assertTrue(messages.contains("[xpcom.category] " + clause + "\n"), messages);
    }

    @Test
    void isGivenForACategoryWhoseValueIsAMalformedContractId() throws IOException {
      String messages =
          messages(
              """
              @Component(cid = "%s", categories =
                  @Category(name = "a", entry = "e", value = "service,@example.org/a"))"""
                  .formatted(CID),
              "final class Greeter implements nsISupports {}");

      assertTrue(messages.startsWith("ERROR Greeter.java:7:48\n[xpcom.contract-id] "), messages);
    }

    @Test
    void isGivenForAnEntryThatTwoComponentsMake() throws IOException {
      String component =
          "@Component(cid = \"%s\", categories = @Category(name = \"a\", entry = \"e\", value = \"v\"))";
      String messages =
          messages(
              component.formatted(CID),
              "final class Greeter implements nsISupports {}\n"
                  + component.formatted(new UUID(1, 2))
                  + " final class Second implements nsISupports {}");

      assertTrue(
          messages.contains(
              "[xpcom.duplicate-category] category \"a\" has an entry \"e\" already\n"
                  + "    first made by org.example.Greeter"),
          messages);
    }

    @Test
    void isGivenForInnerAndPrivateClasses() throws IOException {
      for (String modifier : List.of("", "private static")) {
        prepare();
        String messages =
            messages(
                "final class Outer {",
                annotation("{}") + modifier + " class Inner implements nsISupports {} }");
        assertTrue(messages.contains("[xpcom.class] component Inner is "), messages);
      }
    }

    @Test
    void isGivenForEachParameterThatCannotBeAnswered() throws IOException {
      for (String parameter :
          List.of(
              "int x",
              "nsISupports[] x",
              "List<String> x",
              "Provider<List<String>> x",
              "Optional<nsISupports> x",
              "@ContractId(\"@example.org/a;1\") String x",
              "@Named(\"a\") nsISupports x",
              "@ContractId(\"@example.org/a;1\") Provider<?> x")) {
        prepare();
        assertTag(
            "dependency",
            "final class Greeter implements nsISupports { Greeter(" + parameter + ") {} }");
      }
    }

    @Test
    void inTheContractIdOfAParameterPointsAtIt() throws IOException {
      assertTag(
          "contract-id",
          "final class Greeter implements nsISupports { Greeter(@ContractId(\"x\") nsISupports x) {} }");
    }

    @Test
    void isGivenForATableOfTheSameName() throws IOException {
      javac.source("org/example/Components.java", "package org.example; class Components {}");
      assertTag("table", "final class Greeter implements nsISupports {}");
    }

    @Test
    void showsTheProvidesLineThatIsMissing() throws IOException {
      javac.source(
          "module-info.java",
          "module org.example {\n  requires org.xpcom4j.registry.component;\n}\n");

      assertEquals(
          """
          ERROR module-info.java:1:1
          [xpcom.provides] module org.example does not provide org.example.Components
              hint: provides org.xpcom4j.registry.component.ComponentTable with \
          org.example.Components;""",
          messages(annotation("{}"), "final class Greeter implements nsISupports {}"));
    }

    private void assertTag(String tag, String declaration) throws IOException {
      String messages = messages(annotation("{}"), declaration);
      assertTrue(messages.contains("\n[xpcom." + tag + "] "), declaration + "\n" + messages);
      javac = new JavacRun(output);
    }

    private String messages(String annotation, String declaration) throws IOException {
      javac.source("org/example/Greeter.java", greeter(annotation, declaration)).compile();
      assertFalse(javac.isSuccessful(), "it compiled");
      return javac.messages();
    }
  }

  /** Records what a table asks for. */
  private static final class Asked implements Dependencies {

    final List<String> questions = new ArrayList<>();

    @Override
    public <T> T get(Class<T> type, String contractId) {
      questions.add("get " + type.getSimpleName() + " " + contractId);
      return nothing();
    }

    @Override
    public <T> Provider<T> provider(Class<T> type, String contractId) {
      questions.add("provider " + type.getSimpleName() + " " + contractId);
      return Asked::nothing;
    }

    @Override
    public <T> Optional<T> find(Class<T> type, String contractId) {
      questions.add("find " + type.getSimpleName() + " " + contractId);
      return Optional.empty();
    }

    @Override
    public <T> T get(Class<T> type) {
      questions.add("get " + type.getSimpleName());
      return nothing();
    }

    @Override
    public <T> Provider<T> provider(Class<T> type) {
      questions.add("provider " + type.getSimpleName());
      return Asked::nothing;
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // nobody looks at it
    private static <T> T nothing() {
      return null;
    }
  }
}
