/**
 * The annotation processor for components. Reading and checking a class, writing a table and
 * checking the module are classes of their own; annotations and types are known by name, so that
 * nothing of a user's code is loaded.
 */
@NullMarked
package org.xpcom4j.registry.component.processor;

import org.jspecify.annotations.NullMarked;
