package org.carillon.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How the model's names become Java's. */
class NamesTest {

  @Test
  void memberNamesBecomeComponents() {
    assertEquals("accountId", Names.component("AccountId"));
    assertEquals("e164PhoneNumber", Names.component("E164PhoneNumber"));
    assertEquals("sms", Names.component("SMS"));
    assertEquals("inboundSMS", Names.component("InboundSMS"));
    assertEquals("dnisEmergencyCallingCountry", Names.component("DNISEmergencyCallingCountry"));
    assertEquals("default_", Names.component("Default"));
    assertEquals("toString_", Names.component("ToString"));
  }

  @Test
  void operationNamesBecomeConstants() {
    assertEquals("DELETE_PHONE_NUMBER", Names.constant("DeletePhoneNumber"));
    assertEquals("RESET_PERSONAL_PIN", Names.constant("ResetPersonalPIN"));
    assertEquals("GET_SIP_RULE", Names.constant("GetSIPRule"));
  }

  @Test
  void literalsAreEscaped() {
    assertEquals("\"^\\\\d\\\"\\n\\u00e9$\"", Names.literal("^\\d\"\n\u00e9$"));
  }
}
