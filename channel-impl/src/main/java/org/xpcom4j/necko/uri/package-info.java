/**
 * URIs of the web schemes: text to parts, parts to text, and the nsIURI object around them. Knows no
 * registry, thread or socket.
 */
@NullMarked
package org.xpcom4j.necko.uri;

import org.jspecify.annotations.NullMarked;
