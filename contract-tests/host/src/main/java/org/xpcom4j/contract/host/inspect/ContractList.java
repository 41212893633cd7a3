package org.xpcom4j.contract.host.inspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xpcom4j.registry.RegisteredContract;

/** Contract IDs as JSON. */
public final class ContractList {

  private ContractList() {}

  /**
   * Writes an array.
   *
   * @param contracts what is registered
   * @return an object for each contract ID
   */
  public static String json(List<RegisteredContract> contracts) {
    return Json.write(contracts.stream().map(ContractList::fields).toList());
  }

  private static Map<String, Object> fields(RegisteredContract contract) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("contract", contract.contractId());
    fields.put("cid", "{" + contract.cid() + "}");
    fields.put("class", contract.className());
    fields.put("module", contract.module());
    fields.put("registeredBy", contract.origin());
    return fields;
  }
}
