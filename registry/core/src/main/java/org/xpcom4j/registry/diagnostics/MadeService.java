package org.xpcom4j.registry.diagnostics;

import java.time.Duration;

/**
 * A service that exists.
 *
 * @param askedAs the contract ID or class ID by which it was first asked for
 * @param className the class's binary name, or what is known instead
 * @param took how long its creation took, with that of what it needs
 */
public record MadeService(String askedAs, String className, Duration took) {}
