package org.xpcom4j.idl.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.idl.testing.IdlFolders;

/** Compiles with g++, against headers that hold only what generated headers need. */
@DisplayName("Headers compile without a warning")
class HeaderCompilationTest {
  private static final List<String> COMMAND =
      List.of("g++", "-std=c++17", "-Wall", "-Wextra", "-Werror", "-fsyntax-only");

  private final IdlFolders folders =
      new IdlFolders(Headers.resource("exIRich.idl").getParent(), IdlFolders.ofApi());

  @TempDir Path headers;

  @BeforeEach
  void writeHeaders() throws IOException {
    for (String name : folders.names()) {
      Files.writeString(headers.resolve(headerOf(name)), Headers.of(folders, name));
    }
  }

  @Test
  void eachByItself() throws Exception {
    List<String> sources = new ArrayList<>();
    for (String name : folders.names()) {
      Path source = headers.resolve(headerOf(name) + ".cpp");
      Files.writeString(source, "#include \"" + headerOf(name) + "\"\n");
      sources.add(source.toString());
    }
    assertEquals("", compile(sources));
  }

  @Test
  void allTogetherAndTwice() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2; i++) {
      folders
          .names()
          .forEach(name -> text.append("#include \"").append(headerOf(name)).append("\"\n"));
    }
    Path source = headers.resolve("all.cpp");
    Files.writeString(source, text);
    assertEquals("", compile(List.of(source.toString())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rich.cpp", "laterYears.cpp"})
  void classesThatImplementAndForward(String source) throws Exception {
    assertEquals("", compile(List.of(Headers.resource(source).toString())));
  }

  private static String headerOf(String idl) {
    return idl.substring(0, idl.length() - "idl".length()) + "h";
  }

  private String compile(List<String> sources) throws InterruptedException {
    List<String> command = new ArrayList<>(COMMAND);
    command.addAll(List.of("-I", headers.toString()));
    command.addAll(List.of("-I", Headers.resource("sdk").toString()));
    command.addAll(sources);
    try {
      Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = compiler.waitFor();
      return status == 0 ? output : "g++ ends with " + status + "\n" + output;
    } catch (IOException e) {
      return fail("these tests need g++ on the PATH (Debian: apt-get install g++)", e);
    }
  }
}
