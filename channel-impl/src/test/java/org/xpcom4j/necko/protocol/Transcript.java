package org.xpcom4j.necko.protocol;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.xpcom4j.result.Nsresult;

/** Writes down what a decoder says, a line each. */
final class Transcript implements MessageSink {
  private final List<String> lines = new ArrayList<>();

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void text(String message, int payloadBytes) {
    lines.add("text " + message + " (" + payloadBytes + ")");
  }

  @Override
  public void binary(byte[] message) {
    lines.add("binary " + HexFormat.of().formatHex(message));
  }

  @Override
  public void ping(byte[] payload) {
    lines.add("ping " + HexFormat.of().formatHex(payload));
  }

  @Override
  public void pong() {
    lines.add("pong");
  }

  @Override
  public void close(CloseStatus status) {
    lines.add("close " + status.code() + " " + status.reason());
  }

  void violation(ProtocolViolation violation) {
    lines.add(
        Nsresult.nameOf(violation.result())
            + " "
            + violation.closeStatus().code()
            + ": "
            + violation.getMessage());
  }
}
