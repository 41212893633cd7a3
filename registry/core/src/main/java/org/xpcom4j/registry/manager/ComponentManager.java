package org.xpcom4j.registry.manager;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_EXISTS;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIArray;
import org.xpcom4j.interfaces.nsIComponentManager;
import org.xpcom4j.interfaces.nsIComponentRegistrar;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.interfaces.nsIInterfaceRequestor;
import org.xpcom4j.interfaces.nsIServiceManager;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsCString;
import org.xpcom4j.interfaces.nsISupportsID;
import org.xpcom4j.interfaces.nsISupportsString;
import org.xpcom4j.interfaces.nsISupportsWeakReference;
import org.xpcom4j.interfaces.nsIWeakReference;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.registry.data.JavaWeakReference;
import org.xpcom4j.registry.data.SnapshotArray;
import org.xpcom4j.registry.data.SnapshotEnumerator;
import org.xpcom4j.registry.data.StringEnumeration;
import org.xpcom4j.result.XpcomException;

/**
 * The registry as XPCOM code sees it: one object that is component manager, service manager and
 * registrar. Contract IDs are compared as they are written and never parsed here.
 */
public final class ComponentManager
    implements nsIComponentManager,
        nsIServiceManager,
        nsIComponentRegistrar,
        nsIInterfaceRequestor,
        nsISupportsWeakReference {

  private final ComponentRegistry registry;
  private final Locations locations;
  private final nsIWeakReference weak = new JavaWeakReference(this);

  /**
   * Makes the XPCOM side of a registry.
   *
   * @param registry the registry
   * @param locations registers what is in files
   */
  public ComponentManager(ComponentRegistry registry, Locations locations) {
    this.registry = registry;
    this.locations = locations;
  }

  @Override
  public nsISupports getClassObject(UUID aClass, UUID aIID) {
    return require(aClass, "getClassObject").factory().queryInterface(aIID);
  }

  @Override
  public nsISupports getClassObjectByContractID(String aContractID, UUID aIID) {
    return require(aContractID, "getClassObjectByContractID").factory().queryInterface(aIID);
  }

  @Override
  public nsISupports createInstance(UUID aClass, @Nullable nsISupports aDelegate, UUID aIID) {
    Entry entry = require(aClass, "createInstance");
    return registry.create(entry, aClass, aDelegate, presentIid(aIID));
  }

  @Override
  public nsISupports createInstanceByContractID(
      String aContractID, @Nullable nsISupports aDelegate, UUID aIID) {
    Entry entry = require(aContractID, "createInstanceByContractID");
    return registry.create(entry, aContractID, aDelegate, presentIid(aIID));
  }

  @Override
  public void addBootstrappedManifestLocation(nsISupports aLocation) {
    requireOpen("addBootstrappedManifestLocation");
    locations.autoRegister(pathOf(aLocation));
  }

  @Override
  public void removeBootstrappedManifestLocation(nsISupports aLocation) {
    requireOpen("removeBootstrappedManifestLocation");
    locations.autoUnregister(pathOf(aLocation));
  }

  @Override
  public nsIArray getManifestLocations() {
    requireOpen("manifestLocations");
    return SnapshotArray.of(locations.all().stream().map(this::holderOf).toList());
  }

  @Override
  public nsISupports getService(UUID aClass, UUID aIID) {
    return registry.service(require(aClass, "getService"), aClass, presentIid(aIID));
  }

  @Override
  public nsISupports getServiceByContractID(String aContractID, UUID aIID) {
    Entry entry = require(aContractID, "getServiceByContractID");
    return registry.service(entry, aContractID, presentIid(aIID));
  }

  @Override
  public boolean isServiceInstantiated(UUID aClass, UUID aIID) {
    requireOpen("isServiceInstantiated");
    Entry entry = registry.registrations().find(ComponentRegistry.present(aClass, "class ID"));
    return isInstantiated(entry, aIID);
  }

  @Override
  public boolean isServiceInstantiatedByContractID(String aContractID, UUID aIID) {
    requireOpen("isServiceInstantiatedByContractID");
    Entry entry =
        registry.registrations().find(ComponentRegistry.present(aContractID, "contract ID"));
    return isInstantiated(entry, aIID);
  }

  private static boolean isInstantiated(@Nullable Entry entry, UUID iid) {
    nsISupports service = entry == null ? null : entry.service();
    return service != null && service.queryInterface(presentIid(iid)) != null;
  }

  @Override
  public void autoRegister(@Nullable nsISupports aSpec) {
    requireOpen("autoRegister");
    locations.autoRegister(aSpec == null ? null : pathOf(aSpec));
  }

  @Override
  public void autoUnregister(@Nullable nsISupports aSpec) {
    requireOpen("autoUnregister");
    locations.autoUnregister(aSpec == null ? null : pathOf(aSpec));
  }

  @Override
  public void registerFactory(
      UUID aClass,
      @Nullable String aClassName,
      @Nullable String aContractID,
      @Nullable nsIFactory aFactory) {
    requireOpen("registerFactory");
    ComponentRegistry.present(aClass, "class ID");
    if (aFactory == null) {
      String contractId = ComponentRegistry.present(aContractID, "factory and contract ID");
      registry.registrations().cover(contractId, require(aClass, "registerFactory"));
      return;
    }
    List<String> contractIds = aContractID == null ? List.of() : List.of(aContractID);
    Entry entry = entryOf(aClass, aClassName, aContractID, aFactory);
    registry.registrations().add(entry, contractIds);
    RegistrationLog.registered(entry, contractIds);
  }

  /** Injection hands out what the covered class would have given: a service or an instance. */
  private Entry entryOf(
      UUID cid, @Nullable String name, @Nullable String contractId, nsIFactory factory) {
    Entry covered = contractId == null ? null : registry.registrations().find(contractId);
    String shown = name == null || name.isEmpty() ? factory.getClass().getName() : name;
    var source =
        new Source(
            shown, moduleOf(factory), "registerFactory with " + factory.getClass().getName());
    return new Entry(cid, source, covered == null ? Scope.INSTANCE : covered.scope(), factory);
  }

  private static String moduleOf(nsIFactory factory) {
    String name = factory.getClass().getModule().getName();
    return name == null ? "" : name;
  }

  @Override
  public void unregisterFactory(UUID aClass, @Nullable nsIFactory aFactory) {
    Entry entry = require(aClass, "unregisterFactory");
    if (entry.factory() != aFactory) {
      throw new XpcomException(
          NS_ERROR_FACTORY_NOT_REGISTERED,
          "class {"
              + aClass
              + "} has another factory\n  registered: "
              + entry.source()
              + "\n  hint: pass the object that getClassObject gives");
    }
    registry.registrations().remove(entry);
    registry.made().forget(entry);
    RegistrationLog.unregistered(entry);
  }

  @Override
  public void registerFactoryLocation(
      UUID aClass,
      @Nullable String aClassName,
      @Nullable String aContractID,
      @Nullable nsISupports aFile,
      @Nullable String aLoaderStr,
      @Nullable String aType) {
    requireOpen("registerFactoryLocation");
    String path = pathOf(aFile);
    Entry first = registry.registrations().find(ComponentRegistry.present(aClass, "class ID"));
    if (first != null) {
      throw new XpcomException(
          NS_ERROR_FACTORY_EXISTS,
          "class ID {" + aClass + "} is registered\n  by: " + first.source());
    }
    locations.registerClass(aClass, aContractID, path, aLoaderStr);
  }

  @Override
  public void unregisterFactoryLocation(UUID aClass, @Nullable nsISupports aFile) {
    requireOpen("unregisterFactoryLocation");
    String path = pathOf(aFile);
    if (!locations.unregisterClass(ComponentRegistry.present(aClass, "class ID"), path)) {
      throw new XpcomException(
          NS_ERROR_FACTORY_NOT_REGISTERED,
          "class {" + aClass + "} was not registered from " + path);
    }
  }

  @Override
  public boolean isCIDRegistered(UUID aClass) {
    requireOpen("isCIDRegistered");
    return registry.registrations().find(ComponentRegistry.present(aClass, "class ID")) != null;
  }

  @Override
  public boolean isContractIDRegistered(String aContractID) {
    requireOpen("isContractIDRegistered");
    return registry.registrations().find(ComponentRegistry.present(aContractID, "contract ID"))
        != null;
  }

  @Override
  public nsISimpleEnumerator enumerateCIDs() {
    requireOpen("enumerateCIDs");
    return SnapshotEnumerator.of(
        registry.registrations().cids().stream().map(this::holderOf).toList());
  }

  private nsISupportsID holderOf(UUID cid) {
    nsISupportsID holder =
        (nsISupportsID)
            registry.createInstance(nsISupportsID.NS_SUPPORTS_ID_CONTRACTID, nsISupportsID.class);
    holder.setData(cid);
    return holder;
  }

  @Override
  public nsISimpleEnumerator enumerateContractIDs() {
    requireOpen("enumerateContractIDs");
    return StringEnumeration.of(
        registry.contracts().keySet(),
        () ->
            (nsISupportsCString)
                registry.createInstance(
                    nsISupportsCString.NS_SUPPORTS_CSTRING_CONTRACTID, nsISupportsCString.class),
        NS_ERROR_UNEXPECTED);
  }

  @Override
  public String cIDToContractID(UUID aClass) {
    Entry entry = require(aClass, "CIDToContractID");
    return registry
        .registrations()
        .contractOf(entry)
        .orElseThrow(
            () ->
                new XpcomException(
                    NS_ERROR_FACTORY_NOT_REGISTERED,
                    "no contract ID means class {" + aClass + "}\n  class: " + entry.source()));
  }

  @Override
  public UUID contractIDToCID(String aContractID) {
    return require(aContractID, "contractIDToCID").cid();
  }

  @Override
  public nsISupports getInterface(UUID uuid) {
    return queryInterface(uuid);
  }

  @Override
  public nsIWeakReference getWeakReference() {
    return weak;
  }

  private Entry require(UUID cid, String askedBy) {
    requireOpen(askedBy);
    Entry entry = registry.registrations().find(ComponentRegistry.present(cid, "class ID"));
    if (entry == null) {
      throw registry.failures().unknown(cid, askedBy);
    }
    return entry;
  }

  private Entry require(String contractId, String askedBy) {
    ComponentRegistry.present(contractId, "contract ID");
    requireOpen(askedBy);
    Entry entry = registry.registrations().find(contractId);
    if (entry == null) {
      throw registry.failures().unknown(contractId, askedBy);
    }
    return entry;
  }

  private void requireOpen(String askedBy) {
    if (registry.isClosed()) {
      throw LookupFailure.closed(askedBy);
    }
  }

  private static UUID presentIid(UUID iid) {
    return ComponentRegistry.present(iid, "IID");
  }

  /** Files have no interface of their own yet: what holds a path as text stands for one. */
  private static String pathOf(@Nullable nsISupports file) {
    nsISupports holder = ComponentRegistry.present(file, "file");
    try {
      return Interfaces.query(holder, nsISupportsString.class).getData();
    } catch (XpcomException other) {
      if (other.result() != NS_ERROR_NO_INTERFACE) {
        throw other;
      }
      throw new XpcomException(
          NS_ERROR_NO_INTERFACE,
          holder.getClass().getName()
              + " names no file\n  hint: an nsISupportsString with the path, of "
              + nsISupportsString.NS_SUPPORTS_STRING_CONTRACTID);
    }
  }

  private nsISupportsString holderOf(String path) {
    nsISupportsString holder =
        (nsISupportsString)
            registry.createInstance(
                nsISupportsString.NS_SUPPORTS_STRING_CONTRACTID, nsISupportsString.class);
    holder.setData(path);
    return holder;
  }
}
