package org.xpcom4j.contract.host.command;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/**
 * What the user of {@code xpcom open} asks for.
 *
 * @param url the address
 * @param protocol subprotocols on offer, or ""
 * @param origin the Origin header, or ""
 * @param texts text messages to send first
 * @param binaries binary messages to send after them
 * @param readsInput whether lines of standard input are sent then
 * @param idleLimit how long to wait for a next message after the last one was sent
 * @param expected how many messages must arrive, or 0
 * @param notices whether the user wants to hear about the connection itself
 */
record OpenRequest(
    String url,
    String protocol,
    String origin,
    List<String> texts,
    List<ByteBuffer> binaries,
    boolean readsInput,
    Duration idleLimit,
    int expected,
    boolean notices) {}
