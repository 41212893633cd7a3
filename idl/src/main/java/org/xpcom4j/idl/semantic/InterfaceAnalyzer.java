package org.xpcom4j.idl.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.CenumType;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.InterfaceDefinition.Flag;
import org.xpcom4j.idl.model.InterfaceType;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.RawText;
import org.xpcom4j.idl.source.Span;
import org.xpcom4j.idl.syntax.Declaration;
import org.xpcom4j.idl.syntax.ExtendedAttribute.Value;
import org.xpcom4j.idl.syntax.MemberDeclaration;
import org.xpcom4j.idl.syntax.Name;
import org.xpcom4j.idl.syntax.RawBlock;

/** Gives one interface its meaning: head, base and members. */
final class InterfaceAnalyzer {
  private static final FlagNames<Flag> FLAGS = new FlagNames<>(Flag.values());
  private static final int LARGEST_VTABLE = 250;

  /** More than any tree has; what goes through bases one by one need not fear for its stack. */
  private static final int DEEPEST = 500;

  private final Scope scope;
  private final Bases bases;
  private final Diagnostics diagnostics;

  InterfaceAnalyzer(Scope scope, Bases bases, Diagnostics diagnostics) {
    this.scope = scope;
    this.bases = bases;
    this.diagnostics = diagnostics;
  }

  Optional<InterfaceDefinition> analyze(Declaration.Interface declaration) {
    var attributes =
        CheckedAttributes.of(declaration.attributes(), AttributeRules.INTERFACE, diagnostics);
    Optional<UUID> iid = iid(declaration, attributes);
    Optional<InterfaceDefinition> base =
        declaration.base().isEmpty()
            ? Optional.empty()
            : base(declaration, declaration.base().get());
    Set<Flag> flags = attributes.flags(FLAGS);
    if (base.isPresent()) {
      checkBase(declaration, flags, base.get());
    }
    List<Member> members = members(declaration, flags, base);
    checkFunction(declaration, flags);
    if (iid.isEmpty() || base.isPresent() != declaration.base().isPresent()) {
      return Optional.empty();
    }
    var definition =
        new InterfaceDefinition(
            declaration.name().text(),
            iid.get(),
            base,
            flags,
            contractIds(attributes),
            members,
            declaration.docs(),
            declaration.span());
    checkSize(declaration.name(), definition);
    return Optional.of(definition);
  }

  private Optional<UUID> iid(Declaration.Interface declaration, CheckedAttributes attributes) {
    Optional<String> iid = attributes.text("uuid");
    if (iid.isPresent()) {
      return Optional.of(UUID.fromString(iid.get()));
    }
    if (declaration.attributes().stream().noneMatch(each -> each.is("uuid"))) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.UUID,
                  declaration.name().span(),
                  "interface " + declaration.name() + " has no uuid")
              .expected("[scriptable, uuid(...)] with a new UUID, as uuidgen prints it"));
    }
    return Optional.empty();
  }

  private Optional<InterfaceDefinition> base(Declaration.Interface derived, Name name) {
    Optional<InterfaceDefinition> base = scope.findInterface(name.text());
    if (base.isPresent()) {
      return isNotTooDeep(base.get(), name) ? base : Optional.empty();
    }
    if (name.text().equals(derived.name().text())) {
      diagnostics.report(
          Diagnostic.error(Tag.BASE, name.span(), "interface " + name + " is derived from itself"));
    } else if (!scope.isBroken(name.text())) {
      reportBase(name);
    }
    return Optional.empty();
  }

  private void reportBase(Name name) {
    Optional<Span> below =
        scope
            .declaredBelow(name.text())
            .filter(Declaration.Interface.class::isInstance)
            .map(each -> each.name().span());
    if (below.isPresent()) {
      diagnostics.report(
          Diagnostic.error(Tag.BASE, name.span(), "base \"" + name + "\" is defined below")
              .expected("an interface that is defined above")
              .from("defined at " + below.get()));
      return;
    }
    Optional<IdlType> type = scope.type(name);
    if (type.isPresent()) {
      Diagnostic diagnostic =
          Diagnostic.error(
                  Tag.BASE, name.span(), "base \"" + name + "\" is no interface with a body")
              .expected("an interface that is defined above or in an included file");
      boolean isForward = type.get() instanceof InterfaceType;
      diagnostics.report(isForward ? diagnostic.hint("#include \"" + name + ".idl\"") : diagnostic);
    }
  }

  private boolean isNotTooDeep(InterfaceDefinition base, Name name) {
    if (bases.size(base).depth() < DEEPEST) {
      return true;
    }
    diagnostics.report(
        Diagnostic.error(Tag.BASE, name.span(), "base \"" + name + "\" has too many bases itself")
            .expected(DEEPEST + " interfaces in one line at most"));
    return false;
  }

  private void checkBase(
      Declaration.Interface declaration, Set<Flag> flags, InterfaceDefinition base) {
    if (!flags.contains(Flag.SCRIPTABLE)) {
      return;
    }
    Name name = declaration.name();
    if (!base.has(Flag.SCRIPTABLE)) {
      diagnostics.report(
          Diagnostic.warning(
                  Tag.SCRIPTABLE,
                  name.span(),
                  "scriptable " + name + " is derived from " + base.name() + ", which is not")
              .previous(base.span()));
    }
    if (base.has(Flag.BUILTINCLASS) && !flags.contains(Flag.BUILTINCLASS)) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.SCRIPTABLE,
                  name.span(),
                  name + " is derived from builtinclass " + base.name() + " without being one")
              .hint("[scriptable, builtinclass, uuid(...)]"));
    }
  }

  private List<Member> members(
      Declaration.Interface declaration, Set<Flag> flags, Optional<InterfaceDefinition> base) {
    List<MemberDeclaration> distinct = distinct(declaration.members());
    var constants = new ConstantEvaluator(distinct, base, bases, diagnostics);
    var analyzer = new MemberAnalyzer(scope, flags, constants, diagnostics);
    List<Member> members = new ArrayList<>();
    for (MemberDeclaration member : distinct) {
      if (member instanceof RawBlock block) {
        members.add(new RawText(block.text(), block.span()));
      } else if (member instanceof MemberDeclaration.Constant constant) {
        add(analyzer.constant(constant), members);
      } else if (member instanceof MemberDeclaration.Cenum cenum) {
        analyzer
            .cenum(cenum, declaration.name().text())
            .ifPresentOrElse(
                found -> {
                  members.add(found);
                  declareType(found, cenum.name());
                },
                () -> declareBroken(declaration.name(), cenum));
      } else if (member instanceof MemberDeclaration.Attribute attribute) {
        add(analyzer.attribute(attribute), members);
      } else if (member instanceof MemberDeclaration.Method method) {
        add(analyzer.method(method), members);
      }
    }
    return members;
  }

  private static void add(Optional<Member> member, List<Member> members) {
    if (member.isPresent()) {
      members.add(member.get());
    }
  }

  /** From here on the enumeration is a type, under its full name everywhere. */
  private void declareType(CenumType cenum, Name name) {
    scope.declare(cenum.idlName(), Known.type(cenum, cenum.span()), name.span());
  }

  private void declareBroken(Name owner, MemberDeclaration.Cenum cenum) {
    String name = owner.text() + "_" + cenum.name();
    scope.declare(name, Known.broken(cenum.span()), cenum.name().span());
  }

  private List<MemberDeclaration> distinct(List<MemberDeclaration> members) {
    Map<String, Name> seen = new HashMap<>();
    List<MemberDeclaration> distinct = new ArrayList<>();
    for (MemberDeclaration member : members) {
      if (!(member instanceof MemberDeclaration.Named named)) {
        distinct.add(member);
      } else if (member instanceof MemberDeclaration.Cenum cenum) {
        if (isFree(cenum.name(), seen) && isAllowed(cenum.name())) {
          distinct.add(withDistinctEntries(cenum, seen));
        }
      } else if (isFree(named.name(), seen)
          && (member instanceof MemberDeclaration.Broken || isAllowed(named.name()))) {
        distinct.add(member);
      }
    }
    return distinct;
  }

  /** The entries of an enumeration are names of the interface. */
  private MemberDeclaration withDistinctEntries(
      MemberDeclaration.Cenum cenum, Map<String, Name> seen) {
    List<MemberDeclaration.Entry> entries =
        cenum.entries().stream()
            .filter(entry -> isFree(entry.name(), seen) && isAllowed(entry.name()))
            .toList();
    return new MemberDeclaration.Cenum(
        cenum.name(), cenum.width(), entries, cenum.docs(), cenum.span());
  }

  private boolean isFree(Name name, Map<String, Name> seen) {
    Name before = seen.putIfAbsent(name.text(), name);
    if (before != null) {
      diagnostics.report(
          Diagnostic.error(Tag.DUPLICATE, name.span(), "member \"" + name + "\" is declared twice")
              .expected("one member of a name: IDL has no overloads")
              .previous(before.span()));
      return false;
    }
    return true;
  }

  /** Whether an unescaped name is none of a built-in type. */
  private boolean isAllowed(Name name) {
    if (!name.escaped() && BuiltinType.find(name.text()).isPresent()) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.BUILT_IN_NAME, name.span(), "\"" + name + "\" is the name of a built-in type")
              .hint("_" + name));
      return false;
    }
    return true;
  }

  private void checkFunction(Declaration.Interface declaration, Set<Flag> flags) {
    if (!flags.contains(Flag.FUNCTION)) {
      return;
    }
    int methods = 0;
    for (MemberDeclaration member : declaration.members()) {
      if (member instanceof MemberDeclaration.Method method && ++methods == 2) {
        diagnostics.report(
            Diagnostic.error(
                    Tag.FUNCTION,
                    method.name().span(),
                    "function interface " + declaration.name() + " has a second method")
                .expected("one method at most"));
      }
    }
  }

  private List<String> contractIds(CheckedAttributes attributes) {
    List<String> contractIds = new ArrayList<>();
    for (Value value : attributes.values("contractid")) {
      if (ContractIds.FORM.matcher(value.text()).matches()) {
        contractIds.add(value.text());
      } else {
        diagnostics.report(
            Diagnostic.error(
                    Tag.CONTRACT_ID, value.span(), "\"" + value.text() + "\" is no contract ID")
                .expected("contractid(\"@domain/module;1\"), perhaps with ?name=value at the end"));
      }
    }
    return contractIds;
  }

  private void checkSize(Name name, InterfaceDefinition definition) {
    int entries = bases.size(definition).entries();
    if (entries > LARGEST_VTABLE && !definition.has(Flag.BUILTINCLASS)) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.VTABLE,
                  name.span(),
                  "interface " + name + " has " + entries + " entries with those of its bases")
              .expected(LARGEST_VTABLE + " at most, unless it is a builtinclass"));
    }
  }

  /** Made for the first one: most files have none. */
  private static final class ContractIds {
    static final Pattern FORM = Pattern.compile("@[^;\\s?]+;[0-9]+(\\?[^\\s?]+)?");
  }
}
