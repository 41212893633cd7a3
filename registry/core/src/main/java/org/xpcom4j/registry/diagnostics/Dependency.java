package org.xpcom4j.registry.diagnostics;

import org.jspecify.annotations.Nullable;
import org.xpcom4j.registry.component.Requirement;

/**
 * A class that asks for another one in its constructor.
 *
 * @param from who asks
 * @param requirement what for
 * @param to the class behind that now; null if it is no component, or nobody implements it
 */
public record Dependency(
    RegisteredClass from, Requirement requirement, @Nullable RegisteredClass to) {}
