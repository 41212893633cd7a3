package org.xpcom4j.idl.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
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
    definition.base().map(types::interfaceName).ifPresent(type::addSuperinterface);
    type.addField(
        text(
            JavaNames.iidConstant(definition.name()),
            "{" + definition.iid() + "}",
            "The ID of this interface, in braces."));
    contracts.forEach(
        (name, contractId) ->
            type.addField(text(name, contractId, "The contract ID {@code " + contractId + "}.")));
    for (Member member : definition.members()) {
      if (member instanceof Member.Constant constant) {
        type.addField(
            constant(constant.name(), constant.type(), constant.value(), constant.docs()));
      } else if (member instanceof CenumType cenum) {
        for (CenumType.Entry entry : cenum.entries()) {
          type.addField(constant(entry.name(), cenum, entry.value(), entry.docs()));
        }
      }
    }
    members.specs().forEach(type::addMethod);
    return type.build();
  }

  private String javadoc() {
    String body = DocText.of(definition.docs()).body();
    return body.isEmpty() ? "The interface {@code " + definition.name() + "}." : body;
  }

  private AnnotationSpec metadata() {
    AnnotationSpec.Builder metadata =
        AnnotationSpec.builder(JavaTypes.XP_INTERFACE)
            .addMember("iid", "$S", definition.iid().toString())
            .addMember("scriptable", "$L", definition.has(Flag.SCRIPTABLE));
    contracts.values().forEach(contractId -> metadata.addMember("contracts", "$S", contractId));
    return metadata.build();
  }

  private static FieldSpec text(String name, String value, String javadoc) {
    return field(TypeName.get(String.class), name, CodeBlock.of("$S", value), javadoc);
  }

  private FieldSpec constant(
      String name, IdlType idlType, BigInteger value, List<DocComment> docs) {
    TypeName type = types.value(idlType).orElse(TypeName.LONG);
    String suffix = type.equals(TypeName.LONG) ? "L" : "";
    String cast = type.equals(TypeName.BYTE) && value.bitLength() > 7 ? "(byte) " : "";
    String body = DocText.of(docs).body();
    return field(
        type,
        JavaNames.variable(name),
        CodeBlock.of("$L", cast + value + suffix),
        body.isEmpty() ? "The constant {@code " + name + "}." : body);
  }

  private static FieldSpec field(TypeName type, String name, CodeBlock value, String javadoc) {
    return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .addJavadoc("$L", javadoc)
        .build();
  }
}
