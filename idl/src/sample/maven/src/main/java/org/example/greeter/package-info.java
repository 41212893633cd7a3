/** Greetings; {@code exIGreeter} is made from the .idl file of that name. */
@XpIdl("exIGreeter.idl")
package org.example.greeter;

import org.xpcom4j.metadata.XpIdl;
