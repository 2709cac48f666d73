/** Takes numbers from their holders, whichever feature has the holder. */
@NullMarked
package org.carillon.server.changes.disassociation;

import org.jspecify.annotations.NullMarked;
