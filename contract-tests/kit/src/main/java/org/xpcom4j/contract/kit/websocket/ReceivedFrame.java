package org.xpcom4j.contract.kit.websocket;

/**
 * A frame as it was read.
 *
 * @param frame the frame, unmasked
 * @param isMasked whether it came with a mask
 * @param isLengthShortest whether its length was in the shortest form
 */
record ReceivedFrame(Frame frame, boolean isMasked, boolean isLengthShortest) {}
