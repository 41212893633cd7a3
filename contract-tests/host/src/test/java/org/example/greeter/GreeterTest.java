package org.example.greeter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xpcom4j.contract.host.fixture.NoLeftovers;
import org.xpcom4j.registry.Xpcom;

@DisplayName("The first component of README.md")
class GreeterTest {
  @RegisterExtension final NoLeftovers noLeftovers = new NoLeftovers();

  @Test
  void helloGreeterPrintsTheGreeting() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream console = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      HelloGreeter.main(new String[] {"dear", "reader"});
    } finally {
      System.setOut(console);
    }
    assertEquals("Hello, dear reader!", printed.toString(StandardCharsets.UTF_8).strip());
  }

  @Test
  void theGreeterIsAService() {
    try (Xpcom xpcom = Xpcom.start()) {
      exIGreeter first = xpcom.getService("@example.org/greeter;1", exIGreeter.class);
      assertSame(first, xpcom.getService("@example.org/greeter;1", exIGreeter.class));
    }
  }
}
