/** What a registry tells about itself, for people and tools. All of it is a picture of the moment. */
@NullMarked
package org.xpcom4j.registry.diagnostics;

import org.jspecify.annotations.NullMarked;
