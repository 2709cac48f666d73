package org.carillon.protocol.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.carillon.protocol.web.Client.Progress;
import org.carillon.protocol.web.Client.Stage;
import org.junit.jupiter.api.Test;

/** A client that is given up does nothing more, and one that went on meanwhile is not given up. */
class ClientTest {

  private final Client client = new ConnectedClient().client;

  @Test
  void whoseOperationBeganSinceItWasSeenIsNotGivenUp() {
    Progress idle = client.progress();
    client.sendsBody();
    Progress sending = client.progress();
    assertTrue(client.waits());
    assertFalse(client.end(idle));
    assertFalse(client.end(sending));
    assertFalse(client.end(client.progress()));
  }

  @Test
  void whoGotToTheNextRequestSinceItWasSeenIsNotGivenUp() {
    Progress idle = client.progress();
    assertTrue(client.waits());
    client.reads(Duration.ofSeconds(1));
    assertFalse(client.end(idle));
    client.isAnswered();
    assertEquals(idle.stage(), client.progress().stage());
    assertFalse(client.end(idle));
    assertTrue(client.end(client.progress()));
  }

  @Test
  void nothingIsDoneForWhoIsGivenUp() {
    client.sendsBody();
    assertTrue(client.end(client.progress()));
    assertFalse(client.waits());
    client.reads(Duration.ofSeconds(1));
    client.isAnswered();
    assertEquals(Stage.ENDED, client.progress().stage());
    assertFalse(client.end(client.progress()));
    assertFalse(Client.gone(new ConnectedClient().connection).waits());
  }
}
