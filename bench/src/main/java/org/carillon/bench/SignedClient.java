package org.carillon.bench;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;

/** Makes signed calls over one connection. Used by one thread. */
final class SignedClient implements AutoCloseable {

  private final Connection connection;
  private final Signer signer;

  SignedClient(URI address, Signer.Credentials credentials)
      throws IOException, GeneralSecurityException {
    this.connection = new Connection(address);
    this.signer = new Signer(credentials, address.getHost() + ":" + address.getPort());
  }

  /** The status of the answer. */
  int status(Call call) throws IOException, GeneralSecurityException {
    return connection.exchange(signer.request(call));
  }

  /**
   * The body of an answer that must be a success.
   *
   * @throws IOException when it is not, with what the server said
   */
  String body(Call call) throws IOException, GeneralSecurityException {
    int status = status(call);
    if (status >= 300) {
      throw new IOException(
          call.method() + " " + call.path() + ": " + status + " " + connection.body());
    }
    return connection.body();
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
