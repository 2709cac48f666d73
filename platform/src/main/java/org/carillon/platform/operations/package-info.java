/** The running of operations: authorized, validated, in one transaction, audited and measured. */
@NullMarked
package org.carillon.platform.operations;

import org.jspecify.annotations.NullMarked;
