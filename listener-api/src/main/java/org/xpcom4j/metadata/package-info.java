/**
 * What ties Java interfaces to IDL: annotations, interface IDs and the default {@code
 * queryInterface}. Arguments are never null unless a method says so.
 */
@NullMarked
package org.xpcom4j.metadata;

import org.jspecify.annotations.NullMarked;
