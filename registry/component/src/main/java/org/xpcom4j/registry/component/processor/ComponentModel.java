package org.xpcom4j.registry.component.processor;

import java.util.List;
import java.util.UUID;
import javax.lang.model.element.TypeElement;
import org.xpcom4j.registry.component.CategoryEntry;

/**
 * A component that passed all checks: what its table says about it.
 *
 * @param type the class, for the originating element of what is generated
 * @param binaryName as {@code Class.forName} takes it
 * @param contracts as in the annotation
 * @param scope the name of a constant of {@code Scope}
 * @param flags of {@code nsIClassInfo}
 * @param categories entries in categories
 * @param interfaces qualified names, derived before base
 * @param parameters of the constructor to call
 */
record ComponentModel(
    TypeElement type,
    String binaryName,
    UUID cid,
    List<String> contracts,
    String scope,
    long flags,
    List<CategoryEntry> categories,
    List<String> interfaces,
    List<ConstructorParameter> parameters) {}
