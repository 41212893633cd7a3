package org.xpcom4j.contract.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.xpcom4j.interfaces.nsISupports;

/** IDL files to measure with, by name. */
final class IdlCorpus {
  private static final String FOLDER = "org/xpcom4j/interfaces";
  private static final int MEMBERS = 40;

  private IdlCorpus() {}

  /** The files of {@code xpcom4j-api}. */
  static Map<String, String> api() throws IOException, URISyntaxException {
    Path place =
        Path.of(nsISupports.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return read(place.resolve(FOLDER));
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return read(jar.getPath(FOLDER));
    }
  }

  /**
   * As many files as are asked for, besides those of {@code xpcom4j-api}, which each of them needs;
   * of the usual kind: comments, attributes, methods, constants, includes, forward declarations.
   */
  static Map<String, String> generated(int count) throws IOException, URISyntaxException {
    Map<String, String> files = new LinkedHashMap<>(api());
    for (int i = 0; i < count; i++) {
      files.put("exIBench" + i + ".idl", generatedFile(i));
    }
    return files;
  }

  private static String generatedFile(int number) {
    String base = number % 10 == 0 ? "nsISupports" : "exIBench" + (number - number % 10);
    StringBuilder text = new StringBuilder("#include \"" + base + ".idl\"\n\n");
    text.append("interface nsIURI;\n\n/**\n * The interface with the number ").append(number);
    text.append(".\n */\n[scriptable, uuid(%08x-0000-4000-8000-000000000000)]\n".formatted(number));
    text.append("interface exIBench%d : %s {\n".formatted(number, base));
    for (int i = 0; i < MEMBERS; i++) {
      text.append(member(number, i));
    }
    return text.append("};\n").toString();
  }

  private static String member(int number, int index) {
    String name = number + "_" + index;
    return switch (index % 4) {
      case 0 -> "  const unsigned long FLAG_%s = (1 << %d) | 1;\n".formatted(name, index % 31);
      case 1 -> "  /** What is remembered. */\n  attribute AString text%s;\n".formatted(name);
      case 2 -> "  readonly attribute nsIURI uri%s; // may be null\n".formatted(name);
      default ->
          """
            /**
             * Looks for something, and takes its time.
             *
             * @param aName  what is looked for
             * @param aCount how many there are
             * @return what was found
             */
            void find%s(in AUTF8String aName, [optional] in nsIURI aURI,
                        out unsigned long aCount,
                        [array, size_is(aCount), retval] out nsIURI aResult);
          """
              .formatted(name);
    };
  }

  private static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path file : entries.filter(each -> each.toString().endsWith(".idl")).sorted().toList()) {
        files.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
