package org.xpcom4j.registry.reflect;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_XPC_CANT_GET_INTERFACE_INFO;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIInterfaceInfo;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.result.XpcomException;

/**
 * What the typelib beside a Java interface says of it. Immutable; kept as long as the interface's
 * class.
 */
public final class InterfaceInfo implements nsIInterfaceInfo {

  private static final ClassValue<InterfaceInfo> INFOS =
      new ClassValue<>() {
        @Override
        protected InterfaceInfo computeValue(Class<?> type) {
          return read(type);
        }
      };

  private final Class<? extends nsISupports> type;
  private final Description own;
  private final @Nullable InterfaceInfo parent;
  private final List<MethodInfo> methods;
  private final List<ConstantInfo> constants;

  private InterfaceInfo(
      Class<? extends nsISupports> type, Description own, @Nullable InterfaceInfo parent) {
    this.type = type;
    this.own = own;
    this.parent = parent;
    var allMethods = new ArrayList<MethodInfo>();
    var allConstants = new ArrayList<ConstantInfo>();
    if (parent != null) {
      allMethods.addAll(parent.methods);
      allConstants.addAll(parent.constants);
    }
    var java = new JavaMethods(type);
    for (MethodInfo method : own.methods()) {
      allMethods.add(java.bind(method.at(allMethods.size())));
    }
    allConstants.addAll(own.constants());
    this.methods = List.copyOf(allMethods);
    this.constants = List.copyOf(allConstants);
  }

  /**
   * Reads what is known of an interface.
   *
   * @param type the Java interface, made from scriptable IDL
   * @return the same object each time
   * @throws XpcomException {@code NS_ERROR_ILLEGAL_VALUE} if it is null or not made from IDL; {@code
   *     NS_ERROR_XPC_CANT_GET_INTERFACE_INFO} if its module has no typelib that describes it; {@code
   *     NS_ERROR_FILE_CORRUPTED} if the typelib is damaged
   */
  public static InterfaceInfo of(Class<? extends nsISupports> type) {
    if (type == null) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, "interface is null");
    }
    Interfaces.iid(type); // refuses what is not made from IDL
    return INFOS.get(type);
  }

  private static InterfaceInfo read(Class<?> type) {
    Class<? extends nsISupports> made = type.asSubclass(nsISupports.class);
    String file = "META-INF/xpcom4j/" + type.getPackageName() + ".xpt";
    Description own = describe(type, file).get(type.getSimpleName());
    if (own == null) {
      throw unknown(
          type, "typelib " + file + " does not describe it, as it describes scriptable ones only");
    }
    if (!own.iid().equals(Interfaces.iid(type))) {
      throw unknown(type, "typelib " + file + " has another one of that name, {" + own.iid() + "}");
    }
    return new InterfaceInfo(made, own, own.parent() == null ? null : parentOf(made, own));
  }

  private static Map<String, Description> describe(Class<?> type, String file) {
    try (InputStream in = type.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw unknown(type, "its module has no file " + file);
      }
      return TypelibReader.read(in.readAllBytes(), file);
    } catch (IOException failure) {
      throw new XpcomException(
          NS_ERROR_XPC_CANT_GET_INTERFACE_INFO, "cannot read typelib " + file, failure);
    }
  }

  private static InterfaceInfo parentOf(Class<?> type, Description own) {
    return Arrays.stream(type.getInterfaces())
        .filter(base -> base.getSimpleName().equals(own.parent()))
        .findFirst()
        .map(base -> of(base.asSubclass(nsISupports.class)))
        .orElseThrow(
            () -> unknown(type, "in Java it does not extend " + own.parent() + " as in IDL"));
  }

  private static XpcomException unknown(Class<?> type, String why) {
    return new XpcomException(
        NS_ERROR_XPC_CANT_GET_INTERFACE_INFO,
        "nothing is known of interface " + type.getName() + "\n  " + why);
  }

  /**
   * Returns the Java interface.
   *
   * @return what this was made of
   */
  public Class<? extends nsISupports> type() {
    return type;
  }

  /**
   * Lists the vtable.
   *
   * @return all methods in their order, those of the bases first
   */
  public List<MethodInfo> methods() {
    return methods;
  }

  /**
   * Lists the constants.
   *
   * @return all constants in their order, those of the bases first
   */
  public List<ConstantInfo> constants() {
    return constants;
  }

  /**
   * Describes a method.
   *
   * @param index its place in the vtable, from 0
   * @return the method
   * @throws XpcomException {@code NS_ERROR_ILLEGAL_VALUE} if there is no such method
   */
  public MethodInfo method(int index) {
    if (index < 0 || index >= methods.size()) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_VALUE,
          getName() + " has " + methods.size() + " methods, and none with number " + index);
    }
    return methods.get(index);
  }

  /**
   * {@inheritDoc}
   *
   * @return the name as in IDL
   */
  @Override
  public String getName() {
    return own.name();
  }

  /**
   * {@inheritDoc}
   *
   * @return the name as in IDL
   */
  @Override
  public String getNameShared() {
    return own.name();
  }

  /**
   * {@inheritDoc}
   *
   * @return the ID
   */
  @Override
  public UUID getInterfaceIID() {
    return own.iid();
  }

  /**
   * {@inheritDoc}
   *
   * @return true: typelibs describe no others
   */
  @Override
  public boolean isScriptable() {
    return own.has(Description.SCRIPTABLE);
  }

  /**
   * {@inheritDoc}
   *
   * @return whether its IDL says so
   */
  @Override
  public boolean isBuiltinClass() {
    return own.has(Description.BUILTINCLASS);
  }

  /**
   * {@inheritDoc}
   *
   * @return the interface it is derived from, null for {@code nsISupports}
   */
  @Override
  public @Nullable InterfaceInfo getParent() {
    return parent;
  }

  /**
   * {@inheritDoc}
   *
   * @return the number of methods
   */
  @Override
  public int getMethodCount() {
    return methods.size();
  }

  /**
   * {@inheritDoc}
   *
   * @return the number of constants
   */
  @Override
  public int getConstantCount() {
    return constants.size();
  }

  /**
   * {@inheritDoc}
   *
   * @param index its number, from 0
   * @param constant receives the value as an {@code Integer}, or a {@code Long} if it is unsigned
   * @param name receives the name
   * @throws XpcomException {@code NS_ERROR_ILLEGAL_VALUE} if there is no such constant
   */
  @Override
  public void getConstant(int index, Object[] constant, String[] name) {
    if (index < 0 || index >= constants.size()) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_VALUE,
          getName() + " has " + constants.size() + " constants, and none with number " + index);
    }
    ConstantInfo found = constants.get(index);
    constant[0] = found.tag() == TypeTag.UINT32 ? (Object) found.value() : (int) found.value();
    name[0] = found.name();
  }

  /**
   * {@inheritDoc}
   *
   * @param IID an interface ID
   * @return whether it is that of this interface
   */
  @Override
  public boolean isIID(UUID IID) {
    return own.iid().equals(IID);
  }

  /**
   * {@inheritDoc}
   *
   * @return whether its IDL says so
   */
  @Override
  public boolean isFunction() {
    return own.has(Description.FUNCTION);
  }

  /**
   * {@inheritDoc}
   *
   * @param iid the ID of an interface
   * @return whether this is that interface or derived from it
   */
  @Override
  public boolean hasAncestor(UUID iid) {
    return isIID(iid) || (parent != null && parent.hasAncestor(iid));
  }

  /**
   * {@inheritDoc}
   *
   * @return whether its IDL says so
   */
  @Override
  public boolean isMainProcessScriptableOnly() {
    return own.has(Description.MAIN_PROCESS_SCRIPTABLE_ONLY);
  }

  @Override
  public String toString() {
    return getName() + " {" + own.iid() + "}";
  }
}
