package org.xpcom4j.necko.io;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.xpcom4j.interfaces.nsIPrefBranch;

/** Preferences that can only be read, with a default. */
final class FakePrefs {
  private FakePrefs() {}

  /** A branch that shows the map, also later changes of it. */
  static nsIPrefBranch reading(Map<String, Object> values) {
    return (nsIPrefBranch)
        Proxy.newProxyInstance(
            nsIPrefBranch.class.getClassLoader(),
            new Class<?>[] {nsIPrefBranch.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getBoolPref", "getIntPref", "getCharPref" ->
                      values.getOrDefault(arguments[0], arguments[1]);
                  default -> throw new UnsupportedOperationException(method.toString());
                });
  }
}
