package org.xpcom4j.contract.bench;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsPRBool;
import org.xpcom4j.interfaces.nsISupportsPrimitive;
import org.xpcom4j.registry.ContractFamily;
import org.xpcom4j.registry.RegisteredContract;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.XpcomModule;
import org.xpcom4j.registry.component.ContractIds;

/**
 * Look-ups in a registry, beside those in a map with the same keys and those by Guice key. The keys
 * are equal to the registered ones and not the same objects, as they are when modules look each
 * other's components up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RegistryBenchmark {

  private final Map<String, nsISupports> services = new HashMap<>();
  private final Map<String, Supplier<nsISupports>> makers = new HashMap<>();
  private final String service = copyOf(nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID);
  private final String instance = copyOf(nsISupportsPRBool.NS_SUPPORTS_PRBOOL_CONTRACTID);
  private final String end = copyOf("service;1");

  /** As many as a power of two. */
  private final String[] many = {
    copyOf(nsISupportsPRBool.NS_SUPPORTS_PRBOOL_CONTRACTID),
    copyOf("@mozilla.org/supports-PRInt16;1"),
    copyOf("@mozilla.org/supports-PRInt32;1"),
    copyOf("@mozilla.org/supports-PRInt64;1"),
    copyOf("@mozilla.org/supports-PRUint8;1"),
    copyOf("@mozilla.org/supports-PRUint16;1"),
    copyOf("@mozilla.org/supports-PRUint32;1"),
    copyOf("@mozilla.org/supports-char;1")
  };

  private int at;
  private final Key<nsIObserverService> serviceKey =
      Key.get(
          nsIObserverService.class,
          ContractIds.contractId(nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID));
  private final Key<nsISupportsPRBool> instanceKey =
      Key.get(
          nsISupportsPRBool.class,
          ContractIds.contractId(nsISupportsPRBool.NS_SUPPORTS_PRBOOL_CONTRACTID));
  private final Injector injector = Guice.createInjector(new XpcomModule());
  private final Xpcom xpcom = injector.getInstance(Xpcom.class);
  private final ContractFamily<nsIObserverService> family =
      xpcom.family("@mozilla.org/observer-", nsIObserverService.class);

  /** Made by JMH. */
  public RegistryBenchmark() {}

  /** Fills the maps with what the registry has. */
  @Setup
  public void fillMaps() {
    nsISupports found = xpcom.getService(service, nsIObserverService.class);
    for (RegisteredContract contract : xpcom.contracts()) {
      services.put(contract.contractId(), found);
      makers.put(contract.contractId(), Flag::new);
    }
  }

  /** Closes the registry. */
  @TearDown
  public void close() {
    xpcom.close();
  }

  private static String copyOf(String text) {
    return new String(text.toCharArray());
  }

  /** What the registry makes under the contract ID, made here. */
  private static final class Flag implements nsISupportsPRBool {
    private boolean data;

    @Override
    public int getType() {
      return TYPE_PRBOOL;
    }

    @Override
    public boolean getData() {
      return data;
    }

    @Override
    public void setData(boolean aData) {
      data = aData;
    }

    @Override
    public String toString_() {
      return String.valueOf(data);
    }
  }

  /**
   * A map.
   *
   * @return the service
   */
  @Benchmark
  public @Nullable Object baseline() {
    return services.get(service);
  }

  /**
   * A service that exists.
   *
   * @return the service
   */
  @Benchmark
  public Object getService() {
    return xpcom.getService(service, nsIObserverService.class);
  }

  /**
   * A map, another key each time.
   *
   * @return a service
   */
  @Benchmark
  public @Nullable Object baselineOfMany() {
    return services.get(next());
  }

  /**
   * Services of different classes that exist, another one each time.
   *
   * @return a service
   */
  @Benchmark
  public Object getServiceOfMany() {
    return xpcom.getService(next(), nsISupportsPrimitive.class);
  }

  /**
   * New objects of different classes, another one each time.
   *
   * @return the object
   */
  @Benchmark
  public Object createInstanceOfMany() {
    return xpcom.createInstance(next(), nsISupportsPrimitive.class);
  }

  private String next() {
    at = (at + 1) & (many.length - 1);
    return many[at];
  }

  /**
   * A service that exists, by the end of its contract ID.
   *
   * @return the service
   */
  @Benchmark
  public Object getServiceOfFamily() {
    return family.getService(end);
  }

  /**
   * A service that exists, by Guice and a key that was made before.
   *
   * @return the service
   */
  @Benchmark
  public Object guiceService() {
    return injector.getInstance(serviceKey);
  }

  /**
   * A service that exists, by Guice as callers who have a contract ID must ask: the key is made from
   * it.
   *
   * @return the service
   */
  @Benchmark
  public Object guiceServiceByContract() {
    return injector.getInstance(Key.get(nsIObserverService.class, ContractIds.contractId(service)));
  }

  /**
   * A map, on 16 threads.
   *
   * @return the service
   */
  @Benchmark
  @Threads(16)
  public @Nullable Object baselineOn16Threads() {
    return services.get(service);
  }

  /**
   * A service that exists, on 16 threads.
   *
   * @return the service
   */
  @Benchmark
  @Threads(16)
  public Object getServiceOn16Threads() {
    return xpcom.getService(service, nsIObserverService.class);
  }

  /**
   * A map of what makes objects.
   *
   * @return a new object
   */
  @Benchmark
  public @Nullable Object baselineInstance() {
    Supplier<nsISupports> maker = makers.get(instance);
    return maker == null ? null : maker.get();
  }

  /**
   * A new object.
   *
   * @return the object
   */
  @Benchmark
  public Object createInstance() {
    return xpcom.createInstance(instance, nsISupportsPRBool.class);
  }

  /**
   * A new object by Guice and a key that was made before.
   *
   * @return the object
   */
  @Benchmark
  public Object guiceInstance() {
    return injector.getInstance(instanceKey);
  }

  /**
   * A new object by Guice, the key made from the contract ID.
   *
   * @return the object
   */
  @Benchmark
  public Object guiceInstanceByContract() {
    return injector.getInstance(Key.get(nsISupportsPRBool.class, ContractIds.contractId(instance)));
  }
}
