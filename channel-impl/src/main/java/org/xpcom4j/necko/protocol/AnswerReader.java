package org.xpcom4j.necko.protocol;

import static org.xpcom4j.result.Nsresult.NS_ERROR_WEBSOCKET_CONNECTION_REFUSED;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Reads the server's answer to one opening request; interim answers before it, such as 103, are passed over. Belongs to
 * one thread.
 */
public final class AnswerReader {
  private static final int MAX_INTERIM_ANSWERS = 16;

  private final HandshakeRequest request;
  private final HeadReader<ResponseHead> heads;
  private int interimAnswers;

  /**
   * Makes a reader.
   *
   * @param request what was asked
   * @param limits of each answer
   */
  public AnswerReader(HandshakeRequest request, HeadLimits limits) {
    this.request = request;
    this.heads = HeadReader.ofResponses(limits);
  }

  /**
   * Takes bytes up to the end of the answer.
   *
   * @param in bytes of the connection; stays the caller's, and keeps what the WebSocket has behind the answer
   * @return what was agreed on; null when more bytes are needed
   * @throws HandshakeFailure once, when the answer opens no connection: {@code NS_ERROR_WEBSOCKET_CONNECTION_REFUSED}
   *     when it is no HTTP, is too large or is not 101, {@code NS_ERROR_ILLEGAL_VALUE} when a 101 breaks a rule
   */
  public @Nullable Agreement read(ByteBuf in) throws HandshakeFailure {
    while (true) {
      ResponseHead head = nextHead(in);
      if (head == null) {
        return null;
      }
      if (!isInterim(head) || ++interimAnswers > MAX_INTERIM_ANSWERS) {
        return HandshakeResponse.check(request, head);
      }
    }
  }

  private @Nullable ResponseHead nextHead(ByteBuf in) throws HandshakeFailure {
    try {
      return heads.read(in);
    } catch (MalformedHead e) {
      throw new HandshakeFailure(NS_ERROR_WEBSOCKET_CONNECTION_REFUSED, "server's " + e.sentence());
    }
  }

  private static boolean isInterim(ResponseHead head) {
    return head.status() / 100 == 1 && head.status() != HandshakeResponse.SWITCHING_PROTOCOLS;
  }
}
