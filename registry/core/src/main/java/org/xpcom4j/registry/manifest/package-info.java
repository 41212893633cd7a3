/** Component manifests: their lines, their conditions, and what they say. Nothing is registered here. */
@NullMarked
package org.xpcom4j.registry.manifest;

import org.jspecify.annotations.NullMarked;
