package org.xpcom4j.idl.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.xpcom4j.idl.java.ContractConstants;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.source.SourceText;

/** All interfaces of a site by their names, and what they have to do with each other. */
final class Catalog {
  /** Names that are other pages, or no file names on some systems. */
  private static final Set<String> TAKEN = Set.of("index", "results", "con", "prn", "aux", "nul");

  private static final Pattern RESULT = Pattern.compile("NS_[A-Z0-9_]+");

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, List<Entry>> derived = new LinkedHashMap<>();
  private final Map<String, List<Use>> uses = new LinkedHashMap<>();
  private final Map<String, List<Use>> thrown = new TreeMap<>();
  private final Map<SourceText, String> sources = new LinkedHashMap<>();

  /**
   * One interface.
   *
   * @param page its file name
   * @param contracts contract IDs by the names of their constants
   */
  record Entry(InterfaceDefinition definition, String page, Map<String, String> contracts) {
    String name() {
      return definition.name();
    }

    boolean hasMember(String name) {
      return Members.all(definition).stream().anyMatch(each -> Members.name(each).equals(name));
    }
  }

  /**
   * A place where something is mentioned.
   *
   * @param how as what
   */
  record Use(Entry user, String member, String how) {}

  /** An interface that is defined in several files is taken from the first of them. */
  Catalog(List<IdlFile> files) {
    Map<InterfaceDefinition, Map<String, String>> found = new LinkedHashMap<>();
    for (IdlFile file : files) {
      ContractConstants contracts = ContractConstants.of(file);
      file.interfaces().forEach(each -> found.putIfAbsent(each, contracts.of(each)));
    }
    Set<String> pages = new HashSet<>(TAKEN);
    found.keySet().stream()
        .sorted(Comparator.comparing(InterfaceDefinition::name))
        .forEach(each -> add(each, found.getOrDefault(each, Map.of()), pages));
    for (IdlFile file : files) {
      SourceText source = file.source();
      sources.computeIfAbsent(source, each -> free(each.name(), pages) + ".html");
    }
    entries.values().forEach(this::relate);
  }

  List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  Optional<Entry> find(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** The interfaces that name an interface as their base. */
  List<Entry> derived(String name) {
    return derived.getOrDefault(name, List.of());
  }

  List<Use> uses(String name) {
    return uses.getOrDefault(name, List.of());
  }

  /** Where the documentation says that a result code is thrown, by its name. */
  Map<String, List<Use>> thrown() {
    return thrown;
  }

  /** The pages of the files. */
  Map<SourceText, String> sources() {
    return sources;
  }

  /** The bases of an interface, the root first. */
  static List<InterfaceDefinition> bases(InterfaceDefinition definition) {
    List<InterfaceDefinition> bases = new ArrayList<>();
    Optional<InterfaceDefinition> base = definition.base();
    while (base.isPresent()) {
      bases.add(0, base.get());
      base = base.get().base();
    }
    return bases;
  }

  private void add(
      InterfaceDefinition definition, Map<String, String> contracts, Set<String> pages) {
    String name = definition.name();
    if (!entries.containsKey(name)) {
      entries.put(name, new Entry(definition, free(name, pages) + ".html", contracts));
    }
  }

  /** File names differ in more than the case of their letters. */
  private static String free(String name, Set<String> pages) {
    String page = name;
    int number = 2;
    while (!pages.add(page.toLowerCase(Locale.ROOT))) {
      page = name + "-" + number++;
    }
    return page;
  }

  private void relate(Entry entry) {
    entry
        .definition()
        .base()
        .ifPresent(
            base -> derived.computeIfAbsent(base.name(), name -> new ArrayList<>()).add(entry));
    Members.types(entry.definition())
        .forEach(typed -> use(uses, typed.type(), new Use(entry, typed.member(), typed.how())));
    for (Member member : Members.named(entry.definition())) {
      for (Docs.Tagged each : Docs.of(Members.docs(member)).exceptions()) {
        if (RESULT.matcher(each.word()).matches()) {
          use(thrown, each.word(), new Use(entry, Members.name(member), Members.kind(member)));
        }
      }
    }
  }

  private static void use(Map<String, List<Use>> all, String name, Use use) {
    List<Use> uses = all.computeIfAbsent(name, key -> new ArrayList<>());
    if (!uses.contains(use)) {
      uses.add(use);
    }
  }
}
