package org.xpcom4j.registry.pref;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A process that saves preferences again and again until it is killed. */
final class EndlessSaver {

  /** So many that writing them takes a while. */
  static final int PREFERENCES = 20_000;

  private EndlessSaver() {}

  /** Preferences that all have the same value, by which a mixture would be noticed. */
  static byte[] text(int round) {
    Map<String, Object> values = new TreeMap<>();
    for (int i = 0; i < PREFERENCES; i++) {
      values.put("some.preference.with.a.long.name." + i, round);
    }
    return PrefFileText.of(values);
  }

  public static void main(String[] args) {
    var file = new PrefFile(Path.of(args[0]));
    byte[] even = text(0);
    byte[] odd = text(1);
    for (int round = 0; ; round++) {
      file.save(round % 2 == 0 ? even : odd);
      System.out.write('.'); // tells the test that another one is whole
      System.out.flush();
    }
  }
}
