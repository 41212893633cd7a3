package org.xpcom4j.contract.host.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.xpcom4j.contract.host.demo.Demonstration;
import org.xpcom4j.contract.host.demo.Transcript;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the demonstration and prints its transcript. */
@Command(
    name = "demo",
    description = {
      "Starts a TLS WebSocket server on this machine, talks to it through the component that the"
          + " registry finds, and checks every step."
    })
final class DemoCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Transcript transcript = new Transcript(spec.commandLine().getOut());
    boolean asItShouldBe = new Demonstration().run(transcript::show);
    transcript.end(asItShouldBe);
    return asItShouldBe ? ExitCode.OK : ExitCode.FAILED;
  }
}
