package org.xpcom4j.idl.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xpcom4j.idl.diagnostic.DiagnosticFormat;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.semantic.FrontEnd;
import org.xpcom4j.idl.semantic.SourceFinder;
import org.xpcom4j.idl.source.SourceText;

/**
 * IDL that was compiled in memory, and all that was said about it.
 *
 * @param file the model
 * @param messages the diagnostics as users read them, with an empty line between them
 * @param isAccepted whether none of them is an error
 */
public record Compiled(IdlFile file, String messages, boolean isAccepted) {
  private static final String ROOT =
      """
      typedef unsigned long size_t;
      typedef unsigned long nsresult;
      [ref, nsid] native nsIIDRef(nsIID);
      [ptr, nsid] native nsIIDPtr(nsIID);
      [ptr] native nsQIResult(void);
      [ptr] native voidPtr(void);
      [ref, domstring] native DOMString(ignored);
      [ref, utf8string] native AUTF8String(ignored);
      [ref, cstring] native ACString(ignored);
      [ref, astring] native AString(ignored);
      [ref, jsval] native jsval(jsval);

      /** The root. */
      [scriptable, uuid(00000000-0000-0000-c000-000000000046)]
      interface nsISupports {
        /**
         * Asks for an interface.
         *
         * @param uuid the interface
         * @return the object
         * @throws NS_ERROR_NO_INTERFACE if it is not there
         */
        void QueryInterface(in nsIIDRef uuid, [iid_is(uuid), retval] out nsQIResult result);
        [noscript, notxpcom] unsigned long AddRef();
      };
      """;

  /**
   * Compiles {@code greeter.idl}.
   *
   * @param text its content
   * @return what came of it
   */
  public static Compiled of(String text) {
    return of("greeter.idl", Map.of("greeter.idl", text));
  }

  /**
   * Compiles the members of a scriptable interface that knows nsISupports.
   *
   * @param members what is between the braces; begins on line 4 of the file
   * @return what came of it
   */
  public static Compiled ofMembers(String members) {
    return of(
        "#include \"nsISupports.idl\"\n"
            + "[scriptable, uuid(3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6f)]\n"
            + "interface exIGreeter : nsISupports {\n"
            + members
            + "};\n");
  }

  /**
   * Compiles one of several files; {@code nsISupports.idl} is there as well.
   *
   * @param name the name of the file to compile
   * @param files contents by name
   * @return what came of it
   */
  public static Compiled of(String name, Map<String, String> files) {
    Map<String, SourceText> sources = new LinkedHashMap<>();
    sources.put(
        "nsISupports.idl", new SourceText("org/xpcom4j/interfaces", "nsISupports.idl", ROOT));
    files.forEach((each, text) -> sources.put(each, new SourceText("org/example", each, text)));
    Diagnostics diagnostics = new Diagnostics();
    IdlFile file = new FrontEnd(new InMemory(sources), diagnostics).compile(sources.get(name));
    return new Compiled(
        file,
        diagnostics.all().stream()
            .map(DiagnosticFormat::format)
            .collect(Collectors.joining("\n\n")),
        !diagnostics.hasErrors());
  }

  /** {@return the messages that are errors, only their first lines} */
  public String errors() {
    return messages
        .lines()
        .filter(line -> line.contains(": error: "))
        .collect(Collectors.joining("\n"));
  }

  /** {@return the first interface of the file, which must be without any error} */
  public InterfaceDefinition definition() {
    if (!errors().isEmpty()) {
      throw new AssertionError(messages);
    }
    return file.interfaces().get(0);
  }

  private record InMemory(Map<String, SourceText> sources) implements SourceFinder {
    @Override
    public Optional<SourceText> find(SourceText from, String name) {
      return Optional.ofNullable(sources.get(name));
    }

    @Override
    public String describeSearch(SourceText from) {
      return "memory";
    }
  }
}
