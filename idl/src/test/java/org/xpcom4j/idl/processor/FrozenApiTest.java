package org.xpcom4j.idl.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("XpIdlProcessor: the interfaces of xpcom4j-api are frozen")
class FrozenApiTest {
  private static final String FOLDER = "org/xpcom4j/interfaces/";

  @TempDir static Path smallApiFolder;
  private static Path smallApi;

  @TempDir Path folder;
  private JavaModule api;
  private String packageInfo;

  @BeforeAll
  static void makeSmallApi() throws IOException {
    smallApi = SmallApi.jar(smallApiFolder);
  }

  @BeforeEach
  void copyTheInterfaces() throws IOException {
    Path main = apiModule().resolve("src/main");
    packageInfo = Files.readString(main.resolve("java/" + FOLDER + "package-info.java"));
    api =
        new JavaModule(folder)
            .with("-cp", smallApi.toString())
            .source(FOLDER + "package-info.java", packageInfo);
    try (Stream<Path> files = Files.list(main.resolve("resources/" + FOLDER))) {
      for (Path file : files.toList()) {
        api.resource(FOLDER + file.getFileName(), Files.readString(file));
      }
    }
  }

  @Test
  void aChangeOfTheWebSocketChannelFailsTheCompilation() throws IOException {
    String idl = Files.readString(api.resources().resolve(FOLDER + "nsIWebSocketChannel.idl"));
    String signature = "void sendMsg(in AUTF8String aMsg);";
    assertTrue(idl.contains(signature), idl);
    String frozen = Files.readString(api.resources().resolve(FOLDER + "frozen.txt"));
    api.resource(
        FOLDER + "nsIWebSocketChannel.idl",
        idl.replace(signature, "void sendMsg(in AUTF8String aMsg, in boolean aIsLast);"));
    assertEquals(
        """
        package-info.java:%3$d: ERROR: nsIWebSocketChannel.idl:%1$d:3: error: [xpidl.frozen] \
        nsIWebSocketChannel is frozen for good and has changed
            void sendMsg(in AUTF8String aMsg, in boolean aIsLast);
            ^
            difference: - frozen.txt, + nsIWebSocketChannel.idl
              - %2$d: void sendMsg(in AUTF8String)
              + %1$d: void sendMsg(in AUTF8String, in boolean)
            hint: leave it as it was; what is new goes into an interface that extends it, with a uuid \
        of its own: interface nsIWebSocketChannel2 : nsIWebSocketChannel"""
            .formatted(
                lineOf(signature, idl),
                lineOf("void sendMsg(in AUTF8String)", frozen),
                lineOf("\"nsIWebSocketChannel.idl\"", packageInfo)),
        api.compile());
    assertEquals(List.of(), api.generatedFiles());
  }

  @Test
  void anInterfaceThatIsGoneFailsTheCompilation() throws IOException {
    String file = FOLDER + "nsIRunnable.idl";
    String idl = Files.readString(api.resources().resolve(file));
    api.resource(file, idl.replace("nsIRunnable :", "nsIRunnable2 :"));
    String messages = api.compile();
    assertTrue(
        messages.contains("[xpidl.frozen] nsIRunnable is frozen at 0.1.0 and is gone"), messages);
  }

  @Test
  void aFreezeFileThatIsNotThereFailsTheCompilation() throws IOException {
    Files.delete(api.resources().resolve(FOLDER + "frozen.txt"));
    assertEquals(
        """
        package-info.java:%d: ERROR: [xpidl.freeze-file] freeze file "frozen.txt" not found
            expected: org/xpcom4j/interfaces/frozen.txt among the resources of this module
            hint: xpidl freeze -o frozen.txt writes it"""
            .formatted(lineOf("frozen =", packageInfo)),
        api.compile());
    assertEquals(List.of(), api.generatedFiles());
  }

  /** This module is tested in its own folder, or from the folder above. */
  private static Path apiModule() {
    Path beside = Path.of("../listener-api");
    return Files.isDirectory(beside) ? beside : Path.of("listener-api");
  }

  private static long lineOf(String part, String text) {
    return text.lines().takeWhile(line -> !line.contains(part)).count() + 1;
  }
}
