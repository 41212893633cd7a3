package org.xpcom4j.registry.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Test;

class ContractIdsTest {

  @ContractId("@example.org/greeter;1")
  private static String inSource() {
    return "";
  }

  @Test
  void annotationMadeAtRunTimeEqualsTheOneInSource() throws NoSuchMethodException {
    Annotation declared =
        ContractIdsTest.class.getDeclaredMethod("inSource").getAnnotation(ContractId.class);
    ContractId made = ContractIds.contractId("@example.org/greeter;1");

    assertEquals(declared, made);
    assertEquals(made, declared);
    assertEquals(declared.hashCode(), made.hashCode());
    assertEquals(declared.toString(), made.toString());
    assertNotEquals(made, ContractIds.contractId("@example.org/greeter;2"));
    assertEquals("", inSource());
  }
}
