package org.xpcom4j.interfaces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The documentation of Gecko 8 lists these members; beside them only IID and contract IDs. */
@DisplayName("nsIWebSocketChannel has the documented members")
@Tag("smoke")
class WebSocketChannelShapeTest {

  @Test
  void andNothingElse() {
    assertEquals(
        """
        nsIWebSocketChannel : nsISupports e8ae0371-c28f-4d61-b257-514e014a4686 \
        @mozilla.org/network/protocol;1?name=ws @mozilla.org/network/protocol;1?name=wss
          String NS_IWEBSOCKETCHANNEL_IID = {e8ae0371-c28f-4d61-b257-514e014a4686}
          String NS_WEBSOCKETCHANNEL_CONTRACTID = @mozilla.org/network/protocol;1?name=ws
          String NS_WEBSOCKETSSLCHANNEL_CONTRACTID = @mozilla.org/network/protocol;1?name=wss
          int CLOSE_ABNORMAL = 1006
          int CLOSE_GOING_AWAY = 1001
          int CLOSE_NORMAL = 1000
          int CLOSE_NO_STATUS = 1005
          int CLOSE_PROTOCOL_ERROR = 1002
          int CLOSE_TOO_LARGE = 1004
          int CLOSE_UNSUPPORTED = 1003
          String getExtensions()
          String getProtocol()
          nsIInterfaceRequestor getNotificationCallbacks()
          nsILoadGroup getLoadGroup()
          nsISupports getSecurityInfo()
          nsIURI getOriginalURI()
          nsIURI getURI()
          void asyncOpen(nsIURI aURI, String aOrigin, nsIWebSocketListener aListener, \
        nsISupports aContext)
          void close(int aCode, String aReason)
          void sendBinaryMsg(byte[] aMsg)
          void sendMsg(String aMsg)
          void setLoadGroup(nsILoadGroup aLoadGroup)
          void setNotificationCallbacks(nsIInterfaceRequestor aNotificationCallbacks)
          void setProtocol(String aProtocol)
        """,
        ApiText.of(nsIWebSocketChannel.class));
  }
}
