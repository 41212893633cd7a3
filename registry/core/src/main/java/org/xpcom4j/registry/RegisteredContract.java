package org.xpcom4j.registry;

import java.util.UUID;

/**
 * A contract ID and the class behind it.
 *
 * @param contractId the contract ID
 * @param cid the class ID
 * @param className the class's binary name; the name given to {@code registerFactory} or the type of
 *     a Guice binding where nothing better is known
 * @param module the module that the class was compiled in, also when it was packed into another jar
 *     since; empty if that has no name
 * @param origin who registered it, for instance {@code component table of org.xpcom4j.necko}
 */
public record RegisteredContract(
    String contractId, UUID cid, String className, String module, String origin) {}
