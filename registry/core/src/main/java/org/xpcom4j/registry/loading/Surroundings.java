package org.xpcom4j.registry.loading;

import org.jspecify.annotations.Nullable;
import org.xpcom4j.registry.manager.ComponentRegistry;
import org.xpcom4j.registry.manager.Injection;
import org.xpcom4j.registry.manifest.Platform;
import org.xpcom4j.registry.reflect.InterfaceDirectory;

/**
 * The registry that plug-ins are added to.
 *
 * @param parent what a plug-in's classes see besides their own; null for the JDK only
 */
record Surroundings(
    ComponentRegistry registry,
    Injection injection,
    InterfaceDirectory interfaces,
    Platform platform,
    @Nullable ClassLoader parent,
    CategoryClaims categories) {}
