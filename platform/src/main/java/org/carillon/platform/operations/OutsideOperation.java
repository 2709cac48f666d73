package org.carillon.platform.operations;

/**
 * An operation that changes nothing and asks a supplier, whose answer may take long: it has no
 * connection meanwhile, and so no SQL.
 */
public non-sealed interface OutsideOperation<I, O> extends Operation<I, O> {}
