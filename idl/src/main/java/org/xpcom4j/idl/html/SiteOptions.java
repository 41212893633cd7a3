package org.xpcom4j.idl.html;

import java.util.Optional;
import org.xpcom4j.idl.freeze.FreezeFile;

/**
 * What a site shows besides the interfaces.
 *
 * @param title the name of the site
 * @param javaPackage the package of the Java interfaces, if there are any
 * @param frozen which interfaces are frozen
 * @param implementations which classes implement the interfaces
 */
public record SiteOptions(
    String title,
    Optional<String> javaPackage,
    FreezeFile frozen,
    Implementations implementations) {}
