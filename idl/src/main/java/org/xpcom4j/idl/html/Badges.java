package org.xpcom4j.idl.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xpcom4j.idl.freeze.FreezeFile;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.InterfaceDefinition.Flag;

/** Words that mark an interface or a member. */
final class Badges {
  static final String DEPRECATED = "deprecated";

  private Badges() {}

  static List<String> of(InterfaceDefinition definition, FreezeFile frozen) {
    List<String> badges = new ArrayList<>();
    frozen.find(definition.name()).ifPresent(each -> badges.add("frozen " + each.term()));
    for (Flag flag : Flag.values()) {
      if (definition.has(flag)) {
        badges.add(flag.name().toLowerCase(Locale.ROOT).replace('_', ' '));
      }
    }
    return badges;
  }

  static void write(Html html, String badge) {
    String kind = badge.equals(DEPRECATED) ? "badge warning" : "badge";
    html.element("span", badge, "class", kind).text(" ");
  }
}
