/**
 * The registry as a host sees it. Arguments are never null unless a method says so.
 */
@NullMarked
package org.xpcom4j.registry;

import org.jspecify.annotations.NullMarked;
