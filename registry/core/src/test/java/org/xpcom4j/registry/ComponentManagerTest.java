package org.xpcom4j.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_EXISTS;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_AGGREGATION;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsIComponentManager;
import org.xpcom4j.interfaces.nsIComponentRegistrar;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.interfaces.nsIInterfaceRequestor;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsIServiceManager;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsCString;
import org.xpcom4j.interfaces.nsISupportsID;
import org.xpcom4j.interfaces.nsISupportsWeakReference;
import org.xpcom4j.interfaces.nsIUTF8StringEnumerator;
import org.xpcom4j.interfaces.nsIWeakReference;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.registry.sample.Contracts;
import org.xpcom4j.result.XpcomException;

@DisplayName("the registry as XPCOM code sees it")
@NullUnmarked // null arguments are part of it
class ComponentManagerTest {

  private static final String MINE = "@example.org/mine;1";
  private static final UUID UNKNOWN = new UUID(1, 2);
  private static final UUID GREETER_CID = UUID.fromString(Contracts.GREETER_CID);
  private static final UUID RUNNABLE = Interfaces.iid(nsIRunnable.class);
  private static final nsIRunnable OBJECT = () -> {};

  private final Xpcom xpcom = Xpcom.start();
  private final nsIComponentManager manager = xpcom.componentManager();
  private final nsIServiceManager services = xpcom.serviceManager();
  private final nsIComponentRegistrar registrar = xpcom.componentRegistrar();

  @AfterEach
  void close() {
    xpcom.close();
  }

  @Test
  void oneObjectIsAllThree() {
    assertSame(services, manager.queryInterface(nsIServiceManager.class));
    assertSame(registrar, manager.queryInterface(nsIComponentRegistrar.class));
    assertSame(
        manager,
        ((nsIInterfaceRequestor) manager).getInterface(Interfaces.iid(nsIComponentManager.class)));
  }

  @Test
  void weakReferenceLeadsBackToIt() {
    nsIWeakReference weak =
        manager.queryInterface(nsISupportsWeakReference.class).getWeakReference();

    assertSame(manager, weak.queryReferent(nsIComponentManager.class));
  }

  @Nested
  @DisplayName("nsIComponentManager")
  class ComponentManager {

    @Test
    void createInstanceWorksWithCidAndContractAndTextIds() {
      assertInstanceOf(nsIRunnable.class, manager.createInstance(GREETER_CID, null, RUNNABLE));
      assertInstanceOf(
          nsIRunnable.class,
          manager.createInstance(
              "{" + Contracts.GREETER_CID + "}", null, nsIRunnable.NS_IRUNNABLE_IID));
      nsIRunnable made =
          manager.createInstanceByContractID(Contracts.COUNTER, null, nsIRunnable.class);
      assertNotSame(
          made, manager.createInstanceByContractID(Contracts.COUNTER, null, nsIRunnable.class));
    }

    @Test
    void unknownIdsAreNotRegistered() {
      refuses(
          NS_ERROR_FACTORY_NOT_REGISTERED, () -> manager.createInstance(UNKNOWN, null, RUNNABLE));
      refuses(
          NS_ERROR_FACTORY_NOT_REGISTERED,
          () -> manager.createInstanceByContractID("no contract ID", null, RUNNABLE));
      refuses(NS_ERROR_FACTORY_NOT_REGISTERED, () -> manager.getClassObject(UNKNOWN, RUNNABLE));
    }

    @Test
    void nullIsIllegalValue() {
      refuses(
          NS_ERROR_ILLEGAL_VALUE, () -> manager.createInstanceByContractID(null, null, RUNNABLE));
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> manager.createInstance(GREETER_CID, null, (UUID) null));
    }

    @Test
    void outerObjectIsRefusedByTablesAndGivenToFactories() {
      refuses(NS_ERROR_NO_AGGREGATION, () -> manager.createInstance(GREETER_CID, OBJECT, RUNNABLE));
      var outers = new ArrayList<nsISupports>();
      Registrar.register(
          xpcom,
          MINE,
          new nsIFactory() {
            @Override
            public nsISupports createInstance(nsISupports outer, UUID iid) {
              outers.add(outer);
              return OBJECT;
            }

            @Override
            public void lockFactory(boolean lock) {}
          });

      manager.createInstanceByContractID(MINE, OBJECT, RUNNABLE);

      assertEquals(List.of(OBJECT), outers);
    }

    @Test
    void classObjectIsAFactoryThatStaysTheSame() {
      nsIFactory factory = manager.getClassObject(GREETER_CID, nsIFactory.class);

      assertSame(factory, manager.getClassObjectByContractID(Contracts.GREETER, nsIFactory.class));
      assertInstanceOf(nsIRunnable.class, factory.createInstance(null, RUNNABLE));
      refuses(NS_ERROR_NO_INTERFACE, () -> manager.getClassObject(GREETER_CID, RUNNABLE));
    }

    @Test
    void factoryThatGivesNullIsAFailure() {
      Registrar.register(xpcom, MINE, Registrar.factory(() -> null));

      refuses(NS_ERROR_FAILURE, () -> manager.createInstanceByContractID(MINE, null, RUNNABLE));
      refuses(NS_ERROR_FAILURE, () -> services.getServiceByContractID(MINE, RUNNABLE));
    }
  }

  @Nested
  @DisplayName("nsIServiceManager")
  class ServiceManager {

    @Test
    void serviceIsTheOneThatXpcomGives() {
      assertSame(
          xpcom.getService(Contracts.GREETER, nsIRunnable.class),
          services.getService(GREETER_CID, RUNNABLE));
    }

    @Test
    void serviceIsInstantiatedOnceItWasAskedFor() {
      assertFalse(services.isServiceInstantiatedByContractID(Contracts.GREETER, RUNNABLE));
      assertFalse(services.isServiceInstantiated(UNKNOWN, RUNNABLE));

      services.getServiceByContractID(Contracts.GREETER, RUNNABLE);

      assertTrue(services.isServiceInstantiatedByContractID(Contracts.GREETER, RUNNABLE));
      assertTrue(services.isServiceInstantiated(GREETER_CID, RUNNABLE));
      refuses(
          NS_ERROR_NO_INTERFACE,
          () -> services.isServiceInstantiated(GREETER_CID, Interfaces.iid(nsIObserver.class)));
    }
  }

  @Nested
  @DisplayName("nsIComponentRegistrar")
  class ComponentRegistrar {

    @Test
    void registeredFactoryCoversAContractUntilItIsUnregistered() {
      nsIRunnable below = xpcom.getService(Contracts.GREETER, nsIRunnable.class);
      nsIFactory factory = Registrar.factory(() -> OBJECT);
      UUID cid = Registrar.register(xpcom, Contracts.GREETER, factory);

      assertSame(OBJECT, xpcom.getService(Contracts.GREETER, nsIRunnable.class));
      assertSame(below, xpcom.getService(GREETER_CID, nsIRunnable.class));
      assertEquals(cid, registrar.contractIDToCID(Contracts.GREETER));

      registrar.unregisterFactory(cid, factory);

      assertSame(below, xpcom.getService(Contracts.GREETER, nsIRunnable.class));
      assertFalse(registrar.isCIDRegistered(cid));
    }

    @Test
    void classIdThatIsTakenIsRefusedAndTheContractUntouched() {
      nsIFactory factory = Registrar.factory(() -> OBJECT);

      refuses(
          NS_ERROR_FACTORY_EXISTS,
          () -> registrar.registerFactory(GREETER_CID, "", Contracts.COUNTER, factory));

      assertNotSame(OBJECT, xpcom.createInstance(Contracts.COUNTER, nsIRunnable.class));
    }

    @Test
    void contractIsPointedToAKnownClassWithoutAFactory() {
      registrar.registerFactory(GREETER_CID, "", MINE, null);

      assertSame(
          xpcom.getService(GREETER_CID, nsIRunnable.class),
          xpcom.getService(MINE, nsIRunnable.class));
      refuses(
          NS_ERROR_FACTORY_NOT_REGISTERED,
          () -> registrar.registerFactory(UNKNOWN, "", MINE, null));
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> registrar.registerFactory(GREETER_CID, "", null, null));
    }

    @Test
    void anotherFactoryCannotUnregister() {
      UUID cid = Registrar.register(xpcom, MINE, OBJECT);

      refuses(
          NS_ERROR_FACTORY_NOT_REGISTERED,
          () -> registrar.unregisterFactory(cid, Registrar.factory(() -> OBJECT)));

      assertTrue(registrar.isContractIDRegistered(MINE));
    }

    @Test
    void unregisteredClassCanBeRegisteredAgainAndGetsANewService() {
      nsIFactory factory = Registrar.factory(() -> (nsIRunnable) new Runner()::run);
      UUID cid = Registrar.register(xpcom, MINE, factory);
      nsIRunnable first = xpcom.getService(MINE, nsIRunnable.class);

      registrar.unregisterFactory(cid, factory);
      refuses(
          NS_ERROR_FACTORY_NOT_REGISTERED, () -> services.getServiceByContractID(MINE, RUNNABLE));
      registrar.registerFactory(cid, "", MINE, factory);

      assertNotSame(first, xpcom.getService(MINE, nsIRunnable.class));
    }

    @Test
    void idsAreTranslatedBothWays() {
      assertEquals(GREETER_CID, registrar.contractIDToCID(Contracts.GREETER_ALIAS));
      assertEquals(Contracts.GREETER, registrar.cIDToContractID(GREETER_CID));
      refuses(NS_ERROR_FACTORY_NOT_REGISTERED, () -> registrar.contractIDToCID("@nobody/x;1"));
      refuses(NS_ERROR_FACTORY_NOT_REGISTERED, () -> registrar.cIDToContractID(UNKNOWN));
    }

    @Test
    void enumeratorsListIdsAsPrimitives() {
      var contracts = new ArrayList<String>();
      nsISimpleEnumerator each = registrar.enumerateContractIDs();
      while (each.hasMoreElements()) {
        contracts.add(each.getNext().queryInterface(nsISupportsCString.class).getData());
      }
      assertEquals(
          xpcom.contracts().stream().map(RegisteredContract::contractId).toList(), contracts);

      var cids = new ArrayList<UUID>();
      each = registrar.enumerateCIDs();
      while (each.hasMoreElements()) {
        cids.add(each.getNext().queryInterface(nsISupportsID.class).getData());
      }
      assertTrue(cids.contains(GREETER_CID));
    }

    @Test
    void enumeratorOfContractsGivesStringsTooAndNothingPastTheEnd() {
      var strings = registrar.enumerateContractIDs().queryInterface(nsIUTF8StringEnumerator.class);
      var contracts = new ArrayList<String>();
      while (strings.hasMore()) {
        contracts.add(strings.getNext());
      }
      assertEquals(
          xpcom.contracts().stream().map(RegisteredContract::contractId).toList(), contracts);
      refuses(NS_ERROR_UNEXPECTED, strings::getNext);
    }
  }

  private static final class Runner {
    void run() {}
  }

  private static void refuses(long result, Executable call) {
    assertEquals(result, assertThrows(XpcomException.class, call).result());
  }
}
