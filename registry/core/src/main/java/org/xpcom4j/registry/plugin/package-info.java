/**
 * Components that come and go while the host runs. Arguments are never null unless a method says so.
 */
@NullMarked
package org.xpcom4j.registry.plugin;

import org.jspecify.annotations.NullMarked;
