package org.xpcom4j.idl.typelib;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.InterfaceDefinition;

/**
 * Makes typelibs of IDL files, in the form in which Mozilla's build ships them: only scriptable
 * interfaces are described, those that they mention are in the directory without an ID. The same
 * models give the same bytes.
 */
public final class TypelibBackEnd {
  private TypelibBackEnd() {}

  /**
   * Makes the typelib of one file.
   *
   * @param file a file without errors
   * @return the content of the .xpt file
   * @throws TypelibLimitException if an interface has more members, or a method more parameters,
   *     than the format can count
   */
  public static byte[] write(IdlFile file) {
    return write(List.of(file));
  }

  /**
   * Makes one typelib of several files, such as those of a module.
   *
   * @param files files without errors; their order makes no difference
   * @return the content of the .xpt file
   * @throws TypelibLimitException if there is more of something than the format can count
   * @throws IllegalArgumentException if two files define interfaces of the same name
   */
  public static byte[] write(List<IdlFile> files) {
    List<TypelibInterface> described = new ArrayList<>();
    for (IdlFile file : files) {
      described.addAll(interfaces(file));
    }
    List<TypelibInterface> interfaces = TypelibLinker.link(described);
    if (interfaces.size() > Typelib.MOST_INTERFACES) {
      throw new TypelibLimitException(
          Diagnostic.error(
                  Tag.TYPELIB,
                  files.get(0).productions().get(0).span(),
                  interfaces.size() + " interfaces do not fit in a typelib")
              .expected(Typelib.MOST_INTERFACES + " at most"));
    }
    return TypelibWriter.write(new Typelib(interfaces));
  }

  /** What one file itself describes, and what that mentions. */
  private static List<TypelibInterface> interfaces(IdlFile file) {
    List<TypelibInterface> interfaces = new ArrayList<>();
    for (InterfaceDefinition definition : file.interfaces()) {
      if (definition.has(InterfaceDefinition.Flag.SCRIPTABLE)) {
        InterfaceBody body = BodyBuilder.body(definition);
        interfaces.add(
            new TypelibInterface(definition.iid(), definition.name(), "", Optional.of(body)));
        for (String name : body.mentions()) {
          interfaces.add(TypelibInterface.mentioned(name));
        }
      }
    }
    return interfaces;
  }
}
