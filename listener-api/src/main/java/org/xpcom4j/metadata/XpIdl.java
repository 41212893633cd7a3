package org.xpcom4j.metadata;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the IDL files whose interfaces are compiled into the annotated package.
 *
 * <p>Each file lies in the resource folder of that package: {@code exIGreeter.idl} for package {@code
 * org.example.greeter} is {@code src/main/resources/org/example/greeter/exIGreeter.idl}. Only the
 * annotation processor of {@code xpcom4j-idl} reads this; nothing of it is left in the class file.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.PACKAGE)
public @interface XpIdl {

  /**
   * The files to compile, by their names in the package's folder; an order is not needed.
   *
   * @return file names such as {@code "exIGreeter.idl"}
   */
  String[] value();

  /**
   * Packages that {@code #include} looks in after the file's own and before {@code
   * org.xpcom4j.interfaces}, in this order.
   *
   * @return package names such as {@code "org.example.base"}
   */
  String[] uses() default {};

  /**
   * The freeze file in the package's folder: what others depend on, which must not change. The
   * compilation fails when one of its interfaces is not as it was frozen. {@code xpidl freeze -o}
   * writes it.
   *
   * @return a file name such as {@code "frozen.txt"}; empty if nothing is frozen
   */
  String frozen() default "";
}
