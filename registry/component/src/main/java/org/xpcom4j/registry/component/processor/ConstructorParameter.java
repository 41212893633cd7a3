package org.xpcom4j.registry.component.processor;

/**
 * One parameter of a component's constructor.
 *
 * @param request the method of {@code Dependencies} that answers for it
 * @param type qualified name of the wanted type
 * @param contractId the contract ID, empty if the type alone says what is wanted
 */
record ConstructorParameter(Request request, String type, String contractId) {

  /** The methods of {@code Dependencies}. */
  enum Request {
    GET("get"),
    PROVIDER("provider"),
    FIND("find");

    private final String method;

    Request(String method) {
      this.method = method;
    }

    String method() {
      return method;
    }
  }
}
