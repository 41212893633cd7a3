package org.xpcom4j.idl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is written as JSON")
class JsonTest {
  @Test
  void hasCommasWhereTheyBelong() {
    Json json = new Json();
    json.open('{').name("a").value(1).name("b").open('[').close(']');
    json.name("c").open('[').value("x").open('{').close('}').value(-2).close(']').close('}');
    assertEquals("{\"a\":1,\"b\":[],\"c\":[\"x\",{},-2]}", json.toString());
  }

  @Test
  void hasNoCharacterThatJsonForbidsOrUtf8LacksInStrings() {
    assertEquals(
        "\"\\\"\\\\\\n\\r\\t\\u0001\\u007f\u00e9\\ud800/\"",
        new Json().value("\"\\\n\r\t\u0001\u007F\u00e9\uD800/").toString());
  }
}
