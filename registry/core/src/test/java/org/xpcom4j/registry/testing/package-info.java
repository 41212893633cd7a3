/** What the tests of several packages share. */
package org.xpcom4j.registry.testing;
