package org.xpcom4j.registry.component;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a class as a component.
 *
 * <p>The class implements at least one scriptable interface made from IDL, is neither abstract nor
 * private nor an inner class, and may be package-private in a package that is neither exported nor
 * opened. The registry makes it with its only constructor, or with the one that carries {@code
 * jakarta.inject.Inject}; that one may be package-private too. A parameter is one of these:
 *
 * <ul>
 *   <li>{@code @ContractId("@…") nsIFoo foo}: the component behind a contract ID;
 *   <li>{@code @ContractId("@…") Provider<nsIFoo> foo}: the same, asked for later;
 *   <li>{@code @ContractId("@…") Optional<nsIFoo> foo}: the same if somebody implements it;
 *   <li>{@code Foo foo} or {@code Provider<Foo> foo}: an object of the registry, such as {@code
 *       Xpcom}; an interface whose IDL names exactly one contract ID; or else what Guice gives.
 * </ul>
 *
 * The annotation processor of this module checks all that when the class is compiled.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Component {

  /**
   * The class ID, made once for this class and never used for another.
   *
   * @return a UUID such as {@code "{9d0f1c1e-3b5a-4b6e-8f0e-2f6f3a1c7b52}"}, braces optional
   */
  String cid();

  /**
   * The contract IDs under which the component is found; none if it is looked up by its CID only.
   *
   * @return contract IDs such as {@code "@example.org/greeter;1"}
   */
  String[] contracts() default {};

  /**
   * What injection hands out for this component.
   *
   * @return a new object each time unless said otherwise
   */
  Scope scope() default Scope.INSTANCE;

  /**
   * What is true of the class, as {@code nsIClassInfo} tells it. The registry heeds {@code
   * MAIN_THREAD_ONLY}: the component is neither made nor found on another thread.
   *
   * @return a sum of constants of {@code nsIClassInfo}, such as {@code nsIClassInfo.THREADSAFE}
   */
  long flags() default 0;

  /**
   * The component's entries in categories, which are there when the registry starts.
   *
   * @return entries, each with another category or name
   */
  Category[] categories() default {};
}
