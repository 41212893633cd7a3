package org.xpcom4j.idl.html;

import java.util.List;
import java.util.Optional;
import org.xpcom4j.idl.html.Catalog.Entry;
import org.xpcom4j.idl.html.Catalog.Use;
import org.xpcom4j.idl.html.Implementations.Implementation;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Member;

/** The page of one interface. Its own anchors have a hyphen, so that members cannot take them. */
final class InterfacePage {
  private final Catalog catalog;
  private final SiteOptions options;
  private final Entry entry;
  private final InterfaceDefinition definition;
  private final Html html;
  private final Prose prose;
  private final Signature signature;

  private InterfacePage(Catalog catalog, SiteOptions options, Entry entry) {
    this.catalog = catalog;
    this.options = options;
    this.entry = entry;
    this.definition = entry.definition();
    this.html = PageFrame.start(options.title(), entry.name() + " - " + options.title());
    this.prose = new Prose(catalog, html, entry.name());
    this.signature = new Signature(catalog, html);
  }

  static String of(Catalog catalog, SiteOptions options, Entry entry) {
    InterfacePage page = new InterfacePage(catalog, options, entry);
    page.head();
    page.facts();
    page.summary();
    new MemberSections(catalog, page.html, page.prose, page.signature, entry).write();
    page.inherited();
    page.uses();
    return PageFrame.end(page.html);
  }

  private void head() {
    List<InterfaceDefinition> bases = Catalog.bases(definition);
    if (!bases.isEmpty()) {
      html.start("nav", "class", "path", "aria-label", "Inheritance");
      for (InterfaceDefinition base : bases) {
        IndexPage.link(catalog, html, base.name());
        html.text(" › ");
      }
      html.text(entry.name()).end();
    }
    html.start("h1").name(entry.name()).end();
    badges();
    Docs docs = Docs.of(definition.docs());
    html.start("div", "class", "docs");
    prose.blocks(docs.body());
    MemberSections.others(html, prose, docs);
    html.end();
  }

  private void badges() {
    List<String> badges = Badges.of(definition, options.frozen());
    if (!badges.isEmpty()) {
      html.start("p", "class", "badges");
      badges.forEach(badge -> Badges.write(html, badge));
      html.end();
    }
  }

  private void facts() {
    html.start("dl", "class", "facts");
    fact("IID").element("code", "{" + definition.iid() + "}").end();
    fact("Source");
    MemberSections.source(html, catalog, definition.span());
    html.end();
    options
        .javaPackage()
        .ifPresent(name -> fact("Java").start("code").name(name + "." + entry.name()).end().end());
    List<Entry> derived = catalog.derived(entry.name());
    if (!derived.isEmpty()) {
      fact("Derived interfaces");
      String separator = "";
      for (Entry each : derived) {
        html.text(separator).element("a", each.name(), "href", each.page());
        separator = ", ";
      }
      html.end();
    }
    if (!entry.contracts().isEmpty()) {
      fact("Contract IDs").start("ul", "id", "contract-ids");
      entry
          .contracts()
          .forEach(
              (name, id) ->
                  html.start("li")
                      .start("code")
                      .name(id)
                      .end()
                      .text(" ")
                      .element("small", name)
                      .end());
      html.end().end();
    }
    implementations();
    html.end();
  }

  private Html fact(String name) {
    return html.element("dt", name).start("dd");
  }

  private void implementations() {
    List<Implementation> found = options.implementations().of(entry.name());
    if (found.isEmpty()) {
      return;
    }
    fact("Implemented by").start("ul");
    for (Implementation each : found) {
      html.start("li").start("code").name(each.className()).end();
      if (!each.module().isEmpty()) {
        html.text(" ").element("small", "in " + each.module());
      }
      for (String id : each.contractIds()) {
        html.text(" ").start("small").text("as ").start("code").name(id).end().end();
      }
      html.end();
    }
    html.end().end();
  }

  private void summary() {
    List<Member> members = Members.named(definition);
    if (members.isEmpty()) {
      html.element("p", "It has no members of its own.", "class", "quiet");
      return;
    }
    html.start("section", "aria-labelledby", "summary-of-members");
    html.element("h2", "Summary", "id", "summary-of-members");
    html.start("table", "class", "stacked summary");
    html.start("thead").start("tr");
    html.element("th", "Type", "scope", "col").element("th", "Member", "scope", "col");
    html.element("th", "Description", "scope", "col");
    html.end().end();
    html.start("tbody");
    members.forEach(this::summaryRow);
    html.end().end().end();
  }

  private void summaryRow(Member member) {
    String name = Members.name(member);
    html.start("tr").start("td", "class", "type").start("code");
    if (member instanceof Member.Attribute attribute) {
      html.text(attribute.isReadonly() ? "readonly " : "");
      signature.type(attribute.type());
    } else if (member instanceof Member.Method method) {
      signature.type(Signature.result(method));
    } else if (member instanceof Member.Constant constant) {
      html.text("const ");
      signature.type(constant.type());
    }
    html.end().end();
    html.start("td", "class", "name").start("code").start("a", "href", "#" + name);
    html.name(name).end();
    if (member instanceof Member.Method method) {
      signature.brief(method);
    } else if (member instanceof Member.Constant constant) {
      html.text(" = " + constant.value());
    }
    html.end().end();
    html.start("td");
    if (Members.isDeprecated(member)) {
      Badges.write(html, Badges.DEPRECATED);
    }
    prose.inline(Docs.of(Members.docs(member)).summary());
    html.end().end();
  }

  private void inherited() {
    List<InterfaceDefinition> bases = Catalog.bases(definition);
    if (bases.isEmpty()) {
      return;
    }
    html.start("section", "aria-labelledby", "inherited-members");
    html.element("h2", "Inherited", "id", "inherited-members");
    for (int i = bases.size() - 1; i >= 0; i--) {
      InterfaceDefinition base = bases.get(i);
      Optional<Entry> page = catalog.find(base.name());
      html.start("p").text("From ");
      IndexPage.link(catalog, html, base.name());
      String separator = ": ";
      for (Member member : Members.named(base)) {
        String name = Members.name(member);
        html.text(separator);
        if (page.isPresent() && page.get().hasMember(name)) {
          html.element("a", name, "href", page.get().page() + "#" + name);
        } else {
          html.text(name);
        }
        separator = ", ";
      }
      html.text(separator.equals(": ") ? ": nothing." : ".").end();
    }
    html.end();
  }

  private void uses() {
    List<Use> uses = catalog.uses(entry.name());
    if (uses.isEmpty()) {
      return;
    }
    html.start("section", "aria-labelledby", "used-by");
    html.element("h2", "Used by", "id", "used-by");
    ResultsPage.list(html, uses);
    html.end();
  }
}
