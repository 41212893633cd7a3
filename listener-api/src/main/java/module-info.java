/**
 * The interfaces that components and hosts speak to each other, compiled from the IDL files in this
 * module, with their result codes and what ties them to IDL.
 */
module org.xpcom4j.interfaces {
  requires static transitive org.jspecify;

  exports org.xpcom4j.interfaces;
  exports org.xpcom4j.metadata;
  exports org.xpcom4j.mozilla;
  exports org.xpcom4j.result;
}
