package org.carillon.platform.operations;

/** An operation that changes nothing; it sees all that was committed before it. */
public non-sealed interface ReadOperation<I, O> extends Operation<I, O> {}
