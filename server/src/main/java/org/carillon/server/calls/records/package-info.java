/**
 * The records of calls, voicemails and messages: taken from the engines that carry them, attributed
 * by the ledger, and shown to those whom the rules of visibility let see them.
 */
@NullMarked
package org.carillon.server.calls.records;

import org.jspecify.annotations.NullMarked;
