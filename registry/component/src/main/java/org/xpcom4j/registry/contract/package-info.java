/**
 * Contract IDs as text: {@code @domain/module[/sub…];version[?name=value[&name=value…]]}. The
 * registry compares them byte for byte; here they are taken apart and mistakes are pointed at.
 */
@NullMarked
package org.xpcom4j.registry.contract;

import org.jspecify.annotations.NullMarked;
