package org.xpcom4j.registry.manager;

import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_AGGREGATION;

import java.security.CodeSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIClassInfo;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.registry.component.ComponentEntry;
import org.xpcom4j.registry.component.ComponentTable;
import org.xpcom4j.registry.component.Dependencies;
import org.xpcom4j.result.XpcomException;

/** Makes one component of a table, and tells what the table says of it. */
final class TableFactory implements nsIFactory, nsIClassInfo {

  private final ComponentTable table;
  private final int index;
  private final Dependencies dependencies;

  TableFactory(ComponentTable table, int index, Dependencies dependencies) {
    this.table = table;
    this.index = index;
    this.dependencies = dependencies;
  }

  @Override
  public nsISupports createInstance(@Nullable nsISupports outer, UUID iid) {
    requireNoOuter(outer);
    return table.create(index, dependencies).queryInterface(iid);
  }

  /**
   * Makes the component, which is the answer if it is what is wanted. An object that is not is asked,
   * so that what nobody can use is an error of its creation.
   */
  nsISupports make(@Nullable nsISupports outer, Object wanted) {
    requireNoOuter(outer);
    nsISupports made = table.create(index, dependencies);
    return Making.isA(made, wanted) ? made : Making.query(made, wanted);
  }

  List<Class<? extends nsISupports>> interfaces() {
    return table.interfaces(index);
  }

  /** The jar or folder of the table. */
  String location() {
    CodeSource source = table.getClass().getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? "an unknown place"
        : source.getLocation().toString();
  }

  /** Where the component's class would be loaded. */
  ClassLoader loader() {
    return table.getClass().getClassLoader();
  }

  ComponentEntry data() {
    return table.entry(index);
  }

  @Override
  public UUID[] getInterfaces(long @Nullable [] count) {
    UUID[] iids = table.interfaces(index).stream().map(Interfaces::iid).toArray(UUID[]::new);
    if (count != null && count.length > 0) {
      count[0] = iids.length;
    }
    return iids;
  }

  @Override
  public @Nullable nsISupports getScriptableHelper() {
    return null;
  }

  @Override
  public @Nullable String getContractID() {
    List<String> contracts = table.entry(index).contracts();
    return contracts.isEmpty() ? null : contracts.get(0);
  }

  @Override
  public String getClassDescription() {
    return table.entry(index).className();
  }

  @Override
  public UUID getClassID() {
    return table.entry(index).cid();
  }

  @Override
  public long getFlags() {
    return table.entry(index).flags();
  }

  /** Does nothing: classes stay loaded as long as somebody refers to them. */
  @Override
  public void lockFactory(boolean lock) {}

  static void requireNoOuter(@Nullable nsISupports outer) {
    if (outer != null) {
      throw new XpcomException(
          NS_ERROR_NO_AGGREGATION,
          "components of this registry cannot be a part of another object");
    }
  }
}
