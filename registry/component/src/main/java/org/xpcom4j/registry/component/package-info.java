/**
 * How a component author declares a component, and how the registry reads and makes what was
 * declared. Arguments are never null unless a method says so.
 */
@NullMarked
package org.xpcom4j.registry.component;

import org.jspecify.annotations.NullMarked;
