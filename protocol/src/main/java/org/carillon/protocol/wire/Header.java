package org.carillon.protocol.wire;

/**
 * One header line of a request or an answer, in the order of arrival.
 *
 * @param name as sent; compared without regard to case
 * @param value as sent, without leading and trailing blanks
 */
public record Header(String name, String value) {}
