package org.xpcom4j.registry.plugin;

import java.nio.file.Path;
import java.util.List;
import org.xpcom4j.result.XpcomException;

/**
 * The plug-ins of a registry. Hosts have it from {@code Xpcom.plugins()}, components by injection. Its
 * methods may be called from any thread.
 */
public interface Plugins {

  /**
   * Adds one plug-in: a jar, a folder with a {@code chrome.manifest}, or a manifest.
   *
   * <p>Of a jar all components count that its component tables name, and what the {@code
   * chrome.manifest} in it says; of a folder or manifest, what is written there. Jars are copied, so
   * that the files may be replaced and deleted at any time. A class ID that is taken and a line that is
   * wrong are left out and told by {@link Plugin#problems}, the log and the console service.
   *
   * @param location the jar, folder or manifest
   * @return what was added
   * @throws XpcomException {@code NS_ERROR_FILE_NOT_FOUND} if nothing is there, or a folder has no
   *     manifest; {@code NS_ERROR_FILE_CORRUPTED} if a jar cannot be read; {@code
   *     NS_ERROR_FACTORY_NOT_LOADED} if a component table or module cannot be used; {@code
   *     NS_ERROR_FACTORY_EXISTS} if it is added already; {@code NS_ERROR_ILLEGAL_DURING_SHUTDOWN} once
   *     the registry closes. Nothing is added then.
   */
  Plugin add(Path location);

  /**
   * Adds what is in a folder of plug-ins and not yet added: each jar, and each folder with a {@code
   * chrome.manifest}, in the order of their names. If the given folder has such a manifest itself, or
   * if a file is given, that one is added. What cannot be added is reported as its problems would be,
   * and the others are added all the same.
   *
   * @param folder the folder; one that does not exist is reported
   * @return what was added now
   */
  List<Plugin> addAll(Path folder);

  /**
   * Lists the plug-ins.
   *
   * @return those that are there, in the order in which they were added
   */
  List<Plugin> list();
}
