package org.carillon.conformance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumber;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberAssociation;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberAssociationName;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberOrder;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberOrderStatus;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberProductType;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberStatus;

/** Orders the numbers that suites about trunks need, and looks at who holds them. */
final class TrunkNumbers {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChimeSdkVoiceClient voice;

  TrunkNumbers(ChimeSdkVoiceClient voice) {
    this.voice = voice;
  }

  List<String> search(String areaCode, int count) {
    return voice
        .searchAvailablePhoneNumbers(r -> r.areaCode(areaCode).maxResults(count))
        .e164PhoneNumbers();
  }

  List<String> ordered(String areaCode, int count, PhoneNumberProductType product) {
    List<String> numbers = search(areaCode, count);
    order(numbers, product);
    return numbers;
  }

  /** The order once its numbers are in the inventory. */
  PhoneNumberOrder order(List<String> numbers, PhoneNumberProductType product) {
    String order =
        voice
            .createPhoneNumberOrder(
                r -> r.productType(product).e164PhoneNumbers(numbers).name("Front desk"))
            .phoneNumberOrder()
            .phoneNumberOrderId();
    return await("numbers of the order")
        .atMost(PATIENCE)
        .until(
            () -> voice.getPhoneNumberOrder(r -> r.phoneNumberOrderId(order)).phoneNumberOrder(),
            now -> now.status() == PhoneNumberOrderStatus.SUCCESSFUL);
  }

  PhoneNumber get(String number) {
    return voice.getPhoneNumber(r -> r.phoneNumberId(number)).phoneNumber();
  }

  void assertHeld(String number, PhoneNumberAssociationName kind, String holder) {
    PhoneNumber found = get(number);
    assertEquals(PhoneNumberStatus.ASSIGNED, found.status());
    List<PhoneNumberAssociation> associations = found.associations();
    assertEquals(1, associations.size());
    assertEquals(kind, associations.getFirst().name());
    assertEquals(holder, associations.getFirst().value());
  }
}
