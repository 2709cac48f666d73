/** Tests of taking a number from its holder. */
@NullMarked
package org.carillon.server.changes.disassociation;

import org.jspecify.annotations.NullMarked;
