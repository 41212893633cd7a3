package org.xpcom4j.registry.mozilla;

import java.io.File;
import java.io.FileNotFoundException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIComponentManager;
import org.xpcom4j.interfaces.nsIComponentRegistrar;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIServiceManager;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.metadata.XpInterface;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * The way in for programs written for JavaXPCOM: one registry for the process. A thin layer over
 * {@link Xpcom}, which new code uses.
 *
 * <p>There is no Gecko to be found on the disk: folders that programs name are taken as they are and
 * not looked into. What only native code can do is {@code NS_ERROR_NOT_IMPLEMENTED}. May be used from
 * any thread.
 */
@SuppressWarnings("DoNotCallSuggester") // old programs shall compile, and hear why at run time
public final class Mozilla implements IXPCOMError {

  private static final Mozilla INSTANCE = new Mozilla();

  private boolean initialized; // guarded by this
  private int embeddings; // guarded by this
  private boolean profileTold; // guarded by this
  private @Nullable Xpcom xpcom; // guarded by this

  private Mozilla() {}

  /**
   * Returns the only object of this class.
   *
   * @return the same object always
   */
  public static Mozilla getInstance() {
    return INSTANCE;
  }

  /**
   * Tells the folder that a program then gives to {@link #initialize}. The registry is on the
   * program's own path, in its only version, so that the ranges are not looked at.
   *
   * @param range the versions that the program takes
   * @param properties what the program needs of the runtime; gets {@code javaxpcom} = 1; may be null
   * @return the folder named by the system property {@code GRE_HOME}, null if {@code USE_LOCAL_GRE} is
   *     set, else the folder of the Java runtime
   * @throws FileNotFoundException if {@code GRE_HOME} names no folder
   */
  public static @Nullable File getGREPathWithProperties(
      GREVersionRange @Nullable [] range, @Nullable Properties properties)
      throws FileNotFoundException {
    if (properties != null) {
      properties.setProperty("javaxpcom", "1");
    }
    String home = System.getProperty("GRE_HOME");
    if (home != null) {
      File folder = new File(home);
      if (!folder.isDirectory()) {
        throw new FileNotFoundException("GRE_HOME is no folder: " + home);
      }
      return folder;
    }
    return System.getProperty("USE_LOCAL_GRE") != null
        ? null
        : new File(System.getProperty("java.home"));
  }

  /**
   * Makes this object ready. JavaXPCOM loaded its native half from the folder; there is none here.
   *
   * @param greDir any folder
   */
  public synchronized void initialize(@Nullable File greDir) {
    initialized = true;
  }

  /**
   * Starts the registry with all components on class path and module path. The calling thread
   * becomes its main thread.
   *
   * @param binDir any folder
   * @param provider not called
   * @return the service manager, which is also component manager and registrar
   * @throws XPCOMInitializationException before {@link #initialize}
   * @throws XpcomException {@code NS_ERROR_ALREADY_INITIALIZED} if the registry runs
   */
  public synchronized nsIServiceManager initXPCOM(
      @Nullable File binDir, @Nullable IAppFileLocProvider provider) {
    requireInitialized("initXPCOM");
    if (xpcom != null) {
      throw new XpcomException(
          Nsresult.NS_ERROR_ALREADY_INITIALIZED,
          "initXPCOM was called before\n  hint: several registries side by side need Xpcom.start()");
    }
    Xpcom started = Xpcom.start();
    xpcom = started;
    return started.serviceManager();
  }

  /**
   * Ends the registry. Afterwards {@link #initialize} and {@link #initXPCOM} may begin anew.
   *
   * @param servMgr what initXPCOM gave, or null
   * @throws XPCOMInitializationException if no registry runs
   * @throws XpcomException {@code NS_ERROR_FAILURE} if something failed; it is ended all the same
   */
  public void shutdownXPCOM(@Nullable nsIServiceManager servMgr) {
    Xpcom ending = running("shutdownXPCOM");
    try {
      ending.close(); // observers may still ask for the managers
    } finally {
      forget(ending);
    }
  }

  private synchronized void forget(Xpcom ended) {
    if (xpcom == ended) {
      xpcom = null;
      initialized = false;
      embeddings = 0;
      profileTold = false;
    }
  }

  /**
   * Starts the registry as {@link #initXPCOM} does, and tells observers of {@code app-startup}. Calls
   * are counted: only the first starts it, and as many of {@link #termEmbedding} end it.
   *
   * @param libXULDir any folder, not null
   * @param appDir any folder
   * @param provider not called
   * @throws XPCOMInitializationException before {@link #initialize}
   * @throws XpcomException {@code NS_ERROR_INVALID_ARG} if the first folder is null
   */
  public void initEmbedding(
      @Nullable File libXULDir, @Nullable File appDir, @Nullable IAppFileLocProvider provider) {
    if (libXULDir == null) {
      throw new XpcomException(Nsresult.NS_ERROR_INVALID_ARG, "folder of libxul is null");
    }
    boolean first;
    synchronized (this) {
      requireInitialized("initEmbedding");
      first = embeddings == 0;
      if (first) {
        initXPCOM(libXULDir, provider);
      }
      embeddings++;
    }
    if (first) {
      tell("app-startup", null);
    }
  }

  /**
   * Undoes one call of {@link #initEmbedding}; the last one tells observers that the profile goes, if
   * {@link #notifyProfile} was called, and ends the registry.
   *
   * @throws XPCOMInitializationException if no registry runs
   */
  public void termEmbedding() {
    boolean withProfile;
    synchronized (this) {
      running("termEmbedding");
      if (embeddings > 1) {
        embeddings--;
        return;
      }
      withProfile = profileTold;
    }
    if (withProfile) {
      tell("profile-change-net-teardown", "shutdown-persist");
      tell("profile-change-teardown", "shutdown-persist");
      tell("profile-before-change", "shutdown-persist");
    }
    shutdownXPCOM(null);
  }

  /**
   * Tells observers, once, that the profile is there: {@code profile-do-change}, {@code
   * profile-after-change} and {@code profile-initial-state}.
   *
   * @throws XPCOMInitializationException if no registry runs
   */
  public void notifyProfile() {
    synchronized (this) {
      running("notifyProfile");
      if (profileTold) {
        return;
      }
      profileTold = true;
    }
    tell("profile-do-change", "startup");
    tell("profile-after-change", "startup");
    tell("profile-initial-state", null);
  }

  /**
   * Returns the service manager.
   *
   * @return the registry
   * @throws XPCOMInitializationException if no registry runs
   */
  public nsIServiceManager getServiceManager() {
    return running("getServiceManager").serviceManager();
  }

  /**
   * Returns the component manager.
   *
   * @return the registry
   * @throws XPCOMInitializationException if no registry runs
   */
  public nsIComponentManager getComponentManager() {
    return running("getComponentManager").componentManager();
  }

  /**
   * Returns the registrar.
   *
   * @return the registry
   * @throws XPCOMInitializationException if no registry runs
   */
  public nsIComponentRegistrar getComponentRegistrar() {
    return running("getComponentRegistrar").componentRegistrar();
  }

  /**
   * Is not offered: this project has no files of its own.
   *
   * @param path not looked at
   * @param followLinks not looked at
   * @return never
   * @throws XpcomException {@code NS_ERROR_NOT_IMPLEMENTED}
   */
  public nsISupports newLocalFile(String path, boolean followLinks) {
    throw notOffered("newLocalFile", "use java.nio.file.Path");
  }

  /**
   * Is not offered: Java objects are components as they are.
   *
   * @param object not looked at
   * @param iid not looked at
   * @return never
   * @throws XpcomException {@code NS_ERROR_NOT_IMPLEMENTED}
   */
  public long wrapJavaObject(Object object, String iid) {
    throw notOffered("wrapJavaObject", "pass the object itself");
  }

  /**
   * Is not offered: Java objects are components as they are.
   *
   * @param nativeObject not looked at
   * @param iid not looked at
   * @return never
   * @throws XpcomException {@code NS_ERROR_NOT_IMPLEMENTED}
   */
  public Object wrapXPCOMObject(long nativeObject, String iid) {
    throw notOffered("wrapXPCOMObject", "native objects come through the native bridge");
  }

  /**
   * Is not offered: there is no browser window to be put into another.
   *
   * @param widget not looked at
   * @return never
   * @throws XpcomException {@code NS_ERROR_NOT_IMPLEMENTED}
   */
  public long getNativeHandleFromAWT(Object widget) {
    throw notOffered("getNativeHandleFromAWT", "there are no windows here");
  }

  /**
   * Answers for a class that writes its own {@code queryInterface}.
   *
   * @param object the object that was asked
   * @param iid the wanted interface, as {@code {…}}
   * @return the object if its class implements the interface, else null
   * @throws XpcomException {@code NS_ERROR_ILLEGAL_VALUE} if an argument is null or the ID malformed
   */
  public static @Nullable nsISupports queryInterface(nsISupports object, String iid) {
    try {
      return Interfaces.query(object, Interfaces.parseId(iid));
    } catch (XpcomException missing) {
      if (missing.result() == Nsresult.NS_ERROR_NO_INTERFACE) {
        return null;
      }
      throw missing;
    }
  }

  /**
   * Tells the ID of an interface.
   *
   * @param type the Java interface
   * @return the ID as {@code {…}}, null if it was not made from IDL
   */
  public static @Nullable String getInterfaceIID(Class<?> type) {
    return type.isAnnotationPresent(XpInterface.class) ? "{" + Interfaces.iid(type) + "}" : null;
  }

  private void tell(String topic, @Nullable String data) {
    running(topic)
        .getService(nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID, nsIObserverService.class)
        .notifyObservers(null, topic, data);
  }

  private void requireInitialized(String method) {
    if (!initialized) {
      throw new XPCOMInitializationException(method + " was called before initialize");
    }
  }

  private synchronized Xpcom running(String method) {
    requireInitialized(method);
    if (xpcom == null) {
      throw new XPCOMInitializationException(method + " was called while no registry runs");
    }
    return xpcom;
  }

  private static XpcomException notOffered(String method, String hint) {
    return new XpcomException(
        Nsresult.NS_ERROR_NOT_IMPLEMENTED, method + " is not offered\n  hint: " + hint);
  }
}
