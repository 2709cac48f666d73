package org.carillon.server.people.users;

/** Names a user of an account. */
public record UserRef(String accountId, String userId) {}
