package org.xpcom4j.idl.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.model.NativeType.Meaning;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.model.Parameter.Direction;
import org.xpcom4j.idl.model.Parameter.Flag;

/**
 * The methods that make calls of one method easier: with other types for interface IDs, without
 * counts, without optional arguments at the end, and all of these together. Where two of them would
 * have the same parameter types and mean different things, there is neither.
 */
final class Overloads {
  private static final TypeVariableName T = TypeVariableName.get("T", JavaTypes.SUPPORTS);

  private final List<Parameter> parameters;
  private final Optional<Parameter> retval;
  private final Counts counts;
  private final Optional<Parameter> iid;
  private final int optionals;

  Overloads(List<Parameter> parameters, Optional<Parameter> retval, Counts counts) {
    this.parameters = parameters;
    this.retval = retval;
    this.counts = counts;
    this.iid = firstSelector();
    this.optionals = trailingOptionals();
  }

  /** How few parameters a method can have. */
  int fewest() {
    int fewest = 0;
    for (int i = 0; i < parameters.size() - optionals; i++) {
      if (!counts.isCount(parameters.get(i))) {
        fewest++;
      }
    }
    return fewest;
  }

  /**
   * Makes the methods.
   *
   * @param main the method that they call
   */
  List<JavaMethod> of(JavaMethod main) {
    Map<String, List<JavaMethod>> bySignature = new LinkedHashMap<>();
    for (Form form : forms()) {
      JavaMethod method = method(main, form);
      List<JavaMethod> alike = bySignature.get(method.signature());
      if (alike == null) {
        alike = new ArrayList<>();
        bySignature.put(method.signature(), alike);
      }
      alike.add(method);
    }
    List<JavaMethod> overloads = new ArrayList<>();
    for (List<JavaMethod> alike : bySignature.values()) {
      if (haveOneMeaning(alike)) {
        overloads.add(alike.get(0));
      }
    }
    return overloads;
  }

  private static boolean haveOneMeaning(List<JavaMethod> alike) {
    for (JavaMethod each : alike) {
      for (int i = 0; i < each.parameters().size(); i++) {
        String ours = each.parameters().get(i).idlName();
        if (!ours.equals(alike.get(0).parameters().get(i).idlName())) {
          return false;
        }
      }
    }
    return true;
  }

  private List<Form> forms() {
    List<Form> forms = new ArrayList<>();
    for (IdForm ids : IdForm.values()) {
      for (int kept = parameters.size(); kept >= parameters.size() - optionals; kept--) {
        for (boolean hasCounts : new boolean[] {true, false}) {
          Form form = new Form(ids, kept, hasCounts);
          if (isUseful(form)) {
            forms.add(form);
          }
        }
      }
    }
    return forms;
  }

  private boolean isUseful(Form form) {
    List<Parameter> kept = parameters.subList(0, form.kept());
    if (!form.hasCounts() && !hasCount(kept)) {
      return false;
    }
    boolean isMain = form.hasCounts() && form.kept() == parameters.size();
    return switch (form.ids()) {
      case UUID -> !isMain;
      case TEXT -> hasId(kept);
      case TYPE -> hasId(kept) && (retval.isEmpty() || !retval.get().has(Flag.ARRAY));
    };
  }

  private boolean hasCount(List<Parameter> kept) {
    for (Parameter parameter : kept) {
      if (counts.isCount(parameter)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasId(List<Parameter> kept) {
    return iid.isPresent() && indexOf(iid.get()) < kept.size();
  }

  /** Where a parameter is; it is compared by its name, which no other has. */
  private int indexOf(Parameter parameter) {
    int index = 0;
    while (index < parameters.size() && !parameters.get(index).name().equals(parameter.name())) {
      index++;
    }
    return index;
  }

  private JavaMethod method(JavaMethod main, Form form) {
    List<JavaParameter> shown = new ArrayList<>();
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      JavaParameter inMain = main.parameters().get(i);
      boolean isCount = counts.isCount(parameter);
      if (i < form.kept() && (form.hasCounts() || !isCount)) {
        JavaParameter one = shown(parameter, inMain, form.ids());
        shown.add(one);
        arguments.add(argument(inMain, one));
      } else if (isCount) {
        arguments.add(count(main, parameter, form.kept()));
      } else {
        arguments.add(
            parameter.direction() == Direction.IN
                ? Absent.value(inMain.type())
                : Absent.holder((ArrayTypeName) inMain.type()));
      }
    }
    CodeBlock call = call(main.name(), arguments);
    boolean givesType = form.ids() == IdForm.TYPE && goesById(retval);
    if (givesType) {
      call = CodeBlock.of("$T.cast($L, $N)", JavaTypes.INTERFACES, call, iidName(main));
    }
    boolean isVoid = main.result().equals(TypeName.VOID);
    return new JavaMethod(
        main.name(),
        givesType ? T : main.result(),
        List.copyOf(shown),
        form.ids() == IdForm.TYPE ? Optional.of(T) : Optional.empty(),
        Optional.of(CodeBlock.builder().addStatement(isVoid ? "$L" : "return $L", call).build()),
        main.docs().withRemark(form.remark(parameters.size())),
        main.isDeprecated());
  }

  private JavaParameter shown(Parameter parameter, JavaParameter inMain, IdForm ids) {
    return switch (ids) {
      case UUID -> inMain;
      case TEXT -> isId(parameter) ? inMain.as(JavaTypes.STRING) : inMain;
      case TYPE -> {
        if (iid.isPresent() && iid.get().name().equals(parameter.name())) {
          yield inMain.as(ParameterizedTypeName.get(ClassName.get(Class.class), T));
        }
        boolean isTyped = goesById(Optional.of(parameter)) && parameter.direction() == Direction.IN;
        yield isTyped ? inMain.as(typed(inMain.type())) : inMain;
      }
    };
  }

  private static TypeName typed(TypeName type) {
    if (type.equals(JavaTypes.SUPPORTS)) {
      return T;
    }
    return type.equals(ArrayTypeName.of(JavaTypes.SUPPORTS)) ? ArrayTypeName.of(T) : type;
  }

  private static CodeBlock argument(JavaParameter inMain, JavaParameter shown) {
    String name = inMain.name();
    if (shown.type().equals(inMain.type()) || !inMain.type().equals(JavaTypes.ID)) {
      return CodeBlock.of("$N", name);
    }
    String reader = shown.type().equals(JavaTypes.STRING) ? "parseId" : "iid";
    return CodeBlock.of("$T.$L($N)", JavaTypes.INTERFACES, reader, name);
  }

  /** The length of what is given; nothing is given any more if it was optional. */
  private CodeBlock count(JavaMethod main, Parameter count, int kept) {
    List<CodeBlock> lengths = new ArrayList<>();
    for (Parameter given : counts.given(count)) {
      int index = indexOf(given);
      if (index < kept) {
        lengths.add(length(given, main.parameters().get(index).name()));
      }
    }
    CodeBlock length =
        switch (lengths.size()) {
          case 0 -> CodeBlock.of("0L");
          case 1 -> CodeBlock.of("(long) $L", lengths.get(0));
          default ->
              CodeBlock.of(
                  "$T.sameLength($L)", JavaTypes.INTERFACES, CodeBlock.join(lengths, ", "));
        };
    return switch (count.direction()) {
      case IN -> length;
      case OUT -> CodeBlock.of("new long[1]");
      case INOUT -> CodeBlock.of("new long[] {$L}", length);
    };
  }

  private static CodeBlock length(Parameter given, String name) {
    String element = given.direction() == Direction.IN ? "" : "[0]";
    return CodeBlock.of(
        given.has(Flag.ARRAY) || given.has(Flag.OCTETS) ? "$N$L.length" : "$N$L.length()",
        name,
        element);
  }

  /** Java takes an unqualified call of {@code yield} for a statement. */
  private static CodeBlock call(String name, List<CodeBlock> arguments) {
    String format = name.equals("yield") ? "this.$N($L)" : "$N($L)";
    return CodeBlock.of(format, name, CodeBlock.join(arguments, ", "));
  }

  private String iidName(JavaMethod main) {
    return iid.isEmpty() ? "" : main.parameters().get(indexOf(iid.get())).name();
  }

  private boolean goesById(Optional<Parameter> parameter) {
    if (iid.isEmpty() || parameter.isEmpty()) {
      return false;
    }
    Optional<String> iidIs = parameter.get().iidIs();
    return iidIs.isPresent() && iidIs.get().equals(iid.get().name());
  }

  /** The first parameter with an interface ID that another one, or the result, goes by. */
  private Optional<Parameter> firstSelector() {
    Set<String> names = new HashSet<>();
    for (Parameter parameter : parameters) {
      names.add(parameter.iidIs().orElse(""));
    }
    if (retval.isPresent()) {
      names.add(retval.get().iidIs().orElse(""));
    }
    for (Parameter parameter : parameters) {
      if (isId(parameter) && names.contains(parameter.name())) {
        return Optional.of(parameter);
      }
    }
    return Optional.empty();
  }

  private static boolean isId(Parameter parameter) {
    return parameter.direction() == Direction.IN
        && !parameter.has(Flag.ARRAY)
        && parameter.type().is(Meaning.NSID);
  }

  private int trailingOptionals() {
    int count = 0;
    while (count < parameters.size()
        && parameters.get(parameters.size() - 1 - count).has(Flag.OPTIONAL)) {
      count++;
    }
    return count;
  }

  /** How interface IDs are given. */
  private enum IdForm {
    UUID(""),
    TEXT("IDs are given as text, with or without braces."),
    TYPE("The interface is given by its Java type.");

    private final String remark;

    IdForm(String remark) {
      this.remark = remark;
    }
  }

  /**
   * One way to call the method.
   *
   * @param ids how IDs are given
   * @param kept how many parameters are not left out at the end
   * @param hasCounts whether counts are given
   */
  private record Form(IdForm ids, int kept, boolean hasCounts) {
    String remark(int all) {
      List<String> sentences = new ArrayList<>();
      if (!ids.remark.isEmpty()) {
        sentences.add(ids.remark);
      }
      if (!hasCounts) {
        sentences.add("The count is left out: the array or string knows it.");
      }
      if (kept < all) {
        sentences.add("Arguments that are left out are zero, false or null.");
      }
      return String.join("\n", sentences);
    }
  }
}
