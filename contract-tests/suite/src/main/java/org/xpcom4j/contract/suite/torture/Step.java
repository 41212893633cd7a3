package org.xpcom4j.contract.suite.torture;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.xpcom4j.contract.kit.websocket.Chunks;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.Octets;
import org.xpcom4j.contract.kit.websocket.PeerEvent;
import org.xpcom4j.contract.kit.websocket.Wire;

/** What a case does, or waits for, next. */
sealed interface Step {
  /** Sends frames, encoded as our side has to. They are made when they are needed: some are large. */
  record Send(Function<Wire, List<Frame>> frames, Chunks chunks) implements Step {}

  /** Sends bytes that are no frames, or not whole ones, or wrong ones. */
  record SendBytes(Function<Wire, Octets> bytes, Chunks chunks, String description)
      implements Step {}

  /** Waits for messages, and for pongs; each in their order, one kind among the other in any. */
  record Expect(Supplier<List<PeerEvent>> due) implements Step {}

  /**
   * Waits for the endpoint to fail the connection (RFC 6455, section 7.1.7).
   *
   * @param codes close codes that fit
   * @param due what may still come before
   */
  record ExpectFailure(Set<Integer> codes, List<PeerEvent> due) implements Step {}

  /** As {@link ExpectFailure}, but soon; otherwise the case goes on, and is not strict. */
  record ExpectFailureSoon(Set<Integer> codes) implements Step {}

  /**
   * Waits for the answer to our Close frame, and for the end of the connection.
   *
   * @param code the code to answer with; 1005 for none
   * @param mayCome what may still come before
   */
  record ExpectClose(int code, List<PeerEvent> mayCome) implements Step {}

  /** Waits for a Close frame with one of these codes, and leaves it at that. */
  record AwaitClose(Set<Integer> codes) implements Step {}

  /** Waits, with more patience, for the endpoint to end the connection by itself. */
  record ExpectAbandon() implements Step {}

  /** Ends the connection by a reset. */
  record Reset() implements Step {}

  /** Ends our half of the stream. */
  record FinishSending() implements Step {}

  /** Waits for the end of the stream. */
  record ExpectEnd() implements Step {}

  /** Sends messages one by one, the next when the last one has come back. */
  record RoundTrips(int count, IntFunction<Frame> message, boolean isCompressed) implements Step {}
}
