package org.xpcom4j.contract.host;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.xpcom4j.contract.host.fixture.Repository;

@DisplayName("The house")
class ArchitectureTest {
  private static final List<String> MODULES = Repository.MODULES;
  private static final String HOST = "contract-tests/host";
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPaths(MODULES.stream().map(Repository::classes).toList());

  @ParameterizedTest(name = "{0}")
  @FieldSource("MODULES")
  void everyModuleWasLookedAt(String module) {
    assertEquals(true, CLASSES.stream().anyMatch(in(module)));
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("MODULES")
  void modulesDependOnEarlierOnesOnly(String module) {
    List<String> later = MODULES.subList(MODULES.indexOf(module) + 1, MODULES.size());

    noClasses().that(in(module)).should().dependOnClassesThat(inOneOf(later)).check(CLASSES);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("MODULES")
  void packagesThatAModuleDoesNotExportAreItsOwn(String module) throws IOException {
    Set<String> exported =
        descriptor(module).exports().stream()
            .filter(export -> !export.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());

    noClasses()
        .that(DescribedPredicate.not(in(module)))
        .should()
        .dependOnClassesThat(in(module).and(outside(exported)))
        .check(CLASSES);
  }

  @Test
  void onlyTheHostKnowsLogback() {
    noClasses()
        .that(DescribedPredicate.not(in(HOST)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ch.qos.logback..")
        .check(CLASSES);
  }

  @Test
  void onlyTheHostPrints() {
    noClasses()
        .that(DescribedPredicate.not(in(HOST)))
        .should(ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  @Test
  void theProtocolKnowsNeitherTransportNorChannel() {
    noClasses()
        .that()
        .resideInAPackage("org.xpcom4j.necko.protocol..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.xpcom4j.necko.transport..", "org.xpcom4j.necko.channel..")
        .check(CLASSES);
  }

  @Test
  void theTransportDoesNotKnowTheChannel() {
    noClasses()
        .that()
        .resideInAPackage("org.xpcom4j.necko.transport..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.xpcom4j.necko.channel..")
        .check(CLASSES);
  }

  @Test
  void theProtocolHasNoSocketsThreadsOrClocks() {
    noClasses()
        .that()
        .resideInAPackage("org.xpcom4j.necko.protocol..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.netty.channel..",
            "java.net..",
            "java.nio.channels..",
            "java.time..",
            "java.util.concurrent..")
        .check(CLASSES);
  }

  private static ModuleDescriptor descriptor(String module) throws IOException {
    try (InputStream in =
        Files.newInputStream(Repository.classes(module).resolve("module-info.class"))) {
      return ModuleDescriptor.read(in);
    }
  }

  private static DescribedPredicate<JavaClass> in(String module) {
    Path root = Repository.classes(module);
    return DescribedPredicate.describe(
        "are in " + module,
        type -> type.getSource().map(source -> lies(source.getUri(), root)).orElse(false));
  }

  private static boolean lies(URI file, Path root) {
    return "file".equals(file.getScheme()) && Path.of(file).startsWith(root);
  }

  private static DescribedPredicate<JavaClass> inOneOf(List<String> modules) {
    return DescribedPredicate.describe(
        "are in one of " + modules,
        type -> modules.stream().anyMatch(module -> in(module).test(type)));
  }

  private static DescribedPredicate<JavaClass> outside(Set<String> packages) {
    return DescribedPredicate.describe(
        "are not in an exported package", type -> !packages.contains(type.getPackageName()));
  }
}
