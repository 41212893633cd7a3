package org.xpcom4j.idl.command;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.xpcom4j.idl.typelib.TypelibFormatException;
import org.xpcom4j.idl.typelib.TypelibPrinter;
import org.xpcom4j.idl.typelib.TypelibReader;

/** Prints typelibs as text that resembles IDL. */
final class DumpCommand implements Subcommand {
  @Override
  public Grammar grammar() {
    return new Grammar("Print typelibs (.xpt) as text that resembles IDL.", List.of(), "Typelibs.");
  }

  @Override
  public int run(Arguments given, Terminal terminal) throws UsageException {
    int code = Xpidl.ACCEPTED;
    for (String argument : given.files()) {
      try {
        byte[] bytes = FileBytes.read(Path.of(argument));
        terminal.out().print(TypelibPrinter.print(TypelibReader.read(bytes)));
      } catch (TypelibFormatException malformed) {
        terminal.err().println("xpidl: " + argument + ": " + malformed.getMessage());
        code = Xpidl.REFUSED;
      } catch (IOException failure) {
        throw UsageException.of(argument, failure);
      } catch (InvalidPathException wrong) {
        throw new UsageException(argument + ": this cannot be the name of a file");
      }
    }
    return code;
  }
}
