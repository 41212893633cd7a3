package org.xpcom4j.registry.component.processor;

import org.xpcom4j.registry.component.Requirement.Moment;

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
    GET("get", Moment.FIRST),
    PROVIDER("provider", Moment.LATER),
    FIND("find", Moment.IF_PRESENT);

    private final String method;
    private final Moment moment;

    Request(String method, Moment moment) {
      this.method = method;
      this.moment = moment;
    }

    Moment moment() {
      return moment;
    }

    String method() {
      return method;
    }
  }
}
