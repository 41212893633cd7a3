package org.xpcom4j.contract.host.demo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.xpcom4j.contract.host.channel.Payloads;
import org.xpcom4j.contract.host.channel.RecordingListener;
import org.xpcom4j.interfaces.nsIWebSocketChannel;

/** A message that goes out and should come back. */
sealed interface Message {
  /** What the transcript calls it. */
  String title();

  /** How many bytes of payload {@code onAcknowledge} should tell. */
  int size();

  /** The method that sends it. */
  String sender();

  /** The listener's method that should bring it back. */
  String receiver();

  /** The payload as a reader should see it. */
  String shown();

  /** Sends it. */
  void sendThrough(nsIWebSocketChannel channel);

  /** Whether the newest message of this kind is this one, to the last byte. */
  boolean cameBackTo(RecordingListener listener);

  /** The listener calls that should come of it, sorted. */
  default List<String> expectedCalls() {
    return List.of(
        "onAcknowledge(context, " + size() + ")", receiver() + "(context, " + shown() + ")");
  }

  /** A text message. */
  record Text(String title, String text) implements Message {
    @Override
    public int size() {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String sender() {
      return "sendMsg";
    }

    @Override
    public String receiver() {
      return "onMessageAvailable";
    }

    @Override
    public String shown() {
      return Payloads.describe(text);
    }

    @Override
    public void sendThrough(nsIWebSocketChannel channel) {
      channel.sendMsg(text);
    }

    @Override
    public boolean cameBackTo(RecordingListener listener) {
      return text.equals(listener.lastText());
    }
  }

  /** A binary message of a given size, in which neighbours and pages differ. */
  record Binary(String title, int size) implements Message {
    @Override
    public String sender() {
      return "sendBinaryMsg";
    }

    @Override
    public String receiver() {
      return "onBinaryMessageAvailable";
    }

    @Override
    public String shown() {
      return Payloads.describe(payload());
    }

    @Override
    public void sendThrough(nsIWebSocketChannel channel) {
      channel.sendBinaryMsg(payload());
    }

    @Override
    public boolean cameBackTo(RecordingListener listener) {
      return Arrays.equals(payload(), listener.lastBinary());
    }

    private byte[] payload() {
      byte[] bytes = new byte[size];
      for (int i = 0; i < size; i++) {
        bytes[i] = (byte) (i * 37 + (i >> 12));
      }
      return bytes;
    }
  }
}
