/** A first component: an interface in IDL, a class that implements it, and a look-up. */
@XpIdl("exIGreeter.idl")
package org.example.greeter;

import org.xpcom4j.metadata.XpIdl;
