/**
 * The registry as programs written for JavaXPCOM know it. To port one, {@code org.mozilla.interfaces}
 * becomes {@code org.xpcom4j.interfaces}, {@code org.mozilla.xpcom} becomes this package, and {@code
 * XPCOMException} is in {@code org.xpcom4j.mozilla}. The name {@code org.mozilla} is not ours to give:
 * old jars with it may be on the same path. New code uses {@code Xpcom}.
 */
@NullMarked
package org.xpcom4j.registry.mozilla;

import org.jspecify.annotations.NullMarked;
