package org.xpcom4j.idl.semantic;

import org.xpcom4j.idl.model.IdlFile;

/**
 * A file that was compiled, and what those know that include it.
 *
 * @param file the model
 * @param names its own names and those of what it includes
 * @param lacksInclude whether a file with some of the names could not be found
 * @param isSound whether neither it nor a file that it includes has an error
 */
record CompiledFile(IdlFile file, NameTable<Known> names, boolean lacksInclude, boolean isSound) {}
