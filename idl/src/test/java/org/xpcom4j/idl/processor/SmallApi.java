package org.xpcom4j.idl.processor;

import java.io.IOException;
import java.nio.file.Path;

/** As much of xpcom4j-api as generated code needs, as a jar: the real one is built after us. */
final class SmallApi {
  private SmallApi() {}

  static Path jar(Path folder) throws IOException {
    return module(folder).jar();
  }

  static JavaModule module(Path folder) {
    return new JavaModule(folder)
        .source(
            "module-info.java",
            """
            module org.xpcom4j.interfaces {
              exports org.xpcom4j.interfaces;
              exports org.xpcom4j.metadata;
              exports org.xpcom4j.result;
            }
            """)
        .source(
            "org/xpcom4j/metadata/XpIdl.java",
            """
            package org.xpcom4j.metadata;
            public @interface XpIdl {
              String[] value();
              String[] uses() default {};
              String frozen() default "";
            }
            """)
        .source(
            "org/xpcom4j/metadata/XpInterface.java",
            """
            package org.xpcom4j.metadata;
            public @interface XpInterface {
              String iid();
              boolean scriptable() default true;
              String[] contracts() default {};
            }
            """)
        .source(
            "org/xpcom4j/metadata/Interfaces.java",
            """
            package org.xpcom4j.metadata;
            import java.util.UUID;
            import org.xpcom4j.interfaces.nsISupports;
            public final class Interfaces {
              private Interfaces() {}
              public static UUID iid(Class<?> type) { return new UUID(0, 0); }
              public static UUID parseId(String text) { return UUID.fromString(text); }
              public static nsISupports query(nsISupports self, UUID iid) { return self; }
              public static long sameLength(int first, int... others) { return first; }
              public static <T> T cast(nsISupports object, Class<T> type) {
                return type.cast(object);
              }
            }
            """)
        .source(
            "org/xpcom4j/result/XpcomException.java",
            """
            package org.xpcom4j.result;
            public class XpcomException extends RuntimeException {
              private static final long serialVersionUID = 1L;
              public XpcomException() {}
            }
            """)
        .source(
            "org/xpcom4j/interfaces/package-info.java",
            """
            @org.xpcom4j.metadata.XpIdl({"nsISupports.idl", "nsIExtra.idl"})
            package org.xpcom4j.interfaces;
            """)
        .resource(
            "org/xpcom4j/interfaces/nsrootidl.idl",
            """
            [ref, nsid] native nsIIDRef(nsIID);
            [ptr, nsid] native nsIIDPtr(nsIID);
            [ptr] native nsQIResult(void);
            [ptr] native voidPtr(void);
            [ref, utf8string] native AUTF8String(ignored);
            [ref, cstring] native ACString(ignored);
            [ref, astring] native AString(ignored);
            [ref, jsval] native jsval(jsval);
            typedef unsigned long nsresult;
            """)
        .resource(
            "org/xpcom4j/interfaces/nsISupports.idl",
            """
            #include "nsrootidl.idl"
            [scriptable, uuid(00000000-0000-0000-c000-000000000046)]
            interface nsISupports {
              void QueryInterface(in nsIIDRef uuid, [iid_is(uuid), retval] out nsQIResult result);
            };
            """)
        .resource(
            "org/xpcom4j/interfaces/nsIExtra.idl",
            """
            #include "nsISupports.idl"
            [scriptable, uuid(00000000-0000-0000-0000-000000000047)]
            interface nsIExtra : nsISupports {};
            """);
  }
}
