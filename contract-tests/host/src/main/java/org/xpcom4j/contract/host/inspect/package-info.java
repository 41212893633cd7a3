/** What a registry tells about itself, as text: trees, JSON, graphs, reports. */
@NullMarked
package org.xpcom4j.contract.host.inspect;

import org.jspecify.annotations.NullMarked;
