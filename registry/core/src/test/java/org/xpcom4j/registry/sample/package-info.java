/** Components of the tests, found through a generated table like any other. */
package org.xpcom4j.registry.sample;
