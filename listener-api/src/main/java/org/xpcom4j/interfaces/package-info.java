/**
 * The interfaces, compiled from the IDL files of the same names; what a method may be given and
 * answer is said there. IDL does not say which references may be null: the documentation of each
 * method does.
 */
@XpIdl(
    frozen = "frozen.txt",
    value = {
      "nsIArray.idl",
      "nsIBadCertListener2.idl",
      "nsICancelable.idl",
      "nsICategoryManager.idl",
      "nsIClassInfo.idl",
      "nsIComponentManager.idl",
      "nsIComponentRegistrar.idl",
      "nsIConsoleListener.idl",
      "nsIConsoleMessage.idl",
      "nsIConsoleService.idl",
      "nsIErrorService.idl",
      "nsIEventTarget.idl",
      "nsIException.idl",
      "nsIFactory.idl",
      "nsIIOService.idl",
      "nsIInterfaceInfo.idl",
      "nsIInterfaceInfoManager.idl",
      "nsIInterfaceRequestor.idl",
      "nsILoadGroup.idl",
      "nsILoadGroupChild.idl",
      "nsIModule.idl",
      "nsIObserver.idl",
      "nsIObserverService.idl",
      "nsIPrefBranch.idl",
      "nsIPrefService.idl",
      "nsIProtocolHandler.idl",
      "nsIRequest.idl",
      "nsIRequestObserver.idl",
      "nsIRunnable.idl",
      "nsISSLStatus.idl",
      "nsISSLStatusProvider.idl",
      "nsIServiceManager.idl",
      "nsISimpleEnumerator.idl",
      "nsIStringEnumerator.idl",
      "nsISupports.idl",
      "nsISupportsPrimitives.idl",
      "nsISupportsPriority.idl",
      "nsIThread.idl",
      "nsIThreadManager.idl",
      "nsIThreadPool.idl",
      "nsITimer.idl",
      "nsITransportSecurityInfo.idl",
      "nsIURI.idl",
      "nsIWeakReference.idl",
      "nsIWebSocketChannel.idl",
      "nsIWebSocketListener.idl",
      "nsIX509Cert.idl",
      "nsIX509CertList.idl",
      "nsIX509CertValidity.idl",
      "nsrootidl.idl",
      "xpITlsProvider.idl"
    })
package org.xpcom4j.interfaces;

import org.xpcom4j.metadata.XpIdl;
