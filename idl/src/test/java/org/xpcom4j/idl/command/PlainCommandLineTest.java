package org.xpcom4j.idl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The short way through a command line")
class PlainCommandLineTest {
  private static final int LINES = 400;

  static List<String> subcommands() {
    return Xpidl.SUBCOMMANDS;
  }

  @ParameterizedTest(name = "xpidl {0}")
  @ValueSource(
      strings = {
        "check a.idl",
        "check -I one -I two --strict --keep-going a.idl b.idl",
        "check a.idl --format=json b.idl --jobs 2",
        "java --package org.example -o out a.idl",
        "dump a.xpt b.xpt",
        "format --check a.idl",
        "freeze --as 1.0 --for-good exIA --for-good exIB --accept a.idl",
        "html -o site --title=Interfaces a.idl folder"
      })
  void takesWhatPeopleWriteMost(String line) {
    String[] words = line.split(" ", -1);
    assertNotNull(plain(words));
    assertEquals(full(words), String.valueOf(plain(words)));
  }

  @ParameterizedTest(name = "xpidl {0}")
  @ValueSource(
      strings = {
        "check",
        "check --help",
        "check -V a.idl",
        "check --fast a.idl",
        "check -Ifolder a.idl",
        "check a.idl -I",
        "check a.idl -I --strict",
        "check --strict=yes a.idl",
        "check --strict --strict a.idl",
        "check -o a -o b a.idl",
        "check --jobs two a.idl",
        "check --jobs 99999999999 a.idl",
        "check --jobs -1 a.idl",
        "check --format= a.idl",
        "check @arguments",
        "check -- a.idl",
        "check 'a.idl'",
        "freeze a.idl",
        "html a.idl"
      })
  void leavesTheRestToTheOtherOne(String line) {
    assertNull(plain(line.split(" ", -1)));
  }

  /** Words at random: whatever is taken here has to mean the same there. */
  @ParameterizedTest(name = "xpidl {0}")
  @MethodSource("subcommands")
  void neverUnderstandsAnythingElseThanTheOtherOne(String name) {
    Grammar grammar = Xpidl.subcommand(name).grammar();
    Random random = new Random(name.hashCode());
    int taken = 0;
    for (int i = 0; i < LINES; i++) {
      String[] words = line(name, grammar, random).toArray(String[]::new);
      Arguments plain = plain(words);
      if (plain != null) {
        assertEquals(full(words), plain.toString(), () -> String.join(" ", words));
        taken++;
      }
    }
    assertTrue(taken > LINES / 20, "only " + taken + " of " + LINES + " were taken");
  }

  @Test
  void isNotTakenForAnUnknownCommand() {
    assertEquals(2, CommandRun.of("chekc", "a.idl").exitCode());
  }

  private static List<String> line(String name, Grammar grammar, Random random) {
    List<String> others =
        List.of(
            "a.idl", "b/c.idl", "=", "x=y", "1", "007", "check", "-", "--", "$HOME", "${x}", "*");
    List<String> words = new ArrayList<>(List.of(name));
    for (Option option : grammar.options()) {
      if (option.isRequired()) {
        words.addAll(List.of(option.name(), "r"));
      }
    }
    for (int left = random.nextInt(6); left > 0; left--) {
      boolean isOption = random.nextBoolean() && !grammar.options().isEmpty();
      if (!isOption) {
        words.add(others.get(random.nextInt(others.size())));
        continue;
      }
      Option option = grammar.options().get(random.nextInt(grammar.options().size()));
      String value =
          option.kind() == Option.Kind.NUMBER ? "12" : others.get(random.nextInt(others.size()));
      if (option.kind() == Option.Kind.FLAG) {
        words.add(option.name());
      } else if (random.nextBoolean()) {
        words.add(option.name() + "=" + value);
      } else {
        words.addAll(List.of(option.name(), value));
      }
    }
    words.add("z.idl");
    return words;
  }

  private static @Nullable Arguments plain(String... words) {
    return PlainCommandLine.read(Xpidl.subcommand(words[0]).grammar(), words);
  }

  /** What the other one makes of it, or what it says is wrong. */
  private static String full(String... words) {
    StringWriter err = new StringWriter();
    PrintWriter writer = new PrintWriter(err);
    List<Arguments> heard = new ArrayList<>();
    int code =
        FullCommandLine.execute(
            new Terminal(writer, writer, () -> false),
            (subcommand, given) -> {
              heard.add(given);
              return Xpidl.ACCEPTED;
            },
            words);
    return code == Xpidl.ACCEPTED ? heard.get(0).toString() : err.toString();
  }
}
