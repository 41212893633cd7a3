package org.xpcom4j.idl.java;

import com.palantir.javapoet.JavaFile;
import java.util.ArrayList;
import java.util.List;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.InterfaceDefinition;

/** Makes the Java interfaces of IDL files. The same model gives the same text. */
public final class JavaBackEnd {
  private final InterfaceLocator locator;
  private final boolean isMarked;

  /**
   * Makes a back end.
   *
   * @param locator finds interfaces that are only declared forward
   * @param isMarked whether the interfaces are annotated as generated; the package of that
   *     annotation has to be readable where they are compiled
   */
  public JavaBackEnd(InterfaceLocator locator, boolean isMarked) {
    this.locator = locator;
    this.isMarked = isMarked;
  }

  /**
   * Makes the interfaces of one file.
   *
   * @param file a file without errors
   * @return one Java file for each interface with a body
   */
  public List<GeneratedType> generate(IdlFile file) {
    JavaTypes types = new JavaTypes(locator, new VisibleInterfaces(file, locator));
    ContractConstants contracts = ContractConstants.of(file);
    String packageName = JavaNames.packageOf(file.source().folder());
    List<GeneratedType> generated = new ArrayList<>();
    for (InterfaceDefinition definition : file.interfaces()) {
      var writer = new InterfaceWriter(types, definition, contracts.of(definition), isMarked);
      String source =
          JavaFile.builder(packageName, writer.type())
              .addFileComment("Made from $L by the IDL compiler.", file.source().name())
              .skipJavaLangImports(true)
              .indent("  ")
              .build()
              .toString();
      generated.add(new GeneratedType(packageName, JavaNames.type(definition.name()), source));
    }
    return generated;
  }
}
