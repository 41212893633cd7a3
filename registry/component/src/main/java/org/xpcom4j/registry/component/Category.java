package org.xpcom4j.registry.component;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An entry that a component has in a category from the start of the registry on, as in
 * {@code @Component(…, categories = @Category(name = "net-channel-event-sinks", entry = "Greeter"))}.
 * It is told by the component's table, so no class is loaded for it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Category {

  /**
   * The category.
   *
   * @return a name without white space
   */
  String name();

  /**
   * The entry in the category; unique there.
   *
   * @return a name without white space
   */
  String entry();

  /**
   * The value of the entry.
   *
   * @return text without white space; the first contract ID of the component unless said otherwise
   */
  String value() default "";
}
