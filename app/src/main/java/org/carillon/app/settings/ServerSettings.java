package org.carillon.app.settings;

import java.net.URI;
import java.time.Duration;

/**
 * Where the API listens and how it stops.
 *
 * @param host address or name to bind
 * @param port 0 takes a free one
 * @param drain how long requests in progress may take to finish
 */
public record ServerSettings(String host, int port, Duration drain) {

  static ServerSettings from(SettingValues values) {
    return new ServerSettings(
        values.get(Setting.HOST), values.get(Setting.PORT), values.get(Setting.DRAIN));
  }

  /** Returns where clients on this machine find the server when it listens on that port. */
  public URI address(int port) {
    String reachable =
        switch (host) {
          case "0.0.0.0", "::", "[::]" -> "127.0.0.1";
          default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
    return URI.create("http://" + reachable + ":" + port);
  }
}
