package org.xpcom4j.idl.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * A method of a Java interface.
 *
 * @param name its name
 * @param result what it returns
 * @param parameters what it takes
 * @param variable its type variable, if it has one
 * @param body what it does; empty for an abstract method
 * @param docs its Javadoc
 * @param isDeprecated whether it should not be used any more
 */
record JavaMethod(
    String name,
    TypeName result,
    List<JavaParameter> parameters,
    Optional<TypeVariableName> variable,
    Optional<CodeBlock> body,
    MethodDocs docs,
    boolean isDeprecated) {

  /** What tells it from others of its name: two methods of an interface must differ in this. */
  String signature() {
    StringBuilder signature = new StringBuilder(name).append('(');
    for (JavaParameter parameter : parameters) {
      signature.append(erasure(parameter.type())).append(',');
    }
    return signature.append(')').toString();
  }

  /** Whether both have the same name, and two different interfaces at the same place. */
  boolean isConfusableWith(JavaMethod other) {
    if (!name.equals(other.name()) || parameters.size() != other.parameters().size()) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      TypeName ours = parameters.get(i).type();
      TypeName theirs = other.parameters().get(i).type();
      if (!ours.equals(theirs) && isInterface(ours) && isInterface(theirs)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInterface(TypeName type) {
    return type instanceof ClassName name
        && !name.equals(JavaTypes.STRING)
        && !name.equals(JavaTypes.ID)
        && !name.equals(ClassName.OBJECT);
  }

  boolean isAbstract() {
    return body.isEmpty();
  }

  JavaMethod renamed(String newName) {
    return new JavaMethod(newName, result, parameters, variable, body, docs, isDeprecated);
  }

  MethodSpec spec(boolean overrides) {
    MethodSpec.Builder builder =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addModifiers(isAbstract() ? Modifier.ABSTRACT : Modifier.DEFAULT)
            .returns(result)
            .addJavadoc("$L", docs.text(this));
    if (overrides) {
      builder.addAnnotation(Override.class);
    }
    if (isDeprecated) {
      builder.addAnnotation(Deprecated.class);
    }
    if (variable.isPresent()) {
      builder.addTypeVariable(variable.get());
    }
    for (JavaParameter parameter : parameters) {
      builder.addParameter(ParameterSpec.builder(parameter.type(), parameter.name()).build());
    }
    if (body.isPresent()) {
      builder.addCode(body.get());
    }
    return builder.build();
  }

  private static String erasure(TypeName type) {
    if (type instanceof ArrayTypeName array) {
      return erasure(array.componentType()) + "[]";
    }
    if (type instanceof ParameterizedTypeName parameterized) {
      return parameterized.rawType().toString();
    }
    return type instanceof TypeVariableName variable
        ? variable.bounds().get(0).toString()
        : type.toString();
  }
}
