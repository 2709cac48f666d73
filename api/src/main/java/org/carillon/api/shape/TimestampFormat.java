package org.carillon.api.shape;

/** The written forms of an instant. */
public enum TimestampFormat {
  /** RFC 3339, such as {@code 2026-03-01T10:15:30.250Z}. */
  DATE_TIME,
  /** IMF-fixdate, such as {@code Sun, 01 Mar 2026 10:15:30 GMT}. */
  HTTP_DATE,
  /** Seconds since 1970, with a fraction if there is one. */
  EPOCH_SECONDS
}
