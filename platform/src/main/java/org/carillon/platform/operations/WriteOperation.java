package org.carillon.platform.operations;

/** An operation that runs in one transaction, together with its row in the audit log. */
public non-sealed interface WriteOperation<I, O> extends Operation<I, O> {}
