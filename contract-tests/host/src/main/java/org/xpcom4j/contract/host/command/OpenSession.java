package org.xpcom4j.contract.host.command;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.contract.host.channel.AgreedSecurity;
import org.xpcom4j.contract.host.channel.FailureText;
import org.xpcom4j.interfaces.nsIIOService;
import org.xpcom4j.interfaces.nsIURI;
import org.xpcom4j.interfaces.nsIWebSocketChannel;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.thread.EventLoop;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/** One run of {@code xpcom open}, on the thread that calls it. */
final class OpenSession {
  /** Longer than the channel's own limits, which end any opening and any closing handshake. */
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private final OpenRequest request;
  private final Terminal terminal;
  private final EventLoop loop;
  private final nsIURI uri;
  private final nsIWebSocketChannel channel;
  private final Outbox outbox = new Outbox();
  private final PrintingListener listener;
  private @Nullable String inputFailure;

  OpenSession(Xpcom xpcom, OpenRequest request, Terminal terminal) {
    this.request = request;
    this.terminal = terminal;
    loop = xpcom.currentThread();
    uri =
        xpcom
            .getService(nsIIOService.NS_IOSERVICE_CONTRACTID, nsIIOService.class)
            .newURI(request.url(), null, null);
    channel = xpcom.createInstance(contract(uri), nsIWebSocketChannel.class);
    listener = new PrintingListener(terminal.out(), outbox::pump);
  }

  /** An address that is neither ws nor wss is for the component to refuse. */
  private static String contract(nsIURI uri) {
    return uri.schemeIs("wss")
        ? nsIWebSocketChannel.NS_WEBSOCKETSSLCHANNEL_CONTRACTID
        : nsIWebSocketChannel.NS_WEBSOCKETCHANNEL_CONTRACTID;
  }

  /** Opens, talks and closes; returns the command's exit code. */
  int run() {
    channel.setProtocol(request.protocol());
    channel.asyncOpen(uri, request.origin(), listener, null);
    loop.spinUntil(() -> listener.started() || listener.stopped());
    loop.spinUntil(() -> listener.stopped() || !loop.hasPendingEvents());
    if (!listener.stopped()) {
      if (request.notices()) {
        notice("connected to " + describeConnection());
      }
      talk();
      close();
    }
    return outcome();
  }

  private void talk() {
    request.texts().forEach(text -> outbox.add(() -> channel.sendMsg(text)));
    request.binaries().forEach(bytes -> outbox.add(() -> channel.sendBinaryMsg(copy(bytes))));
    if (request.readsInput()) {
      sendInput();
    }
    loop.spinUntil(() -> over() || outbox.isEmpty());
    linger();
  }

  private void sendInput() {
    try (LineReader lines = LineReader.start(terminal.in(), loop, this::sendLine)) {
      loop.spinUntil(() -> over() || lines.ended());
      inputFailure = lines.failure();
    }
  }

  private void sendLine(LineReader lines, String line) {
    outbox.add(
        () -> {
          channel.sendMsg(line);
          lines.done();
        });
  }

  private static byte[] copy(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return copy;
  }

  /** Prints what still arrives, until enough came or nothing came for a while. */
  private void linger() {
    boolean heard = true;
    while (heard && !over() && !isEnough()) {
      long before = listener.received();
      heard = loop.spinUntil(() -> over() || listener.received() > before, request.idleLimit());
    }
  }

  private boolean over() {
    return listener.stopped() || listener.isOutputLost() || outbox.refusal() != null;
  }

  private boolean isEnough() {
    return request.expected() > 0 && listener.received() >= request.expected();
  }

  private void close() {
    if (!listener.stopped()) {
      channel.close(nsIWebSocketChannel.CLOSE_NORMAL, "");
      loop.spinUntil(listener::stopped, STOP_LIMIT);
    }
  }

  private int outcome() {
    long status = listener.stopStatus().orElse(Nsresult.NS_ERROR_NET_TIMEOUT);
    if (Nsresult.failed(status)) {
      String more = request.notices() ? "" : "\n  hint: --verbose tells more";
      return fail(ExitCode.CONNECTION, FailureText.of(status, channel) + more);
    }
    if (listener.isOutputLost()) {
      return fail(ExitCode.FAILED, "standard output takes nothing more");
    }
    if (!outbox.isEmpty() && listener.serverClosed()) {
      return fail(
          ExitCode.CONNECTION,
          "the server closed with " + listener.describeClose() + " before all was sent");
    }
    XpcomException refusal = outbox.refusal();
    if (refusal != null) {
      throw refusal;
    }
    if (inputFailure != null) {
      return fail(ExitCode.USAGE, inputFailure);
    }
    if (!listener.closedInPeace()) {
      return fail(ExitCode.CLOSED_WITH_ERROR, "the server closed with " + listener.describeClose());
    }
    if (listener.received() < request.expected()) {
      return fail(
          ExitCode.TOO_FEW,
          listener.received() + " of " + request.expected() + " expected messages arrived");
    }
    notice("closed with " + listener.describeClose());
    return ExitCode.OK;
  }

  private int fail(int code, String reason) {
    terminal.err().println("xpcom: " + request.url() + ": " + reason);
    return code;
  }

  private void notice(String text) {
    if (request.notices()) {
      terminal.err().println("xpcom: " + text);
    }
  }

  private String describeConnection() {
    StringBuilder text = new StringBuilder(channel.getURI().getSpec());
    if (!channel.getProtocol().isEmpty()) {
      text.append(", protocol ").append(channel.getProtocol());
    }
    if (channel.getSecurityInfo() != null) {
      AgreedSecurity security = AgreedSecurity.of(channel.getSecurityInfo());
      text.append(", ").append(security.version()).append(" with ").append(security.subject());
    }
    return text.toString();
  }
}
