package org.xpcom4j.necko.security;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.xpcom4j.interfaces.nsIPrefBranch;

/** Text preferences that can only be read, with a default. */
final class FakeTlsPrefs {
  private final Map<String, String> values = new HashMap<>();

  void put(String name, String value) {
    values.put(name, value);
  }

  nsIPrefBranch branch() {
    return (nsIPrefBranch)
        Proxy.newProxyInstance(
            nsIPrefBranch.class.getClassLoader(),
            new Class<?>[] {nsIPrefBranch.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("getCharPref")) {
                throw new UnsupportedOperationException(method.toString());
              }
              return values.getOrDefault(arguments[0], (String) arguments[1]);
            });
  }
}
