package org.example.shape;

import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.metadata.XpInterface;

/** As the IDL compiler would make it; the test writes the typelib. */
@XpInterface(iid = "6d5a1f2e-58cb-4b6e-9a55-0e4f6ad1a001")
public interface exIShape extends nsIObserver {}
