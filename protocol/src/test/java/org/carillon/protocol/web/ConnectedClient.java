package org.carillon.protocol.web;

import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;

/** A client and the connection, in memory, that it loses when it is given up. */
final class ConnectedClient {

  private final ByteArrayEndPoint endPoint = new ByteArrayEndPoint();
  final Idle connection = new Idle(endPoint);
  final Client client = new Client(connection);

  boolean isConnected() {
    return endPoint.isOpen();
  }

  /** A connection on which nothing is read. */
  static final class Idle extends AbstractConnection {
    Idle(ByteArrayEndPoint endPoint) {
      super(endPoint, Runnable::run);
    }

    @Override
    public void onFillable() {}
  }
}
