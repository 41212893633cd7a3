package org.xpcom4j.registry.reflect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsIInterfaceInfoManager;
import org.xpcom4j.interfaces.nsIWebSocketChannel;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.result.XpcomException;

@DisplayName("the interface info manager")
@NullUnmarked // null arguments are part of it
class InterfaceInfoManagerTest {

  private final Xpcom xpcom = Xpcom.start();
  private final nsIInterfaceInfoManager manager =
      xpcom.getService(
          nsIInterfaceInfoManager.NS_INTERFACEINFOMANAGER_SERVICE_CONTRACTID,
          nsIInterfaceInfoManager.class);

  @AfterEach
  void close() {
    xpcom.close();
  }

  @Test
  void findsInterfacesByIdAndByName() {
    InterfaceInfo info = InterfaceInfo.of(nsIWebSocketChannel.class);

    assertSame(info, manager.getInfoForIID(Interfaces.iid(nsIWebSocketChannel.class)));
    assertSame(info, manager.getInfoForName("nsIWebSocketChannel"));
  }

  @Test
  void failsForInterfacesThatNoTypelibDescribes() {
    refuses(NS_ERROR_FAILURE, () -> manager.getInfoForIID(new UUID(1, 2)));
    refuses(NS_ERROR_FAILURE, () -> manager.getInfoForName("nsINothing"));
  }

  @Test
  void refusesNull() {
    refuses(NS_ERROR_ILLEGAL_VALUE, () -> manager.getInfoForIID(null));
    refuses(NS_ERROR_ILLEGAL_VALUE, () -> manager.getInfoForName(null));
  }

  private static void refuses(long result, Executable call) {
    assertEquals(result, assertThrows(XpcomException.class, call).result());
  }
}
