package org.xpcom4j.registry.manager;

/**
 * The thread that started a registry, for the component that makes its event loop.
 *
 * @param thread the Java thread
 */
public record MainThread(Thread thread) {}
