package org.xpcom4j.idl.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.xpcom4j.idl.model.CenumType;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.InterfaceDefinition.Flag;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.source.DocComment;

/** Writes one Java interface. */
final class InterfaceWriter {
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");

  private final JavaTypes types;
  private final InterfaceDefinition definition;
  private final Map<String, String> contracts;
  private final boolean isMarked;
  private final JavaMembers members;

  InterfaceWriter(
      JavaTypes types,
      InterfaceDefinition definition,
      Map<String, String> contracts,
      boolean isMarked) {
    this.types = types;
    this.definition = definition;
    this.contracts = contracts;
    this.isMarked = isMarked;
    this.members = new JavaMembers(types, definition);
  }

  TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(JavaNames.type(definition.name()))
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("$L", javadoc())
            .addAnnotation(metadata());
    if (isMarked) {
      type.addAnnotation(
          AnnotationSpec.builder(GENERATED).addMember("value", "$S", "org.xpcom4j.idl").build());
    }
    if (definition.has(Flag.FUNCTION) && members.countAbstract() == 1) {
      type.addAnnotation(FunctionalInterface.class);
    }
    if (definition.has(Flag.DEPRECATED)) {
      type.addAnnotation(Deprecated.class);
    }
    if (!members.warnings().isEmpty()) {
      type.addAnnotation(suppression());
    }
    for (String name : types.ambiguousNames(definition.span().source().folder())) {
      type.alwaysQualify(name);
    }
    if (definition.base().isPresent()) {
      type.addSuperinterface(types.interfaceName(definition.base().get()));
    }
    return type.addFields(constants()).addMethods(members.specs()).build();
  }

  private String javadoc() {
    return MethodDocs.of(
        DocText.of(definition.docs(), types),
        "The interface {@code " + definition.name() + "}.",
        definition.has(Flag.DEPRECATED));
  }

  private AnnotationSpec suppression() {
    AnnotationSpec.Builder suppression = AnnotationSpec.builder(SuppressWarnings.class);
    members.warnings().forEach(each -> suppression.addMember("value", "$S", each));
    return suppression.build();
  }

  /** The names that the compiler makes come first: they do not depend on what else is there. */
  private List<FieldSpec> constants() {
    List<FieldSpec> fields = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    fields.add(
        text(
            JavaNames.unique(JavaNames.iidConstant(definition.name()), taken),
            "{" + definition.iid() + "}",
            "The ID of this interface, in braces."));
    for (Map.Entry<String, String> contract : contracts.entrySet()) {
      fields.add(
          text(
              JavaNames.unique(contract.getKey(), taken),
              contract.getValue(),
              "The contract ID " + JavadocHtml.code(contract.getValue()) + "."));
    }
    for (Member member : definition.members()) {
      if (member instanceof Member.Constant constant) {
        String name = JavaNames.unique(JavaNames.variable(constant.name()), taken);
        fields.add(
            constant(name, constant.name(), constant.type(), constant.value(), constant.docs()));
      } else if (member instanceof CenumType cenum) {
        for (CenumType.Entry entry : cenum.entries()) {
          String name = JavaNames.unique(JavaNames.variable(entry.name()), taken);
          fields.add(constant(name, entry.name(), cenum, entry.value(), entry.docs()));
        }
      }
    }
    return fields;
  }

  private AnnotationSpec metadata() {
    AnnotationSpec.Builder metadata =
        AnnotationSpec.builder(JavaTypes.XP_INTERFACE)
            .addMember("iid", "$S", definition.iid().toString())
            .addMember("scriptable", "$L", definition.has(Flag.SCRIPTABLE));
    for (String contractId : contracts.values()) {
      metadata.addMember("contracts", "$S", contractId);
    }
    return metadata.build();
  }

  private static FieldSpec text(String name, String value, String javadoc) {
    return field(TypeName.get(String.class), name, CodeBlock.of("$S", value), javadoc);
  }

  private FieldSpec constant(
      String name, String idlName, IdlType idlType, BigInteger value, List<DocComment> docs) {
    TypeName type = types.value(idlType).orElse(TypeName.LONG);
    String suffix = type.equals(TypeName.LONG) ? "L" : "";
    String cast = type.equals(TypeName.BYTE) && value.bitLength() > 7 ? "(byte) " : "";
    return field(
        type,
        name,
        CodeBlock.of("$L", cast + value + suffix),
        MethodDocs.of(DocText.of(docs, types), "The constant {@code " + idlName + "}.", false));
  }

  private static FieldSpec field(TypeName type, String name, CodeBlock value, String javadoc) {
    return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .addJavadoc("$L", javadoc)
        .build();
  }
}
