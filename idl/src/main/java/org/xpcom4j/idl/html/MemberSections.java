package org.xpcom4j.idl.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xpcom4j.idl.html.Catalog.Entry;
import org.xpcom4j.idl.html.Docs.Tagged;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.source.Span;

/** The members of one interface at length: attributes, methods, constants. */
final class MemberSections {
  private final Catalog catalog;
  private final Html html;
  private final Prose prose;
  private final Signature signature;
  private final InterfaceDefinition definition;

  MemberSections(Catalog catalog, Html html, Prose prose, Signature signature, Entry entry) {
    this.catalog = catalog;
    this.html = html;
    this.prose = prose;
    this.signature = signature;
    this.definition = entry.definition();
  }

  void write() {
    List<Member.Attribute> attributes = Members.of(definition, Member.Attribute.class);
    if (!attributes.isEmpty()) {
      start("Attributes", "all-attributes");
      attributes.forEach(this::attribute);
      html.end();
    }
    List<Member.Method> methods = Members.of(definition, Member.Method.class);
    if (!methods.isEmpty()) {
      start("Methods", "all-methods");
      methods.forEach(this::method);
      html.end();
    }
    List<Member.Constant> constants = Members.of(definition, Member.Constant.class);
    if (!constants.isEmpty()) {
      start("Constants", "all-constants");
      constants(constants);
      html.end();
    }
  }

  /** Tags that have no place of their own. */
  static void others(Html html, Prose prose, Docs docs) {
    for (Tagged other : docs.others()) {
      String word = other.word();
      String label =
          word.equals("see")
              ? "See also"
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
      html.start("p").element("b", label + ":").text(" ");
      prose.inline(other.text());
      html.end();
    }
  }

  private void start(String title, String id) {
    html.start("section", "aria-labelledby", id).element("h2", title, "id", id);
  }

  private void attribute(Member.Attribute attribute) {
    startMember(attribute.name(), attribute);
    signature.attribute(attribute);
    docs(Docs.of(attribute.docs()), List.of());
    html.end();
  }

  private void method(Member.Method method) {
    startMember(method.name(), method);
    signature.method(method);
    docs(Docs.of(method.docs()), method.parameters());
    html.end();
  }

  private void startMember(String name, Member member) {
    html.start("article", "id", name);
    html.start("h3").start("a", "href", "#" + name).name(name).end();
    if (Members.isDeprecated(member)) {
      html.text(" ");
      Badges.write(html, Badges.DEPRECATED);
    }
    html.end();
    html.start("p", "class", "position");
    source(html, catalog, member.span());
    html.end();
  }

  /** Where something stands, with a link to it. */
  static void source(Html html, Catalog catalog, Span span) {
    int line = span.position().line();
    String shown = span.source().name() + ":" + line;
    Optional<String> page = Optional.ofNullable(catalog.sources().get(span.source()));
    page.ifPresentOrElse(
        name -> html.element("a", shown, "href", name + "#" + SourcePage.anchor(line)),
        () -> html.text(shown));
  }

  private void docs(Docs docs, List<Parameter> parameters) {
    prose.blocks(docs.body());
    List<Parameter> described =
        parameters.stream().filter(each -> docs.parameters().containsKey(each.name())).toList();
    boolean hasDetails =
        !described.isEmpty() || !docs.result().isEmpty() || !docs.exceptions().isEmpty();
    if (hasDetails) {
      html.start("dl", "class", "details");
      for (Parameter parameter : described) {
        html.start("dt").element("var", parameter.name()).end();
        description(docs.parameters().getOrDefault(parameter.name(), ""));
      }
      if (!docs.result().isEmpty()) {
        html.element("dt", "returns");
        description(docs.result());
      }
      for (Tagged exception : docs.exceptions()) {
        html.start("dt").text("throws ").start("code");
        prose.inline(exception.word());
        html.end().end();
        description(exception.text());
      }
      html.end();
    }
    others(html, prose, docs);
  }

  private void description(String text) {
    html.start("dd");
    prose.inline(text);
    html.end();
  }

  private void constants(List<Member.Constant> constants) {
    html.start("table", "class", "stacked constants");
    html.start("thead").start("tr");
    html.element("th", "Name", "scope", "col").element("th", "Value", "scope", "col");
    html.element("th", "Description", "scope", "col");
    html.end().end();
    html.start("tbody");
    for (Member.Constant constant : constants) {
      html.start("tr", "id", constant.name());
      html.start("td", "class", "name").start("code").start("a", "href", "#" + constant.name());
      html.name(constant.name()).end().end().end();
      html.start("td", "class", "value").element("code", constant.value().toString());
      if (constant.value().signum() > 0 && constant.value().bitLength() > 3) {
        html.text(" ").element("small", "0x" + constant.value().toString(16));
      }
      html.end();
      html.start("td");
      Docs docs = Docs.of(constant.docs());
      prose.blocks(docs.body());
      others(html, prose, docs);
      html.end().end();
    }
    html.end().end();
  }
}
