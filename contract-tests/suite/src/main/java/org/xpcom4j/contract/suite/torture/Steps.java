package org.xpcom4j.contract.suite.torture;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.xpcom4j.contract.kit.websocket.Chunks;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.Octets;
import org.xpcom4j.contract.kit.websocket.PeerEvent;
import org.xpcom4j.contract.kit.websocket.Wire;

/** The words that cases are written in. */
final class Steps {
  private Steps() {}

  static Step send(Frame... frames) {
    return send(Chunks.WHOLE, frames);
  }

  static Step send(Chunks chunks, Frame... frames) {
    return new Step.Send(wire -> List.of(frames), chunks);
  }

  static Step sendBytes(String description, Octets bytes) {
    return new Step.SendBytes(wire -> bytes, Chunks.WHOLE, description);
  }

  /** Sends the first bytes of a frame only. */
  static Step sendPart(Frame frame, int payloadOctets) {
    return new Step.SendBytes(
        wire -> {
          Octets whole = wire.encode(frame);
          return whole.slice(0, whole.size() - frame.payload().size() + payloadOctets);
        },
        Chunks.WHOLE,
        "the first " + payloadOctets + " octets of " + frame);
  }

  static Step expect(PeerEvent... due) {
    return new Step.Expect(() -> List.of(due));
  }

  static PeerEvent text(String text) {
    return new PeerEvent.Message(Frame.TEXT, Octets.utf8(text));
  }

  static PeerEvent message(Frame frame) {
    return new PeerEvent.Message(frame.opcode(), frame.payload());
  }

  static PeerEvent pong(String text) {
    return new PeerEvent.Pong(Octets.utf8(text));
  }

  static PeerEvent pongTo(Frame ping) {
    return new PeerEvent.Pong(ping.payload());
  }

  static Step fails(int... codes) {
    return new Step.ExpectFailure(set(codes), List.of());
  }

  static Step failsAfter(PeerEvent due, int... codes) {
    return new Step.ExpectFailure(set(codes), List.of(due));
  }

  static Step failsSoon(int... codes) {
    return new Step.ExpectFailureSoon(set(codes));
  }

  static Step answersClose(int code, PeerEvent... mayCome) {
    return new Step.ExpectClose(code, List.of(mayCome));
  }

  static Step awaitClose(int... codes) {
    return new Step.AwaitClose(set(codes));
  }

  static Step sendCompressed(Supplier<Frame> message) {
    return new Step.Send(wire -> List.of(compress(wire, message.get())), Chunks.WHOLE);
  }

  /** A message as permessage-deflate sends it. */
  static Frame compress(Wire wire, Frame message) {
    return new Frame(true, Frame.RSV1, message.opcode(), wire.deflate(message.payload()));
  }

  /** What is expected, and then a normal closing handshake. */
  static Step[] then(Step... steps) {
    Step[] all = Arrays.copyOf(steps, steps.length + 2);
    all[steps.length] = send(Frame.close(1000, ""));
    all[steps.length + 1] = answersClose(1000);
    return all;
  }

  /** Text of ASCII letters that does not repeat soon. */
  static String letters(int count) {
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; text.length() < count; i++) {
      text.append((char) ('a' + i % 26));
      if (i % 26 == 25) {
        text.append(i / 26).append(' ');
      }
    }
    return text.substring(0, count);
  }

  /** Bytes of all values. */
  static Octets bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i * 31 + (i >> 8));
    }
    return Octets.of(bytes);
  }

  /** Text that compresses well, with repetitions near and far. */
  static String json(int size) {
    StringBuilder text = new StringBuilder(size + 64);
    for (int i = 0; text.length() < size; i++) {
      text.append("{\"id\":").append(i * 7919 % 1000).append(",\"name\":\"item\",\"on\":true}");
    }
    return text.substring(0, size);
  }

  /** Bytes that do not compress. */
  static Octets noise(int size) {
    byte[] noise = new byte[size];
    new Random(size).nextBytes(noise);
    return size < 2 ? bytes(size) : Octets.of(noise);
  }

  private static Set<Integer> set(int... codes) {
    return Arrays.stream(codes).boxed().collect(Collectors.toUnmodifiableSet());
  }
}
