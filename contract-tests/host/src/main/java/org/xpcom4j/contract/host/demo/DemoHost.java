package org.xpcom4j.contract.host.demo;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.xpcom4j.contract.host.channel.AgreedSecurity;
import org.xpcom4j.contract.host.channel.ListenerCall;
import org.xpcom4j.contract.host.channel.LoadGroups;
import org.xpcom4j.contract.host.channel.RecordingCallbacks;
import org.xpcom4j.contract.host.channel.RecordingListener;
import org.xpcom4j.contract.host.server.EchoServer;
import org.xpcom4j.contract.host.server.Handshake;
import org.xpcom4j.interfaces.nsIIOService;
import org.xpcom4j.interfaces.nsILoadGroup;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIURI;
import org.xpcom4j.interfaces.nsIWebSocketChannel;
import org.xpcom4j.registry.RegisteredContract;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.thread.EventLoop;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * A component-based host: it knows contract IDs and interfaces, and no class behind them. Each
 * method is one step of the demonstration; they are called in order on one thread.
 */
final class DemoHost {
  private static final String CONTRACT = "@mozilla.org/network/protocol;1?name=wss";
  private static final String ORIGIN = "https://localhost";
  private static final String REASON = "demonstration done";

  private final Xpcom xpcom;
  private final EchoServer server;
  private final Duration patience;
  private final String address;
  private final EventLoop loop;
  private final nsIWebSocketChannel channel;
  private final nsILoadGroup group;
  private final RecordingCallbacks callbacks = new RecordingCallbacks();
  private final nsISupports context = new nsISupports() {};
  private final RecordingListener listener = new RecordingListener(context);

  DemoHost(Xpcom xpcom, EchoServer server, Duration patience) {
    this.xpcom = xpcom;
    this.server = server;
    this.patience = patience;
    address = "wss://localhost:" + server.port() + "/demonstration";
    loop = xpcom.currentThread();
    channel = xpcom.createInstance(CONTRACT, nsIWebSocketChannel.class);
    group = xpcom.createInstance(nsILoadGroup.NS_LOADGROUP_CONTRACTID, nsILoadGroup.class);
  }

  Step component() {
    return Notes.step(
        "component",
        notes -> {
          RegisteredContract registered =
              xpcom.contracts().stream()
                  .filter(candidate -> candidate.contractId().equals(CONTRACT))
                  .findFirst()
                  .orElseThrow();
          notes.show("contract ID", CONTRACT);
          notes.show("answered by", registered.className());
          notes.show("of module", registered.module());
          notes.expect("its class", registered.className(), channel.getClass().getName());
          notes.expect("its module", "org.xpcom4j.necko", registered.module());
        });
  }

  Step open() {
    return Notes.step(
        "open",
        notes -> {
          notes.show("load group", describeGroup());
          notes.expect("load group before asyncOpen", List.of(), LoadGroups.requestNames(group));
          channel.setLoadGroup(group);
          channel.setNotificationCallbacks(callbacks);
          channel.setProtocol(EchoServer.PROTOCOL);
          channel.asyncOpen(uri(), ORIGIN, listener, context);
          notes.show("host", "asyncOpen(" + address + ", " + ORIGIN + ", listener, context)");
          notes.show("load group", describeGroup());
          notes.expect("calls during asyncOpen", List.of(), listener.takeCalls());
          notes.expect(
              "load group after asyncOpen", List.of(address), LoadGroups.requestNames(group));
        });
  }

  Step connection() {
    return Notes.step(
        "connection",
        notes -> {
          await(notes, "onStart", () -> listener.count("onStart") > 0);
          loop.spinUntil(() -> !loop.hasPendingEvents()); // a failed opening's onStop comes at once
          expectCalls(notes, List.of("onStart(context)"));
          if (listener.stopStatus().isPresent()) {
            return;
          }
          Handshake handshake = handshake();
          AgreedSecurity security = AgreedSecurity.of(channel.getSecurityInfo());
          notes.show("address", channel.getURI().getSpec());
          notes.show("protocol", channel.getProtocol());
          notes.show("extensions", orNone(channel.getExtensions()));
          notes.show("TLS", security.version() + ", " + security.cipherSuite());
          notes.show("certificate", security.subject());
          notes.show("load group", describeGroup());
          notes.expect("address", address, channel.getURI().getSpec());
          notes.expect("origin at the server", ORIGIN, handshake.origin());
          notes.expect("protocol asked for", EchoServer.PROTOCOL, handshake.protocol());
          notes.expect("protocol", handshake.protocol(), channel.getProtocol());
          notes.expect("extensions", handshake.extensions(), channel.getExtensions());
          notes.expect("TLS version", handshake.tlsVersion(), security.version());
          notes.expect("cipher suite", handshake.cipherSuite(), security.cipherSuite());
          notes.expect("certificate subject", server.subject(), security.subject());
          notes.expect("load group while open", List.of(address), LoadGroups.requestNames(group));
          notes.expect(
              "the host's own callbacks", true, channel.getNotificationCallbacks() == callbacks);
        });
  }

  Step exchange(Message message) {
    return Notes.step(
        message.title(),
        notes -> {
          long before = listener.count(message.receiver());
          long acknowledged = listener.count("onAcknowledge");
          notes.show("host", message.sender() + "(" + message.shown() + ")");
          message.sendThrough(channel);
          notes.expect("calls during " + message.sender(), List.of(), listener.takeCalls());
          await(
              notes,
              "the echo and its acknowledgement",
              () ->
                  listener.count(message.receiver()) > before
                      && listener.count("onAcknowledge") > acknowledged);
          // The acknowledgement and the echo race each other.
          expectCalls(notes, message.expectedCalls());
          notes.expect("every byte", true, message.cameBackTo(listener));
        });
  }

  Step close() {
    return Notes.step(
        "close",
        notes -> {
          notes.show("host", "close(1000, \"" + REASON + "\")");
          channel.close(nsIWebSocketChannel.CLOSE_NORMAL, REASON);
          notes.expect("calls during close", List.of(), listener.takeCalls());
          await(notes, "onStop", () -> listener.stopStatus().isPresent());
          expectCalls(
              notes,
              List.of(
                  "onServerClose(context, 1000, \"" + REASON + "\")", "onStop(context, NS_OK)"));
        });
  }

  Step afterwards() {
    return Notes.step(
        "afterwards",
        notes -> {
          AgreedSecurity security = AgreedSecurity.of(channel.getSecurityInfo());
          notes.show("load group", describeGroup());
          notes.show("callbacks", "asked for " + describe(callbacks.asked()));
          notes.show("certificate", "still readable: " + security.subject());
          notes.expect("load group after onStop", List.of(), LoadGroups.requestNames(group));
          notes.expect("calls after onStop", List.of(), listener.takeCalls());
          notes.expect("certificate", server.subject(), security.subject());
        });
  }

  private nsIURI uri() {
    return xpcom
        .getService(nsIIOService.NS_IOSERVICE_CONTRACTID, nsIIOService.class)
        .newURI(address, null, null);
  }

  private Handshake handshake() {
    return server
        .nextHandshake(patience)
        .orElseThrow(
            () ->
                new XpcomException(
                    Nsresult.NS_ERROR_NET_TIMEOUT, "the server saw no handshake come to its end"));
  }

  /** Runs this thread's events until something is so, or patience ends. */
  private void await(Notes notes, String what, BooleanSupplier condition) {
    notes.expect(
        what + " within " + patience.toSeconds() + " s", true, loop.spinUntil(condition, patience));
  }

  private void expectCalls(Notes notes, List<String> expected) {
    List<ListenerCall> calls = listener.takeCalls();
    notes.show(calls);
    notes.expect(
        "listener calls", expected, calls.stream().map(ListenerCall::text).sorted().toList());
    String here = Thread.currentThread().getName();
    notes.expect(
        "calls on other threads than " + here,
        List.of(),
        calls.stream().filter(call -> !call.thread().equals(here)).toList());
  }

  private String describeGroup() {
    List<String> names = LoadGroups.requestNames(group);
    return names.isEmpty() ? "holds nothing" : "holds " + String.join(", ", names);
  }

  private static String describe(List<UUID> interfaces) {
    return interfaces.isEmpty()
        ? "nothing"
        : interfaces.stream().map(UUID::toString).collect(Collectors.joining(", "));
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "none" : text;
  }
}
